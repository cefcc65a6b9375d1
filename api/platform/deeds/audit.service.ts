import type { Scope } from '../scope/scope.ts';
import { newId } from '../tables/ids.ts';
import type { Audit } from './audit.entity.ts';

/** The thing that a deed was done to, with the visibility that its history shares. */
export interface Subject {
  subject: Audit['subject'];
  subjectId: string;
  unitCode: number;
  authorId?: string | null;
  line?: Audit['line'];
}

export interface DeedDone {
  deed: string;
  fromState?: string | null;
  toState?: string | null;
  note?: string | null;
  detail?: unknown;
}

/** Writes the audit line in the deed's own transaction: no deed without its line, no line without its deed. */
export async function record(scope: Scope, subject: Subject, done: DeedDone): Promise<void> {
  const { countyCode, personId, personName, role } = scope.rights;
  const actor = { countyCode, actorId: personId, actorName: personName, actorRole: role };
  await scope.insert('audit', {
    ...subject,
    ...done,
    ...actor,
    id: newId(),
    at: scope.now,
    line: subject.line ?? 'LINE',
  });
}
