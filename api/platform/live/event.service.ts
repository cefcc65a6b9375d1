import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import { rowOf, type Subject } from '../deeds/subject.ts';
import type { Scope } from '../scope/scope.ts';
import { wake } from './wake.ts';

/** Tells, in the deed's own transaction, everybody who may see the subject; numbered at commit, woken after it. */
export async function tell(scope: Scope, kind: ChangeKind, subject: Subject): Promise<void> {
  await scope.insert('event', eventOf(scope, kind, subject));
  scope.onCommit(() => wake(scope.database));
}

/** As many events of one kind at once. */
export async function tellMany(scope: Scope, kind: ChangeKind, subjects: readonly Subject[]): Promise<void> {
  await scope.insertMany(
    'event',
    subjects.map((subject) => eventOf(scope, kind, subject)),
  );
  scope.onCommit(() => wake(scope.database));
}

const eventOf = (scope: Scope, kind: ChangeKind, subject: Subject) => ({
  ...rowOf(scope, { ...subject, about: { [subject.subject]: subject.subjectId, ...subject.about } }),
  kind,
});
