import { dayOf } from '../calendar.ts';
import type { Role } from '../roles.ts';
import { type Guard, isOneOf, type Machine, unmet } from '../transitions.ts';

/** 立案回访 / 结案前回访 / 结案后回访 / 核查. */
export const REVISIT_KINDS = ['FILING', 'PRE_CLOSE', 'POST_CLOSE', 'VERIFY'] as const;
export type RevisitKind = (typeof REVISIT_KINDS)[number];

export const REVISIT_STATES = [
  'SCHEDULED',
  'ASSIGNED',
  'ATTEMPTED',
  'COMPLETED',
  'FOLLOW_UP',
  'UNREACHABLE',
  'CONFIRMED',
  'COUNTED',
  'CLOSED',
  'DROPPED',
] as const;
export type RevisitState = (typeof REVISIT_STATES)[number];

/** 待回访 / 待跟进 / 无法联系 / 已回访: where a revisit lies. */
export const REVISIT_TRAYS = {
  TODO: ['SCHEDULED', 'ASSIGNED', 'ATTEMPTED'],
  FOLLOW_UP: ['FOLLOW_UP'],
  UNREACHABLE: ['UNREACHABLE', 'CONFIRMED'],
  DONE: ['COMPLETED', 'COUNTED', 'CLOSED'],
} as const satisfies Record<string, readonly RevisitState[]>;
export type RevisitTray = keyof typeof REVISIT_TRAYS;
/** Somebody has still to reach the villager. */
export const REVISITS_TO_DO: readonly RevisitState[] = REVISIT_TRAYS.TODO;
/** Its unit may still reach the villager, also where it gave up and nobody has confirmed that. */
export const REVISITS_OPEN: readonly RevisitState[] = [...REVISITS_TO_DO, 'UNREACHABLE'];
/** What a closing rests on: the villager was heard, or the county has let an unreachable one count. */
export const REVISITS_THAT_COUNT: readonly RevisitState[] = ['COMPLETED', 'COUNTED'];

/** Nobody counts as unreachable before so many attempts, each on a day of its own (our own setting). */
export const ATTEMPTS = 3;

/** 满意 / 基本满意 / 不满意; a villager may decline to rate. */
export const RATINGS = ['SATISFIED', 'FAIRLY', 'DISSATISFIED'] as const;
export type Rating = (typeof RATINGS)[number];
export const REVISIT_METHODS = ['PHONE', 'DOOR', 'MEETING'] as const;
export type RevisitMethod = (typeof REVISIT_METHODS)[number];

export interface Attempt {
  /** ISO instant. */
  at: string;
  method: RevisitMethod;
  note: string;
  byName: string;
}

/** What the guards look at. */
export interface RevisitFacts {
  state: RevisitState;
  kind: RevisitKind;
  /** The unit that does it. */
  unitCode: number;
  /** Units that act on the matter, or that it is about: nobody of them revisits. */
  barredUnitCodes: readonly number[];
  attempts: readonly Attempt[];
  isSolved?: boolean | null;
  rating?: Rating | null;
  /** Who gave up, and who has confirmed that: three pairs of eyes in all. */
  gaveUpById?: string | null;
  confirmedById?: string | null;
}
type By = Guard<RevisitFacts>;

const byItsUnit: By = ({ unitCode }, actor) =>
  unitCode === actor.unitCode ? null : unmet('itsUnit', '由承担回访的单位办理', 'The unit that revisits does this');
const byAnother: By = ({ barredUnitCodes }, { unitCode }) =>
  barredUnitCodes.includes(unitCode)
    ? unmet('recusal', '办理单位和所涉单位不能回访', 'Whoever handles it, or whom it is about, does not revisit')
    : null;
/** R52: the office looks itself whether a result holds. */
const unlessVerifying: By = ({ kind }) =>
  kind === 'VERIFY' ? unmet('theOffice', '核查回访由县群工办进行', 'The county office verifies by itself') : null;
const onThreeDays: By = ({ attempts }) =>
  attempts.length >= ATTEMPTS && new Set(attempts.map(({ at }) => dayOf(new Date(at)))).size >= ATTEMPTS
    ? null
    : unmet('threeDays', '须在三个不同日期联系三次未成', 'Three attempts on three days come first');
