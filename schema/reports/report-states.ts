import { MERGE_DAYS } from '../limits.ts';
import { CLERKS, type Role } from '../roles.ts';
import { type Actor, type Guard, isOneOf, type Machine, type Unmet, unmet } from '../transitions.ts';

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

/** What the guards look at: the report, and of its history what an undoing asks for. */
export interface ReportFacts {
  state: ReportState;
  line: Line;
  authorId: string;
  unitCode: number;
  handledAt?: Date | null;
  urgentAt?: Date | null;
  /** The villager was told its answer, or why nobody could be. */
  toldAt?: Date | null;
  untoldReason?: string | null;
  /** The newest line of its history. */
  lastStep?: { deed: string; actorId: string } | null;
  /** It stands in an issue, or an instruction was written on it. */
  isBuiltUpon?: boolean;
}

const byItsAuthor: Guard<ReportFacts> = ({ authorId }, { personId, actedById }) =>
  authorId === personId && !actedById ? null : unmet('author', '只有报送人本人可以操作', 'Only its author may do this');
/** Four eyes: who wrote it does not judge it. */
const byAnother: Guard<ReportFacts> = ({ authorId }, actor) =>
  isOneOf(actor, authorId) ? unmet('fourEyes', '不能处理自己报送的信息', 'You cannot handle your own report') : null;
export const onItsLine: Guard<ReportFacts> = ({ line }, { role }) =>
  (line === 'SEALED') === (role === 'DISCIPLINE_CLERK')
    ? null
    : unmet('line', '该信息不由本岗位处理', 'Another desk handles this line');
const notPastItsStation: Guard<ReportFacts> = ({ line }, { role }) =>
  line === 'DIRECT' && role === 'TOWNSHIP_CLERK'
    ? unmet('line', '直报信息由县群工办处理', 'Direct reports are handled by the county office')
    : null;
const AT_A_DESK = [byAnother, onItsLine, notPastItsStation];

/** Whoever did it takes it back, while nothing has come of it: it is the report's newest step. */
const undoing = (deed: string) => ({
  ...{ undoes: deed, looksBack: true },
  guards: [
    ...AT_A_DESK,
    ({ lastStep, isBuiltUpon }: ReportFacts, { personId }: Actor) => {
      if (lastStep?.deed !== deed || isBuiltUpon)
        return unmet('builtUpon', '此后已有其他办理、编入摘报或批示，不能撤销', 'Something has come of it since');
      return lastStep.actorId === personId
        ? null
        : unmet('sameClerk', '只能由原经办人撤销', 'Only whoever did it may undo it');
    },
  ],
});
const urgentOrNot = ({ urgentAt }: ReportFacts): ReportState => (urgentAt ? 'URGENT' : 'SUBMITTED');

/** Whoever heard it tells the villager; where they do not, a desk does. */
const byAuthorOrDesk: Guard<ReportFacts> = (facts, actor) => {
  const notTheirs = byItsAuthor(facts, actor);
  if (!notTheirs || !(CLERKS as readonly Role[]).includes(actor.role)) return notTheirs;
  return AT_A_DESK.map((guard) => guard(facts, actor)).find(Boolean) ?? null;
};
const untold: Guard<ReportFacts> = ({ toldAt }) =>
  toldAt ? unmet('told', '已经转告群众', 'The villager has been told') : null;
const notGivenUp: Guard<ReportFacts> = ({ untoldReason }) =>
  untoldReason ? unmet('untold', '已经说明未能转告的原因', 'Why nobody could be told has been said') : null;
/** Nothing that was answered is filed before the villager has the answer, or somebody has said why not (R48). */
const onceTold: Guard<ReportFacts> = ({ state, toldAt, untoldReason }) =>
  state === 'REPLIED' && !toldAt && !untoldReason
    ? unmet(
        'told',
        '还没有转告群众，也没有说明未能转告的原因',
        'The villager has not been told, nor has anybody said why not',
      )
    : null;

const AUTHORS = ['OFFICER', 'VILLAGE_HEAD', 'TOWNSHIP_CLERK'] as const satisfies readonly Role[];
const TELLERS = [...AUTHORS, 'COUNTY_CLERK', 'DISCIPLINE_CLERK'] as const satisfies readonly Role[];
const DESKS = ['TOWNSHIP_CLERK', 'COUNTY_CLERK'] as const satisfies readonly Role[];

