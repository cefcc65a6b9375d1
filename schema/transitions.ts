import type { Role } from './roles.ts';

/** One row of a transition table: a deed takes a thing from one of `from` to `to`, when done by one of `by`. */
export interface Transition<State extends string> {
  from: readonly State[];
  to: State;
  by: readonly Role[];
}
export type TransitionTable<Deed extends string, State extends string> = Record<Deed, Transition<State>>;

/** A guard that does not hold: a stable name for programs, words for people. */
export interface Unmet {
  guard: string;
  zh: string;
  en: string;
}
export const unmet = (guard: string, zh: string, en: string): Unmet => ({ guard, zh, en });

/** The guards that a table itself knows: state and role. Empty when the deed may go on to its own guards. */
export function tableUnmet<D extends string, S extends string>(
  table: TransitionTable<D, S>,
  deed: D,
  state: S,
  role: Role,
): Unmet[] {
  const row = table[deed];
  const missing: Unmet[] = [];
  if (!row.from.includes(state)) missing.push(unmet('state', `当前状态不能执行此操作`, `Not possible in this state`));
  if (!row.by.includes(role)) missing.push(unmet('role', `当前岗位无此权限`, `Your post does not allow this`));
  return missing;
}
