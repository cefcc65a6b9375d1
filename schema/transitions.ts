import { LIMITS } from './limits.ts';
import type { Capacity, Role } from './roles.ts';

/** A guard that does not hold: a stable name for programs, words for people. */
export interface Unmet {
  guard: string;
  zh: string;
  en: string;
}
export const unmet = (guard: string, zh: string, en: string): Unmet => ({ guard, zh, en });

/** Who asks, as far as guards look at them. */
export interface Actor {
  role: Role;
  capacity: Capacity | null;
  /** Whose post it is. */
  personId: string;
  /** Who acts, where not the holder of the post but a stand-in. */
  actedById?: string | null;
  unitCode: number;
}
/** Whoever acts and whoever they stand in for are one pair of eyes: what one of them wrote the other does not sign. */
export const eyesOf = ({ personId, actedById }: Acting): string[] => (actedById ? [personId, actedById] : [personId]);
export const isOneOf = (actor: Acting, id: string): boolean => eyesOf(actor).includes(id);
/** Who it is in person: what somebody reported is theirs, and never a stand-in's. */
export const selfOf = ({ personId, actedById }: Acting): string => actedById ?? personId;
type Acting = Pick<Actor, 'personId' | 'actedById'>;
/** What keeps `actor` from the deed, or null. */
export type Guard<Facts> = (facts: Facts, actor: Actor) => Unmet | null;

/**
 * One row of a machine: a deed takes a thing from one of `from` to `to`, when done by one of `by`. From it come the role's gate and the mutation,
 * the field `viewerCan…`, the audit line and the change that listeners hear, the button with what it asks, and the walk that tests them.
 */
export interface Transition<State extends string, Facts> {
  from: readonly State[];
  to: State;
  /** Where the thing's own past decides: where it leads. */
  leads?: (facts: Facts) => State;
  by: readonly Role[];
  /** What must hold beyond state and role. */
  guards?: readonly Guard<Facts>[];
  /** The mutation that does it. Without one it comes about by another deed, and nobody is offered it. */
  mutation?: string;
  /** It asks for more than words: its mutation and its dialog are written by hand. */
  asksMore?: boolean;
  /** What the contract says of it, where its name does not. */
  says?: string;
  /** The mutation's argument for the words it cannot do without, and how many characters they have where not as many as `WORDS`. */
  asks?: string;
  words?: { min: number; max: number };
  /** A mutation that does it to many, each standing or falling alone. */
  many?: string;
  /** The deed that it takes back. */
  undoes?: string;
  /** Its button warns: it calls many, or there is no way back. */
  isGrave?: true;
  /** Its guards look at the thing's history. */
  looksBack?: boolean;
  /** It looks at the thing as it is now, not as the screen had it. */
  isUnversioned?: boolean;
  /** What everybody who may see the thing hears (ChangeKind). */
  tells?: string;
}
export type Machine<Deed extends string, State extends string, Facts> = Readonly<
  Record<Deed, Transition<State, Facts>>
>;

/** How many characters a deed's words have, as a reader counts them. */
export const WORDS: { min: number; max: number } = LIMITS.report.reason;
export const lengthOf = ({ words = WORDS }: Transition<string, never>): typeof WORDS => words;

/** Every guard that keeps `actor` from `deed`; empty means it may happen. */
export function unmetOf<Deed extends string, State extends string, Facts extends { state: State }>(
  machine: Machine<Deed, State, Facts>,
  deed: Deed,
  facts: Facts,
  actor: Actor,
): Unmet[] {
  return unmetIn(machine[deed], facts, actor);
}

/** The same of one row, whatever it belongs to. */
export function unmetIn<State extends string, Facts extends { state: State }>(
  { from, by, guards = [] }: Pick<Transition<State, Facts>, 'from' | 'by' | 'guards'>,
  facts: Facts,
  actor: Actor,
): Unmet[] {
  const missing: Unmet[] = [];
  if (!from.includes(facts.state)) missing.push(unmet('state', '当前状态不能执行此操作', 'Not possible in this state'));
  if (!by.includes(actor.role)) missing.push(unmet('role', '当前岗位无此权限', 'Your post does not allow this'));
  return [...missing, ...guards.flatMap((guard) => guard(facts, actor) ?? [])];
}

export const stateAfter = <Deed extends string, State extends string, Facts>(
  machine: Machine<Deed, State, Facts>,
  deed: Deed,
  facts: Facts,
): State => machine[deed].leads?.(facts) ?? machine[deed].to;

/** How a row's guards are called where it is printed; one that is made for the row has no name. */
export const guardNames = ({ guards = [] }: Transition<string, never>): string[] =>
  guards.map(({ name }) => name || 'its own history');

/** What somebody can set about by itself. */
export const isOffered = ({ mutation, many }: Pick<Transition<never, never>, 'mutation' | 'many'>): boolean =>
  Boolean(mutation ?? many);
export const deedsOf = <Deed extends string>(machine: Record<Deed, unknown>): Deed[] => Object.keys(machine) as Deed[];

/** What a browser calls the operation that asks for a mutation. */
export const operationOf = (mutation: string): string => mutation.charAt(0).toUpperCase() + mutation.slice(1);
/** The field that says whether the viewer may. */
export const viewerCan = (deed: string): string => `viewerCan${operationOf(deed)}`;

/** Whether the deed starts from a state, and whether a role does it; what else must hold only the server knows. */
export const startsFrom = <State extends string>({ from }: { from: readonly State[] }, state: string): boolean =>
  (from as readonly string[]).includes(state);
export const isDoneBy = ({ by }: { by: readonly Role[] }, role: Role): boolean => by.includes(role);

/** What the deeds of a machine let others hear. */
export const changesOf = <Tells extends string>(
  machine: Record<string, { mutation?: string; tells?: Tells }>,
): Tells[] => Object.values(machine).flatMap(({ tells }) => tells ?? []);