/** The machine of a report (R26-R33, R42): the only place that says what may follow what. */
export const REPORT_MACHINE = {
  resubmit: {
    ...{ from: ['RETURNED'], to: 'SUBMITTED', leads: urgentOrNot, by: AUTHORS, guards: [byItsAuthor] },
    ...{ mutation: 'resubmitReport', asksMore: true, tells: 'REPORT_RESUBMITTED' },
  },
  withdraw: {
    ...{ from: ['SUBMITTED', 'URGENT', 'RETURNED'], to: 'WITHDRAWN', by: AUTHORS, guards: [byItsAuthor] },
    ...{ mutation: 'withdrawReport', tells: 'REPORT_WITHDRAWN' },
  },
  return: {
    ...{ from: ['SUBMITTED'], to: 'RETURNED', by: CLERKS, guards: AT_A_DESK },
    ...{ mutation: 'returnReport', asks: 'reason', many: 'returnReports', tells: 'REPORT_RETURNED' },
  },
  triage: {
    ...{ from: ['SUBMITTED'], to: 'TRIAGED', by: CLERKS, guards: AT_A_DESK },
    ...{ mutation: 'triageReport', many: 'triageReports', asksMore: true, tells: 'REPORT_TRIAGED' },
  },
  merge: {
    ...{ from: ['SUBMITTED', 'TRIAGED'], to: 'MERGED', by: DESKS, guards: AT_A_DESK },
    ...{ many: 'mergeReports', asksMore: true, tells: 'REPORT_MERGED' },
  },
  /** Back to where it stood: judged, or still waiting to be. */
  unmerge: {
    ...{
      from: ['MERGED'],
      to: 'TRIAGED',
      leads: ({ handledAt }: ReportFacts) => (handledAt ? 'TRIAGED' : 'SUBMITTED'),
    },
    ...{
      by: DESKS,
      guards: AT_A_DESK,
      undoes: 'merge',
      mutation: 'unmergeReport',
      isUnversioned: true,
      tells: 'REPORT_UNMERGED',
    },
  },
  flagUrgent: {
    ...{ from: ['SUBMITTED'], to: 'URGENT', by: CLERKS, guards: AT_A_DESK },
    ...{ mutation: 'flagUrgent', isGrave: true, tells: 'REPORT_URGENT' },
  },
  planUrgent: {
    ...{ from: ['URGENT'], to: 'TRIAGED', by: CLERKS, guards: AT_A_DESK },
    ...{ mutation: 'planUrgent', asksMore: true, tells: 'REPORT_PLANNED' },
  },
  lowerUrgent: {
    ...{ from: ['URGENT'], to: 'SUBMITTED', by: CLERKS, guards: AT_A_DESK },
    ...{ mutation: 'lowerUrgent', asks: 'reason', tells: 'REPORT_LOWERED' },
    says: 'It is less urgent than was said: the clock stops, and whoever was called hears so.',
  },
  /** As it stands, for another desk to judge. */
  seal: {
    ...{ from: ['SUBMITTED', 'URGENT'], to: 'SUBMITTED', leads: urgentOrNot, by: DESKS, guards: AT_A_DESK },
    tells: 'REPORT_SEALED',
  },
  untriage: {
    ...{ from: ['TRIAGED'], to: 'SUBMITTED', by: CLERKS, ...undoing('triage') },
    ...{ many: 'untriageReports', isUnversioned: true, tells: 'REPORT_UNTRIAGED' },
    says: 'Takes back an acceptance of the own, while nothing has come of it.',
  },
  unreturn: {
    ...{ from: ['RETURNED'], to: 'SUBMITTED', by: CLERKS, ...undoing('return') },
    ...{ many: 'unreturnReports', isUnversioned: true, tells: 'REPORT_UNRETURNED' },
    says: 'Takes back a return of the own, while its author has not answered.',
  },
  unflagUrgent: {
    ...{ from: ['URGENT'], to: 'SUBMITTED', by: CLERKS, ...undoing('flagUrgent') },
    ...{ mutation: 'unflagUrgent', isUnversioned: true, tells: 'REPORT_UNFLAGGED' },
    says: 'Takes it back, and tells the leaders who were alerted.',
  },
  /** One that was answered or filed stays so when an issue tells of it. */
  digest: {
    ...{ from: JUDGED, to: 'DIGESTED', leads: ({ state }: ReportFacts) => (state === 'TRIAGED' ? 'DIGESTED' : state) },
    ...{ by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'], tells: 'REPORT_DIGESTED' },
  },
  /** A case is opened on it; one that was answered or filed stays so. */
  case: {
    ...{ from: JUDGED, to: 'CASED' },
    leads: ({ state }: ReportFacts) => (state === 'TRIAGED' || state === 'DIGESTED' ? 'CASED' : state),
    ...{ by: DESKS, guards: AT_A_DESK, tells: 'REPORT_CASED' },
  },
  reply: {
    ...{ from: ['TRIAGED', 'DIGESTED', 'CASED', 'ORDERED'], to: 'REPLIED', by: CLERKS, guards: AT_A_DESK },
    ...{ mutation: 'replyReport', asks: 'answer', tells: 'REPORT_REPLIED' },
  },
  tell: {
    ...{ from: ['REPLIED'], to: 'REPLIED', by: TELLERS, guards: [byAuthorOrDesk, untold] },
    ...{ mutation: 'markReportTold', tells: 'REPORT_TOLD' },
    says: 'The villager has the answer (R48).',
  },
  cannotTell: {
    ...{ from: ['REPLIED'], to: 'REPLIED', by: TELLERS, guards: [byAuthorOrDesk, untold, notGivenUp] },
    ...{ mutation: 'markReportUntold', asks: 'reason', tells: 'REPORT_UNTOLD' },
    says: 'Nobody could be told the answer, and why (R48).',
  },
  archive: {
    ...{ from: ['TRIAGED', 'REPLIED'], to: 'ARCHIVED', by: CLERKS, guards: [...AT_A_DESK, onceTold] },
    ...{ mutation: 'archiveReport', asks: 'reason', tells: 'REPORT_ARCHIVED' },
  },
} as const satisfies Machine<string, ReportState, ReportFacts>;
export type ReportDeed = keyof typeof REPORT_MACHINE;

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
