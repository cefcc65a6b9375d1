import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import type { Scope } from '../scope/scope.ts';
import { newId } from '../tables/ids.ts';
import type { Event } from './event.entity.ts';
import { wake } from './wake.ts';

/** Whom the event concerns: the scope columns that decide who hears of it. */
export interface Subject {
  unitCode: number;
  authorId?: string | null;
  line?: Event['line'];
  reportId?: string;
  digestId?: string;
  itemId?: string | null;
  instructionId?: string;
}

/** Tells, in the deed's own transaction, everybody who may see the subject; numbered at commit, woken after it. */
export async function tell(scope: Scope, kind: ChangeKind, subject: Subject): Promise<void> {
  const { countyCode } = scope.rights;
  await scope.insert('event', {
    ...subject,
    countyCode,
    id: newId(),
    kind,
    at: scope.now,
    line: subject.line ?? 'LINE',
  });
  scope.onCommit(() => wake(scope.database));
}
