import { HEADS_OF_UNITS, OF_UNITS } from '../roles.ts';
import { type Guard, isOneOf, type Machine, unmet } from '../transitions.ts';

export const CENSURE_STATES = [
  'DRAFT',
  'WITHDRAWN',
  'APPROVED',
  'ISSUED',
  'APPEALED',
  'RECTIFYING',
  'VERIFIED',
  'LIFTED',
  'REVOKED',
] as const;
export type CensureState = (typeof CENSURE_STATES)[number];

/** 待审批 / 待印发 / 整改中 / 申诉中 / 已解除、已撤销: where a censure lies. */
export const CENSURE_TRAYS = {
  APPROVING: ['DRAFT'],
  ISSUING: ['APPROVED'],
  RECTIFYING: ['ISSUED', 'RECTIFYING'],
  APPEALED: ['APPEALED'],
  LIFTING: ['VERIFIED'],
  CLOSED: ['LIFTED', 'REVOKED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly CensureState[]>;
export type CensureTray = keyof typeof CENSURE_TRAYS;
/** The unit sees it from its issue on. */
export const ISSUED_CENSURES: readonly CensureState[] = CENSURE_STATES.filter(
  (state) => !['DRAFT', 'WITHDRAWN', 'APPROVED'].includes(state),
);

/** What the guards look at. */
export interface CensureFacts {
  state: CensureState;
  /** The unit that it names. */
  unitCode: number;
  draftedById: string;
  /** Until when the unit may appeal. */
  appealUntil?: Date | null;
  appealedAt?: Date | null;
  now: Date;
}
type By = Guard<CensureFacts>;

const byItsUnit: By = ({ unitCode }, actor) =>
  unitCode === actor.unitCode ? null : unmet('censuredUnit', '由被通报单位办理', 'The unit that it names does this');
const byAnother: By = ({ draftedById }, actor) =>
  isOneOf(actor, draftedById)
    ? unmet('fourEyes', '拟稿人不能审批自己拟的通报', 'Whoever drafted it does not approve it')
    : null;
const inTime: By = ({ appealUntil, appealedAt, now }) => {
  if (appealedAt) return unmet('appealed', '已经申诉过', 'It was appealed against already');
  return appealUntil && now > appealUntil
    ? unmet('appealUntil', '已过申诉期限', 'The time for appealing is over')
    : null;
};

const OFFICE = ['COUNTY_CLERK'] as const;
const DIRECTOR = ['COUNTY_DIRECTOR'] as const;

/** The machine of a censure (R67; maker ≠ checker): drafted on cause, evidence and rule, approved by another, issued, appealed against or put right, verified, lifted. */
export const CENSURE_MACHINE = {
  revise: {
    ...{ from: ['DRAFT'], to: 'DRAFT', by: OFFICE },
    ...{ mutation: 'reviseCensure', asksMore: true, tells: 'CENSURE_REVISED' },
  },
  withdraw: {
    ...{ from: ['DRAFT', 'APPROVED'], to: 'WITHDRAWN', by: OFFICE },
    ...{ mutation: 'withdrawCensure', tells: 'CENSURE_WITHDRAWN' },
    says: 'Before it is issued.',
  },
  approve: {
    ...{ from: ['DRAFT'], to: 'APPROVED', by: DIRECTOR, guards: [byAnother] },
    ...{ mutation: 'approveCensure', isGrave: true, tells: 'CENSURE_APPROVED' },
  },
  issue: {
    ...{ from: ['APPROVED'], to: 'ISSUED', by: OFFICE },
    ...{ mutation: 'issueCensure', isGrave: true, tells: 'CENSURE_ISSUED' },
    says: 'The unit sees it from now on, and may appeal within its time.',
  },
  appeal: {
    ...{ from: ['ISSUED'], to: 'APPEALED', by: HEADS_OF_UNITS, guards: [byItsUnit, inTime] },
    ...{ mutation: 'appealCensure', asks: 'reason', tells: 'CENSURE_APPEALED' },
    says: 'The unit holds that it is wrong, once, within five work days.',
  },
  uphold: {
    ...{ from: ['APPEALED'], to: 'ISSUED', by: DIRECTOR },
    ...{ mutation: 'upholdCensure', asks: 'reason', tells: 'CENSURE_UPHELD' },
  },
  revoke: {
    ...{ from: ['APPEALED'], to: 'REVOKED', by: DIRECTOR },
    ...{ mutation: 'revokeCensure', asks: 'reason', isGrave: true, tells: 'CENSURE_REVOKED' },
    says: 'It counts no longer.',
  },
  rectify: {
    ...{ from: ['ISSUED'], to: 'RECTIFYING', by: OF_UNITS, guards: [byItsUnit] },
    ...{ mutation: 'rectifyCensure', asks: 'plan', words: { min: 10, max: 2_000 }, tells: 'CENSURE_RECTIFYING' },
    says: 'What the unit does to put it right.',
  },
  verify: {
    ...{ from: ['RECTIFYING'], to: 'VERIFIED', by: OFFICE },
    ...{ mutation: 'verifyCensure', asks: 'found', words: { min: 5, max: 2_000 }, tells: 'CENSURE_VERIFIED' },
    says: 'The office has seen that it is put right.',
  },
  lift: {
    ...{ from: ['VERIFIED'], to: 'LIFTED', by: DIRECTOR },
    ...{ mutation: 'liftCensure', tells: 'CENSURE_LIFTED' },
  },
} as const satisfies Machine<string, CensureState, CensureFacts>;
export type CensureDeed = keyof typeof CENSURE_MACHINE;
