import type { Scope } from '../scope/scope.ts';

/** A thing that can be open on a desk; a noun brings it (its parts.ts). */
export interface Attended {
  /** The noun's word. */
  subject: string;
  /** Whether row security lets the scope see it. */
  isSeen(scope: Scope, id: string): Promise<boolean>;
}

const known = new Map<string, Attended>();
export const registerAttended = (more: readonly Attended[]): void => {
  for (const each of more) known.set(each.subject, each);
};
export const attendedOf = (subject: string): Attended | undefined => known.get(subject);
