import { MERGE_DAYS } from '../limits.ts';
import type { Role } from '../roles.ts';
import { type TransitionTable, tableUnmet, type Unmet, unmet } from '../transitions.ts';

export const REPORT_STATES = [
  'SUBMITTED',
  'RETURNED',
  'URGENT',
  'TRIAGED',
  'MERGED',
  'DIGESTED',
  'CASED',
  'ORDERED',
  'REPLIED',
  'ARCHIVED',
  'WITHDRAWN',
] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type Line = 'LINE' | 'DIRECT' | 'SEALED';

/** Somebody has judged it, and it was not given back or taken away: an issue may rest on it. */
export const JUDGED = [
  'TRIAGED',
  'DIGESTED',
  'CASED',
  'ORDERED',
  'REPLIED',
  'ARCHIVED',
] as const satisfies readonly ReportState[];
/** Nobody has judged it yet, or it was given back before that. */
export const UNJUDGED = ['SUBMITTED', 'URGENT', 'RETURNED'] as const satisfies readonly ReportState[];
/** In these no report is a candidate of the digest: nothing of it is left to be told, or it is told with its master. */
export const OUT_OF_USE = ['RETURNED', 'MERGED', 'WITHDRAWN'] as const satisfies readonly ReportState[];

/** 待办 / 在办 / 已办; 超期 is what of 待办 has passed its due instant. */
export const TRAY_STATES = {
  TODO: ['SUBMITTED', 'URGENT'],
  DOING: ['RETURNED', 'TRIAGED', 'DIGESTED', 'CASED', 'ORDERED'],
  DONE: ['MERGED', 'REPLIED', 'ARCHIVED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly ReportState[]>;

export type ReportDeed =
  | 'resubmit'
  | 'withdraw'
  | 'return'
  | 'triage'
  | 'merge'
  | 'unmerge'
  | 'flagUrgent'
  | 'planUrgent'
  | 'lowerUrgent'
  | 'seal'
  | 'untriage'
  | 'unreturn'
  | 'unflagUrgent'
  | 'digest'
  | 'reply'
  | 'archive';

const AUTHORS: readonly Role[] = ['OFFICER', 'VILLAGE_HEAD', 'TOWNSHIP_CLERK'];
const CLERKS: readonly Role[] = ['TOWNSHIP_CLERK', 'COUNTY_CLERK', 'DISCIPLINE_CLERK'];
const DESKS: readonly Role[] = ['TOWNSHIP_CLERK', 'COUNTY_CLERK'];

/** State machine of a report (R26-R33, R42): the only place that says what may follow what. */
export const REPORT_TRANSITIONS: TransitionTable<ReportDeed, ReportState> = {
  resubmit: { from: ['RETURNED'], to: 'SUBMITTED', by: AUTHORS },
  withdraw: { from: ['SUBMITTED', 'URGENT', 'RETURNED'], to: 'WITHDRAWN', by: AUTHORS },
  return: { from: ['SUBMITTED'], to: 'RETURNED', by: CLERKS },
  triage: { from: ['SUBMITTED'], to: 'TRIAGED', by: CLERKS },
  merge: { from: ['SUBMITTED', 'TRIAGED'], to: 'MERGED', by: DESKS },
  unmerge: { from: ['MERGED'], to: 'TRIAGED', by: DESKS },
  flagUrgent: { from: ['SUBMITTED'], to: 'URGENT', by: CLERKS },
  planUrgent: { from: ['URGENT'], to: 'TRIAGED', by: CLERKS },
  lowerUrgent: { from: ['URGENT'], to: 'SUBMITTED', by: CLERKS },
  seal: { from: ['SUBMITTED', 'URGENT'], to: 'SUBMITTED', by: DESKS },
  untriage: { from: ['TRIAGED'], to: 'SUBMITTED', by: CLERKS },
  unreturn: { from: ['RETURNED'], to: 'SUBMITTED', by: CLERKS },
  unflagUrgent: { from: ['URGENT'], to: 'SUBMITTED', by: CLERKS },
  digest: { from: JUDGED, to: 'DIGESTED', by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'] },
  reply: { from: ['TRIAGED', 'DIGESTED', 'CASED', 'ORDERED'], to: 'REPLIED', by: CLERKS },
  archive: { from: ['TRIAGED', 'REPLIED'], to: 'ARCHIVED', by: CLERKS },
};

/** Where a deed leads. A report is sealed as it stands, and one that was answered or filed stays so when an issue tells of it. What is undone puts a report back where it stood: judged, urgent, or still waiting to be judged. */
export function stateAfter(
  deed: ReportDeed,
  report: { state?: ReportState; handledAt?: Date | null; urgentAt?: Date | null },
): ReportState {
  if (deed === 'digest' && report.state && report.state !== 'TRIAGED') return report.state;
  if (deed === 'seal' && report.urgentAt) return 'URGENT';
  if (deed === 'unmerge' && !report.handledAt) return 'SUBMITTED';
  if (deed === 'resubmit' && report.urgentAt) return 'URGENT';
  return REPORT_TRANSITIONS[deed].to;
}

/** What an undoing undoes: the report's newest step, done by the same person. */
export const UNDOES = { untriage: 'triage', unreturn: 'return', unflagUrgent: 'flagUrgent' } as const;
export type Undoing = keyof typeof UNDOES;
export const isUndoing = (deed: ReportDeed): deed is Undoing => deed in UNDOES;

/** What the guards look at: the report and who asks. */
export interface ReportFacts {
  state: ReportState;
  line: Line;
  authorId: string;
  unitCode: number;
  /** The newest line of its history; an undoing asks for it. */
  lastStep?: { deed: string; actorId: string } | null;
  /** It stands in an issue, or an instruction was written on it. */
  isBuiltUpon?: boolean;
}
export interface Actor {
  role: Role;
  personId: string;
  unitCode: number;
}

/** Every guard that keeps `actor` from `deed` on `report`; empty means the deed may happen. */
export function reportUnmet(deed: ReportDeed, report: ReportFacts, actor: Actor): Unmet[] {
  const missing = tableUnmet(REPORT_TRANSITIONS, deed, report.state, actor.role);
  const own = report.authorId === actor.personId;
  if ((deed === 'withdraw' || deed === 'resubmit') && !own)
    missing.push(unmet('author', '只有报送人本人可以操作', 'Only its author may do this'));
  if (CLERK_DEEDS.has(deed)) {
    // Four eyes: who wrote it does not judge it.
    if (own) missing.push(unmet('fourEyes', '不能处理自己报送的信息', 'You cannot handle your own report'));
    if ((report.line === 'SEALED') !== (actor.role === 'DISCIPLINE_CLERK'))
      missing.push(unmet('line', '该信息不由本岗位处理', 'Another desk handles this line'));
    if (report.line === 'DIRECT' && actor.role === 'TOWNSHIP_CLERK')
      missing.push(unmet('line', '直报信息由县群工办处理', 'Direct reports are handled by the county office'));
  }
  if (isUndoing(deed)) missing.push(...undoingUnmet(deed, report, actor));
  return missing;
}
const CLERK_DEEDS = new Set<ReportDeed>([
  'return',
  'triage',
  'merge',
  'unmerge',
  'flagUrgent',
  'planUrgent',
  'lowerUrgent',
  'seal',
  'untriage',
  'unreturn',
  'unflagUrgent',
  'reply',
  'archive',
]);

/** Whoever did it takes it back, while nothing has come of it. */
function undoingUnmet(deed: Undoing, { lastStep, isBuiltUpon }: ReportFacts, actor: Actor): Unmet[] {
  if (lastStep?.deed !== UNDOES[deed] || isBuiltUpon)
    return [unmet('builtUpon', '此后已有其他办理、编入摘报或批示，不能撤销', 'Something has come of it since')];
  return lastStep.actorId === actor.personId
    ? []
    : [unmet('sameClerk', '只能由原经办人撤销', 'Only whoever did it may undo it')];
}

export interface MergeFacts {
  id: string;
  topicCode: string;
  /** Where the matter is: the village group, or the village where nobody named a group. */
  placeCode: number;
  line: Line;
  masterId: string | null;
  occurredAt: Date;
}
/** Guards between a member and its master: same matter, same place, within 90 days, no chains. */
export function mergeUnmet(member: MergeFacts, master: MergeFacts): Unmet[] {
  const missing: Unmet[] = [];
  if (member.id === master.id) missing.push(unmet('self', '不能并入自身', 'Cannot merge into itself'));
  if (member.topicCode !== master.topicCode) missing.push(unmet('sameTopic', '类别不同', 'Topics differ'));
  if (member.placeCode !== master.placeCode) missing.push(unmet('samePlace', '不是同一村组', 'Places differ'));
  if (member.line !== master.line) missing.push(unmet('sameLine', '报送线路不同', 'Lines differ'));
  if (master.masterId) missing.push(unmet('masterIsOpen', '主件已并入其他信息', 'The primary is itself merged'));
  if (Math.abs(+member.occurredAt - +master.occurredAt) > MERGE_DAYS * 86_400_000)
    missing.push(unmet('within90Days', `相隔超过${MERGE_DAYS}天`, `More than ${MERGE_DAYS} days apart`));
  return missing;
}
