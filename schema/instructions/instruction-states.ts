import { type Capacity, CLERKS_OF_UNITS, HEADS_OF_UNITS, OF_UNITS } from '../roles.ts';
import { type Guard, type Machine, type Unmet, unmet } from '../transitions.ts';

export const INSTRUCTION_STATES = [
  'INSTRUCTED',
  'WITHDRAWN',
  'REGISTERED',
  'DISPATCHED',
  'SIGNED_FOR',
  'OBJECTED',
  'HANDLING',
  'REPORTED',
  'VERIFYING',
  'RETURNED',
  'RESULT_TO_LEADER',
  'CLOSED',
] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

/** 待登记 / 待签收 / 在办 / 待核实 / 呈报 / 办结: where an instruction lies. 超期 is what of the open ones has passed its day. */
export const INSTRUCTION_TRAYS = {
  REGISTERING: ['INSTRUCTED', 'REGISTERED', 'OBJECTED'],
  SIGNING: ['DISPATCHED'],
  HANDLING: ['SIGNED_FOR', 'HANDLING', 'RETURNED'],
  VERIFYING: ['REPORTED', 'VERIFYING'],
  WITH_LEADER: ['RESULT_TO_LEADER'],
  CLOSED: ['CLOSED'],
} as const satisfies Record<string, readonly InstructionState[]>;
export type InstructionTray = keyof typeof INSTRUCTION_TRAYS;

/** Something is still owed on it. */
export const OPEN_INSTRUCTIONS: readonly InstructionState[] = INSTRUCTION_STATES.filter(
  (state) => state !== 'WITHDRAWN' && state !== 'CLOSED',
);
/** The units that act on it see it: from its dispatch on, but not while a wrong dispatch has been taken back. */
export const OUT_TO_UNITS: readonly InstructionState[] = INSTRUCTION_STATES.filter(
  (state) => !['INSTRUCTED', 'WITHDRAWN', 'REGISTERED'].includes(state),
);

/** Who has it now, by its state; nobody any more where it is done with. */
export type Holder = 'OFFICE' | 'UNIT' | 'LEADER';
const HELD: Readonly<Record<InstructionTray, Holder | null>> = {
  REGISTERING: 'OFFICE',
  SIGNING: 'UNIT',
  HANDLING: 'UNIT',
  VERIFYING: 'OFFICE',
  WITH_LEADER: 'LEADER',
  CLOSED: null,
};
export function holderOf(state: InstructionState): Holder | null {
  const trays = Object.entries(INSTRUCTION_TRAYS) as [InstructionTray, readonly InstructionState[]][];
  const tray = trays.find(([, states]) => states.includes(state));
  return tray ? HELD[tray[0]] : null;
}

/** After so many objections the office designates the unit (our own setting, as hotlines do). */
export const MOST_OBJECTIONS = 3;

/** What the guards look at. */
export interface InstructionFacts {
  state: InstructionState;
  leaderId: string;
  readAt?: Date | null;
  /** The main unit: it signs, objects, handles and reports. */
  responsibleUnitCode: number;
  objections: number;
  isDesignated: boolean;
  /** Until when the main unit may object (Art. 23). */
  objectUntil?: Date | null;
  now: Date;
  /** A co-unit that has signed already; null for whoever is none. These four are looked at for their deeds alone. */
  hasCoSigned?: boolean | null;
  /** Whether a unit has signed for its part. */
  isSignedFor?: boolean;
  /** The result of this round as it is written, and who has signed it. */
  result?: { isSigned: boolean } | null;
  /** Whose instruction it is: a city leader's result is verified by a revisit, which is done in this round or not. */
  level?: 'CITY' | 'COUNTY';
  isRevisited?: boolean;
  /** Cases that it is handled by and that are not as far as their revisit, or not closed. */
  openCases?: number;
  /** Instructions that followed from this one and are open. */
  openChildren?: number;
  answeredAt?: Date | null;
}
type By = Guard<InstructionFacts>;

const byItsLeader: By = ({ leaderId }, { personId }) =>
  leaderId === personId ? null : unmet('author', '只有批示人本人可以操作', 'Only its leader may do this');
const beforeItIsRead: By = ({ readAt }) =>
  readAt ? unmet('unread', '县群工办已阅，不能撤回', 'The county office has read it') : null;
const byTheMainUnit: By = ({ responsibleUnitCode }, { unitCode }) =>
  responsibleUnitCode === unitCode ? null : unmet('mainUnit', '由主办单位办理', 'The main unit does this');
