import type { Role } from '../roles.ts';
import { type Actor, selfOf, type Unmet, unmet } from '../transitions.ts';

/** Who may have written down whose matter it is, or handles it. Leaders, analysts and administrators never need to ring a villager. */
export const CONTACT_KEEPERS = [
  'OFFICER',
  'VILLAGE_HEAD',
  'TOWNSHIP_CLERK',
  'COUNTY_CLERK',
  'DISCIPLINE_CLERK',
] as const satisfies readonly Role[];
/** Who may ask who has looked. */
export const CONTACT_WATCHERS = [
  'TOWNSHIP_CLERK',
  'COUNTY_CLERK',
  'COUNTY_DIRECTOR',
  'DISCIPLINE_CLERK',
] as const satisfies readonly Role[];

/** FORGOTTEN: the retention of a closed matter has passed, and nothing is left but that there was something. */
export const CONTACT_STATES = ['NONE', 'KEPT', 'FORGOTTEN'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** What the guards look at: the matter, its contact, and what keeps the viewer from handling the matter at a desk. */
export interface ContactFacts {
  authorId: string;
  isClosed: boolean;
  state: ContactState;
  keptById: string | null;
  atDesk: readonly Unmet[];
  /** They were asked to ring the villager of it. */
  isRinging: boolean;
  /** The server has no key. */
  isLocked: boolean;
}

/** Its author in person: nobody stands in for what somebody heard. */
export const isAuthor = (
  { authorId }: Pick<ContactFacts, 'authorId'>,
  { personId, actedById }: Pick<Actor, 'personId' | 'actedById'>,
): boolean => authorId === personId && !actedById;

const wrongRole = () => unmet('role', '当前岗位无此权限', 'Your post does not allow this');
const locked = () =>
  unmet(
    'key',
    '系统未配置联系方式密钥，请联系系统管理员',
    'The server has no key for contacts; tell the administrator',
  );
const byRole = ({ role }: Actor) => ((CONTACT_KEEPERS as readonly Role[]).includes(role) ? [] : [wrongRole()]);

/** What keeps somebody from writing a contact down: its author does, or the desk that handles the matter, while it is open. */
export function keepUnmet({ isClosed, atDesk, isLocked, ...matter }: ContactFacts, actor: Actor): Unmet[] {
  const missing = byRole(actor);
  if (isClosed)
    missing.push(unmet('closed', '已办结或撤回，不再录入联系方式', 'It is closed: nothing is added any more'));
  if (!isAuthor(matter, actor)) missing.push(...atDesk);
  if (isLocked) missing.push(locked());
  return once(missing);
}

/** What keeps somebody from reading it: the desk that handles the matter does, whoever was asked to ring them, and whoever wrote it down themselves. */
export function openUnmet({ state, keptById, atDesk, isRinging, isLocked }: ContactFacts, actor: Actor): Unmet[] {
  const missing = byRole(actor);
  if (state === 'NONE') missing.push(unmet('none', '没有录入联系方式', 'No contact was kept'));
  if (state === 'FORGOTTEN')
    missing.push(unmet('forgotten', '保存期已满，联系方式已清除', 'Its retention has passed; it was forgotten'));
  if (keptById !== selfOf(actor) && !isRinging) missing.push(...atDesk);
  if (isLocked) missing.push(locked());
  return once(missing);
}

/** A role that may nothing is told so once. */
const once = (missing: readonly Unmet[]) =>
  missing.filter(({ guard }, at) => missing.findIndex((other) => other.guard === guard) === at);
