import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import { selfOf, type Unmet } from '@lxq/schema/transitions.ts';
import { notFound } from '../platform/contract/errors.ts';
import type { Sight } from '../platform/deeds/subject.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';

/** A thing, as far as its attachments depend on it. */
export interface Matter {
  id: string;
  /** What keeps the viewer from attaching to it, or taking back what they attached. */
  unmet: readonly Unmet[];
  /** Who reads of it and hears of it, and so of what is attached to it. */
  sight: Sight;
  /** Units outside its line that hear of it. */
  hearers?: readonly number[];
}
/** What a noun says whose things have attachments. Who sees which row is in the policy (attachment.entity.ts). */
export interface Holder {
  names: readonly [zh: string, en: string];
  /** Somebody attaches as an author, to their own, wherever they sent it; else at their desk. */
  isByAuthor: boolean;
  find(scope: Scope, id: string): Promise<Matter | null>;
  /** From now to the end of the transaction nobody else moves it, nor counts what is attached to it. */
  hold(scope: Scope, id: string): Promise<boolean>;
  /** Counts anew where the thing's lists find it. Asked for after a change, with the thing held: two that arrive at once are both counted. */
  count?(scope: Scope, id: string): Promise<unknown>;
}

const holders = new Map<AttachmentSubject, Holder>();
export const holdsAttachments = (subject: AttachmentSubject, holder: Holder): void => void holders.set(subject, holder);
export const holderOf = (subject: AttachmentSubject): Holder => {
  const holder = holders.get(subject);
  if (!holder) throw new Error(`no noun says how attachments of ${subject} are held`);
  return holder;
};

/** In whose name somebody attaches, and who that is: a stand-in is themselves as an author, and at the desk whoever they stand in for. */
export const inWhoseName = (desk: Scope, { isByAuthor }: Holder): { scope: Scope; authorId: string } =>
  isByAuthor ? { scope: desk.author, authorId: selfOf(desk.rights) } : { scope: desk, authorId: desk.rights.personId };

/** A thing to which somebody attaches, held to the end of the transaction, and the scope in which they do. */
export interface Held {
  scope: Scope;
  authorId: string;
  matter: Matter;
}
export async function held(desk: Scope, subject: AttachmentSubject, id: string): Promise<Held> {
  const holder = holderOf(subject);
  const { scope, authorId } = inWhoseName(desk, holder);
  const isThere = isUuid(id) && (await holder.hold(scope, id));
  const matter = isThere ? await holder.find(scope, id) : null;
  if (!matter) throw notFound(...holder.names);
  return { scope, authorId, matter };
}