const byACoUnit: By = ({ hasCoSigned }) => {
  if (hasCoSigned === undefined) return null;
  if (hasCoSigned === null) return unmet('coUnit', '由协办单位签收', 'A co-unit does this');
  return hasCoSigned ? unmet('signed', '本单位已签收', 'Your unit has signed for it') : null;
};
const beforeAnySigning: By = ({ isSignedFor }) =>
  isSignedFor ? unmet('signedFor', '已有单位签收，不能撤回', 'A unit has signed for it') : null;
const beforeTheThird: By = ({ objections }) =>
  objections < MOST_OBJECTIONS
    ? null
    : unmet('objections', '已提出三次异议，由县群工办指定单位办理', 'After three objections the office designates');
const unlessDesignated: By = ({ isDesignated }) =>
  isDesignated ? unmet('designated', '县群工办已指定办理，不能再提异议', 'The office has designated your unit') : null;
const inTime: By = ({ objectUntil, now }) =>
  objectUntil && now > objectUntil ? unmet('objectUntil', '已过异议期限', 'The time for objecting is over') : null;
const withAResult: By = ({ result }) =>
  result === null ? unmet('result', '还没有填写办理报告', 'The result report is not written yet') : null;
/** R51: the written report is signed by the unit's main leader or the one in charge. */
export const SIGNING_CAPACITIES: readonly Capacity[] = ['PRINCIPAL', 'IN_CHARGE'];
const bySigners: By = (_facts, { capacity }): Unmet | null =>
  capacity && SIGNING_CAPACITIES.includes(capacity)
    ? null
    : unmet('signer', '办理报告须由主要负责人或分管领导签字', 'The principal or the leader in charge signs');
const whenSigned: By = ({ result }) =>
  result && !result.isSigned ? unmet('signed', '办理报告还没有签字', 'The result report is not signed') : null;
const withoutOpenChildren: By = ({ openChildren = 0 }) =>
  openChildren ? unmet('children', '再批示的事项还没有办结', 'What followed from it is still open') : null;
const withARevisit: By = ({ level, isRevisited }) =>
  level === 'CITY' && isRevisited === false
    ? unmet('revisit', '市领导批示须先完成核查回访', "A city leader's instruction wants its revisit first")
    : null;
const withoutOpenCases: By = ({ openCases = 0 }) =>
  openCases ? unmet('cases', '所立案件还没有办到这一步', 'A case that it is handled by is not that far yet') : null;
const unanswered: By = ({ answeredAt }) =>
  answeredAt ? unmet('answered', '已答复信息员', 'Its reporters have their answer') : null;

const OFFICE = ['COUNTY_CLERK'] as const;

