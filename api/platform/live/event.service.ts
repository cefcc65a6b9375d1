import type { Scope } from '../scope/scope.ts';
import { newId } from '../tables/ids.ts';
import type { Event } from './event.entity.ts';
import { wake } from './wake.ts';

export const CHANGE_KINDS = [
  'REPORT_SUBMITTED',
  'REPORT_RETURNED',
  'REPORT_RESUBMITTED',
  'REPORT_TRIAGED',
  'REPORT_URGENT',
  'REPORT_PLANNED',
  'REPORT_LOWERED',
  'REPORT_SEALED',
  'REPORT_UNTRIAGED',
  'REPORT_UNRETURNED',
  'REPORT_UNFLAGGED',
  'REPORT_MERGED',
  'REPORT_UNMERGED',
  'REPORT_WITHDRAWN',
  'REPORT_REPLIED',
  'REPORT_ARCHIVED',
  'REPORT_DIGESTED',
  'REPORT_SET_ASIDE',
  'REPORT_UNSET_ASIDE',
  'DIGEST_OPENED',
  'DIGEST_EDITED',
  'DIGEST_MOVED',
  'DIGEST_ISSUED',
  'DIGEST_READ',
  'DIGEST_OVERDUE',
  'DIGEST_FILE_READY',
  'INSTRUCTED',
  'INSTRUCTION_WITHDRAWN',
  'INSTRUCTION_READ',
  'ALERT_RAISED',
  'ALERT_ACKNOWLEDGED',
  'ALERT_WITHDRAWN',
  'IDENTITY_REQUESTED',
  'IDENTITY_APPROVED',
  'IDENTITY_UNAPPROVED',
  'IDENTITY_REFUSED',
  'IDENTITY_WITHDRAWN',
  'IDENTITY_OPENED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

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
