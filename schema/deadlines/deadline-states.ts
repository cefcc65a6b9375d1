import { LIMITS } from '../limits.ts';
import { countyOf, officeOf, townshipOf } from '../places.ts';
import type { Capacity, Role } from '../roles.ts';
import { type Guard, isOneOf, type Machine, unmet } from '../transitions.ts';
import { type DeadlineRuleCode, ruleOf } from './deadline-rules.ts';

/** MET and DROPPED are where it ends: what was owed is done, or is owed no more. */
export const DEADLINE_STATES = [
  'RUNNING',
  'EXTENSION_REQUESTED',
  'EXTENDED',
  'EXTENSION_REFUSED',
  'MET',
  'DROPPED',
] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];
/** Somebody owes it still. */
export const OPEN: readonly DeadlineState[] = DEADLINE_STATES.slice(0, 4);

/** Who handles what a unit owes, and who answers for it. */
export const HANDLERS: readonly Role[] = ['COUNTY_CLERK', 'TOWNSHIP_CLERK', 'VILLAGE_HEAD'];
export const ANSWERING: readonly Role[] = ['COUNTY_DIRECTOR', 'TOWNSHIP_LEADER'];
/** Whom a deadline may remind. */
export const REMINDED: readonly Role[] = [...HANDLERS, ...ANSWERING, 'LEADER'];

/** What the guards look at. */
export interface DeadlineFacts {
  state: DeadlineState;
  rule: DeadlineRuleCode;
  unitCode: number;
  isExpired: boolean;
  askedBy?: string | null;
  /** Who stood in for them, where somebody did. */
  askedActedBy?: string | null;
}
type DeadlineGuard = Guard<DeadlineFacts>;

const ofItsRule: DeadlineGuard = ({ rule }) =>
  ruleOf(rule).extension ? null : unmet('rule', '该时限不能延长', 'This deadline cannot be extended');
const beforeExpiry: DeadlineGuard = ({ isExpired }) =>
  isExpired ? unmet('expiry', '已到期，不能再延长', 'It has passed; only before that may it be extended') : null;
const byWhoOwes: DeadlineGuard = ({ unitCode }, actor) =>
  actor.unitCode === unitCode ? null : unmet('unit', '只有承办单位可以申请延期', 'Only the unit that owes it asks');
const ANSWERS: readonly (Capacity | null)[] = ['PRINCIPAL', 'IN_CHARGE', 'OFFICE_HEAD'];
/** Where somebody answers for a unit: there itself, and for a village room at its station. */
export const answersAt = (at: number, unitCode: number): boolean =>
  at === unitCode || (at === townshipOf(unitCode) && !isOffice(at));
const isOffice = (unitCode: number) => unitCode === officeOf(countyOf(unitCode));
/** The office's director decides for the office. */
const byWhoAnswersForIt: DeadlineGuard = ({ unitCode }, actor) => {
  const isOfOffice = isOffice(actor.unitCode);
  return answersAt(actor.unitCode, unitCode) && (isOfOffice || ANSWERS.includes(actor.capacity))
    ? null
    : unmet(
        'unit',
        '由承办单位的主要领导、分管领导或群工办负责人审批',
        'The principal, leader in charge or office head of that unit decides',
      );
};
const byAnother: DeadlineGuard = ({ askedBy, askedActedBy }, actor) =>
  [askedBy, askedActedBy].some((id) => id && isOneOf(actor, id))
    ? unmet('fourEyes', '不能审批自己的申请', 'You cannot decide on your own request')
    : null;

/** The machine of a deadline as far as people move it; that it is met or dropped comes about by deeds on what it is of. */
export const DEADLINE_MACHINE = {
  requestExtension: {
    ...{ from: ['RUNNING'], to: 'EXTENSION_REQUESTED', by: HANDLERS, guards: [ofItsRule, byWhoOwes, beforeExpiry] },
    ...{ mutation: 'requestExtension', asksMore: true, tells: 'EXTENSION_REQUESTED' },
    says: 'Once, before it passes (Art. 34).',
  },
  approveExtension: {
    ...{ from: ['EXTENSION_REQUESTED'], to: 'EXTENDED', by: ANSWERING },
    guards: [byWhoAnswersForIt, byAnother, beforeExpiry],
    ...{ mutation: 'approveExtension', tells: 'EXTENSION_APPROVED' },
  },
  refuseExtension: {
    ...{ from: ['EXTENSION_REQUESTED'], to: 'EXTENSION_REFUSED', by: ANSWERING },
    guards: [byWhoAnswersForIt, byAnother],
    ...{ mutation: 'refuseExtension', asks: 'reason', words: LIMITS.deadline.reason, tells: 'EXTENSION_REFUSED' },
  },
} as const satisfies Machine<string, DeadlineState, DeadlineFacts>;
export type DeadlineDeed = keyof typeof DEADLINE_MACHINE;
