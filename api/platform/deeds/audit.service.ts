import type { Scope } from '../scope/scope.ts';
import { rowOf, type Subject } from './subject.ts';

export interface DeedDone {
  deed: string;
  fromState?: string | null;
  toState?: string | null;
  note?: string | null;
  detail?: unknown;
}

/** Writes the audit line in the deed's own transaction: no deed without its line, no line without its deed. */
export const record = (scope: Scope, subject: Subject, done: DeedDone): Promise<void> =>
  scope.insert('audit', lineOf(scope, subject, done));

/** As many lines at once, a deed done to each. */
export const recordMany = (scope: Scope, lines: readonly (readonly [Subject, DeedDone])[]): Promise<void> =>
  scope.insertMany(
    'audit',
    lines.map(([subject, done]) => lineOf(scope, subject, done)),
  );

function lineOf(scope: Scope, subject: Subject, { deed, fromState, toState, note, detail }: DeedDone) {
  const { personId: actorId, personName: actorName, role: actorRole, ...rights } = scope.rights;
  const { capacity: actorCapacity, unitCode: actorUnitCode, actedById, actedByName } = rights;
  const actor = { actorId, actorName, actorRole, actorCapacity, actorUnitCode, actedById, actedByName };
  const states = { fromState: fromState ?? null, toState: toState ?? null };
  const words = { note: note ?? null, detail: detail ?? null };
  return { ...rowOf(scope, subject), deed, ...states, ...words, ...actor };
}
