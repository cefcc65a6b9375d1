import { type DutySubject, LINK_OF } from '../duties/duties.ts';
import type { Role } from '../roles.ts';

/** What rings, and why it does so for somebody (db/sql/notifications.sql makes them). TRIAL is what somebody asked for to try a channel. */
export const NOTIFICATION_KINDS = [
  ...(['URGENT_REPORT', 'REPORT_RETURNED', 'REPORT_ANSWERED', 'REPORT_ADOPTED', 'REPORT_INSTRUCTED'] as const),
  ...(['DUTY_BEGUN', 'DUTY_NEARS', 'DUTY_PASSED', 'TRIAL'] as const),
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** As whom somebody is told: who wrote it, whom an urgent report calls, their secretary, whom a deadline reminds, who asked for it. */
export const WHYS = [
  'AUTHOR',
  'CALLED',
  'SECRETARY',
  'HANDLER',
  'OFFICE_HEAD',
  'LEADER',
  'COUNTY_OFFICE',
  'ASKED',
] as const;
export type Why = (typeof WHYS)[number];

/** These pass quiet hours, and are acknowledged one by one. */
export const SEVERE: readonly NotificationKind[] = ['URGENT_REPORT'];

/** What a message outside the house says of them: the kind, and nothing of the matter. */
export const KIND_WORDS: Record<NotificationKind, readonly [zh: string, en: string]> = {
  URGENT_REPORT: ['紧急民情', 'urgent report'],
  REPORT_RETURNED: ['报送被退回', 'report returned'],
  REPORT_ANSWERED: ['报送有答复', 'report answered'],
  REPORT_ADOPTED: ['报送被采用', 'report adopted'],
  REPORT_INSTRUCTED: ['报送获批示', 'report instructed on'],
  DUTY_BEGUN: ['新的待办', 'new duty'],
  DUTY_NEARS: ['待办临期', 'duty nearly due'],
  DUTY_PASSED: ['待办逾期', 'duty overdue'],
  TRIAL: ['测试消息', 'trial message'],
};

/** Older ones are swept away at night. */
export const NOTIFICATION_DAYS = 90;

interface Told {
  kind: NotificationKind;
  why: Why;
  subject: string;
  subjectId: string | null;
}
/** Where the viewer finds what it is of; null where there is nothing to open. */
export function linkOf({ kind, why, subject, subjectId }: Told, role: Role): string | null {
  if (!subjectId || kind === 'TRIAL') return null;
  if (why === 'AUTHOR') return `/officer/mine/${subjectId}`;
  if (why === 'SECRETARY') return '/home'; // where the leader's alerts wait
  if (kind === 'URGENT_REPORT')
    return role === 'LEADER' ? `/leader/reports/${subjectId}` : `/desk/reports/${subjectId}`;
  if (!(subject in LINK_OF)) return null;
  if (role !== 'LEADER') return LINK_OF[subject as DutySubject](subjectId);
  return subject in LEADER_LINK ? `/leader/${LEADER_LINK[subject as 'CASE']}/${subjectId}` : null;
}
const LEADER_LINK = { CASE: 'cases', INSTRUCTION: 'instructions' } as const;