const byOthers =
  (...had: ('gaveUpById' | 'confirmedById')[]): By =>
  (facts, actor) =>
    had.some((who) => facts[who] && isOneOf(actor, facts[who]))
      ? unmet('fourEyes', '须由另一人确认', 'Somebody else confirms')
      : null;

const OFFICE = ['COUNTY_CLERK'] as const satisfies readonly Role[];
/** Who may ask a villager whether a matter is settled. */
export const REVISITORS = ['COUNTY_CLERK', 'TOWNSHIP_CLERK', 'VILLAGE_HEAD'] as const satisfies readonly Role[];

/** Unsolved, or dissatisfied: something has to follow. */
export const needsFollowUp = ({ isSolved, rating }: Pick<RevisitFacts, 'isSolved' | 'rating'>): boolean =>
  isSolved === false || rating === 'DISSATISFIED';

/** The machine of a revisit (R52, R62): who asks the villager, how often it was tried, and what came of it. */
export const REVISIT_MACHINE = {
  assign: {
    ...{ from: ['SCHEDULED', 'ASSIGNED', 'ATTEMPTED'], to: 'ASSIGNED', by: OFFICE },
    guards: [unlessVerifying, byAnother],
    ...{ mutation: 'assignRevisit', asksMore: true, tells: 'REVISIT_ASSIGNED' },
    says: 'Which unit revisits: none that acts on the matter, nor one that it is about.',
  },
  attempt: {
    ...{ from: ['SCHEDULED', 'ASSIGNED', 'ATTEMPTED', 'UNREACHABLE'], to: 'ATTEMPTED', by: REVISITORS },
    guards: [byItsUnit, byAnother],
    ...{ mutation: 'attemptRevisit', asksMore: true, tells: 'REVISIT_ATTEMPTED' },
    says: 'The villager was not reached: how and when it was tried.',
  },
  complete: {
    ...{ from: ['SCHEDULED', 'ASSIGNED', 'ATTEMPTED', 'UNREACHABLE'], to: 'COMPLETED', by: REVISITORS },
    leads: (facts: RevisitFacts): RevisitState => (needsFollowUp(facts) ? 'FOLLOW_UP' : 'COMPLETED'),
    guards: [byItsUnit, byAnother],
    ...{ mutation: 'completeRevisit', asksMore: true, tells: 'REVISIT_COMPLETED' },
    says: 'The villager was asked: unsolved or dissatisfied with a reason, what it is of is handled again.',
  },
  giveUp: {
    ...{ from: ['ATTEMPTED'], to: 'UNREACHABLE', by: REVISITORS, guards: [byItsUnit, byAnother, onThreeDays] },
    ...{ mutation: 'giveUpRevisit', tells: 'REVISIT_GIVEN_UP' },
  },
  confirm: {
    ...{ from: ['UNREACHABLE'], to: 'CONFIRMED', by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'] },
    guards: [byAnother, byOthers('gaveUpById')],
    ...{ mutation: 'confirmRevisit', tells: 'REVISIT_CONFIRMED' },
    says: 'A second person has seen that nobody can be reached.',
  },
  count: {
    ...{ from: ['CONFIRMED'], to: 'COUNTED', by: ['COUNTY_DIRECTOR'] },
    guards: [byAnother, byOthers('gaveUpById', 'confirmedById')],
    ...{ mutation: 'countRevisit', asks: 'reason', tells: 'REVISIT_COUNTED' },
    says: 'The county lets it count as done, so that its matter may go on.',
  },
  explain: {
    ...{ from: ['FOLLOW_UP'], to: 'CLOSED', by: OFFICE, guards: [byAnother] },
    ...{ mutation: 'explainRevisit', asks: 'explanation', tells: 'REVISIT_EXPLAINED' },
    says: 'What was followed up, or explained to the villager.',
  },
  /** Its round is over before it was done. */
  drop: {
    ...{ from: ['SCHEDULED', 'ASSIGNED', 'ATTEMPTED', 'UNREACHABLE', 'CONFIRMED'], to: 'DROPPED', by: OFFICE },
    tells: 'REVISIT_DROPPED',
  },
} as const satisfies Machine<string, RevisitState, RevisitFacts>;
export type RevisitDeed = keyof typeof REVISIT_MACHINE;