/** The machine of a leader's instruction (R46, R51, R52; Art. 23): from the leader's words to the leader's acceptance of what came of them. */
export const INSTRUCTION_MACHINE = {
  read: {
    ...{ from: ['INSTRUCTED'], to: 'INSTRUCTED', by: OFFICE },
    ...{ mutation: 'markInstructionRead', isUnversioned: true, tells: 'INSTRUCTION_READ' },
    says: 'The office has opened it: from now on its leader cannot take it back.',
  },
  /** Until the office has read it. */
  withdraw: {
    ...{ from: ['INSTRUCTED'], to: 'WITHDRAWN', by: ['LEADER'], guards: [byItsLeader, beforeItIsRead] },
    ...{ mutation: 'withdrawInstruction', isUnversioned: true, tells: 'INSTRUCTION_WITHDRAWN' },
  },
  register: {
    ...{ from: ['INSTRUCTED', 'REGISTERED'], to: 'REGISTERED', by: OFFICE },
    ...{ mutation: 'registerInstruction', asksMore: true, tells: 'INSTRUCTION_REGISTERED' },
    says: 'The office takes it on: what it is about in words for the units, one main unit, co-units, and the day. Until it is dispatched it may be done again.',
  },
  dispatch: {
    ...{ from: ['REGISTERED'], to: 'DISPATCHED', by: OFFICE },
    ...{ mutation: 'dispatchInstruction', tells: 'INSTRUCTION_DISPATCHED' },
    says: 'It goes to its units: from now on they see it, and the main unit signs for it within its time.',
  },
  recall: {
    ...{ from: ['DISPATCHED'], to: 'REGISTERED', by: OFFICE, undoes: 'dispatch', guards: [beforeAnySigning] },
    ...{ mutation: 'recallInstruction', tells: 'INSTRUCTION_RECALLED' },
    says: 'A wrong dispatch is taken back while nobody has signed for it; its units see it no longer.',
  },
  signFor: {
    ...{ from: ['DISPATCHED'], to: 'SIGNED_FOR', by: CLERKS_OF_UNITS, guards: [byTheMainUnit] },
    ...{ mutation: 'signForInstruction', tells: 'INSTRUCTION_SIGNED_FOR' },
  },
  coSign: {
    ...{ from: ['DISPATCHED', 'SIGNED_FOR', 'HANDLING', 'RETURNED'], to: 'SIGNED_FOR' },
    ...{ leads: ({ state }: InstructionFacts) => state, by: CLERKS_OF_UNITS, guards: [byACoUnit] },
    ...{ mutation: 'coSignInstruction', tells: 'INSTRUCTION_CO_SIGNED' },
    says: 'A co-unit signs for its part; the state does not change.',
  },
  object: {
    ...{ from: ['SIGNED_FOR'], to: 'OBJECTED', by: OF_UNITS },
    guards: [byTheMainUnit, unlessDesignated, beforeTheThird, inTime],
    ...{ mutation: 'objectToInstruction', asks: 'reason', tells: 'INSTRUCTION_OBJECTED' },
    says: 'The main unit holds that it is not its matter (Art. 23); the office decides.',
  },
  uphold: {
    ...{ from: ['OBJECTED'], to: 'SIGNED_FOR', by: OFFICE },
    ...{ mutation: 'upholdInstruction', asks: 'reason', tells: 'INSTRUCTION_UPHELD' },
    says: 'The office keeps to its dispatch.',
  },
  redispatch: {
    ...{ from: ['OBJECTED'], to: 'DISPATCHED', by: OFFICE },
    ...{ mutation: 'redispatchInstruction', asksMore: true, tells: 'INSTRUCTION_REDISPATCHED' },
    says: 'The office agrees and gives it to another main unit; whoever acts no longer sees it no longer.',
  },
  handle: {
    ...{ from: ['SIGNED_FOR', 'RETURNED'], to: 'HANDLING', by: OF_UNITS, guards: [byTheMainUnit] },
    ...{ mutation: 'handleInstruction', asks: 'plan', tells: 'INSTRUCTION_HANDLED' },
    says: 'The main unit says how it will go about it.',
  },
  draftResult: {
    ...{ from: ['HANDLING'], to: 'HANDLING', by: OF_UNITS, guards: [byTheMainUnit] },
    ...{ mutation: 'draftInstructionResult', asksMore: true, tells: 'INSTRUCTION_RESULT_DRAFTED' },
    says: 'What was found and done, the answer that may be told, and the villager’s own opinion (R51), as often as it takes until it is signed.',
  },
  reportResult: {
    ...{
      from: ['HANDLING'],
      to: 'REPORTED',
      by: HEADS_OF_UNITS,
      guards: [byTheMainUnit, bySigners, withAResult, withoutOpenCases],
    },
    ...{ mutation: 'reportInstruction', tells: 'INSTRUCTION_REPORTED', isGrave: true },
    says: 'The unit’s main leader or the one in charge signs the result as it is written, and it goes to the office.',
  },
  verify: {
    ...{ from: ['REPORTED'], to: 'VERIFYING', by: OFFICE, guards: [whenSigned] },
    ...{ mutation: 'verifyInstruction', tells: 'INSTRUCTION_VERIFYING' },
    says: 'The office begins to look whether the report holds (R52): a city leader’s by a revisit, others on the papers.',
  },
  confirm: {
    ...{ from: ['VERIFYING'], to: 'RESULT_TO_LEADER', by: OFFICE, guards: [withARevisit, withoutOpenCases] },
    ...{ mutation: 'confirmInstruction', asks: 'found', tells: 'INSTRUCTION_CONFIRMED' },
    says: 'The report holds; it goes to the leader.',
  },
  returnResult: {
    ...{ from: ['REPORTED', 'VERIFYING'], to: 'RETURNED', by: OFFICE },
    ...{ mutation: 'returnInstruction', asks: 'reason', tells: 'INSTRUCTION_RETURNED' },
    says: 'The report does not hold; the unit handles it again, and that is counted.',
  },
  acceptResult: {
    ...{
      from: ['RESULT_TO_LEADER'],
      to: 'CLOSED',
      by: ['LEADER'],
      guards: [byItsLeader, withoutOpenChildren, withoutOpenCases],
    },
    ...{ mutation: 'acceptInstructionResult', tells: 'INSTRUCTION_CLOSED' },
    says: 'The leader has read the result and has nothing to add.',
  },
  answer: {
    ...{ from: ['RESULT_TO_LEADER', 'CLOSED'], to: 'CLOSED', leads: ({ state }: InstructionFacts) => state },
    ...{ by: OFFICE, guards: [unanswered] },
    ...{ mutation: 'answerInstruction', asks: 'answer', tells: 'INSTRUCTION_ANSWERED' },
    says: 'Whoever reported what it rests on is told in plain words what came of it (R48).',
  },
} as const satisfies Machine<string, InstructionState, InstructionFacts>;
export type InstructionDeed = keyof typeof INSTRUCTION_MACHINE;
