import { addDays, dayOf } from '../calendar.ts';
import { type SignsAs, signsAs } from '../results/signs-as.ts';
import type { Capacity, Role } from '../roles.ts';
import { type Actor, type Guard, isOneOf, unmet } from '../transitions.ts';
import type { CaseOutcome, CasePurpose, ReviewOutcome } from './case-words.ts';

export const CASE_STATES = [
  'REGISTERED',
  'ACCEPTED',
  'TRANSFERRED',
  'REDIRECTED',
  'NOT_ACCEPTED',
  'FILED',
  'ASSIGNED',
  'OBJECTED',
  'HANDLING',
  'REPORTED',
  'PRE_CLOSE_VISITED',
  'REWORK',
  'CLOSED',
  'REOPENED',
  'REVIEW',
  'FINAL_REVIEW',
  'TERMINATED',
  'ARCHIVED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** 待受理 / 待交办 / 待签收 / 在办 / 待回访 / 待结案 / 复查复核 / 已办: where a case lies. */
export const CASE_TRAYS = {
  DECIDING: ['REGISTERED'],
  FILING: ['ACCEPTED', 'FILED', 'OBJECTED'],
  SIGNING: ['ASSIGNED'],
  HANDLING: ['HANDLING', 'REWORK', 'REOPENED'],
  REVISITING: ['REPORTED'],
  CLOSING: ['PRE_CLOSE_VISITED'],
  REVIEWING: ['REVIEW', 'FINAL_REVIEW'],
  DONE: ['CLOSED', 'TERMINATED', 'TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED', 'ARCHIVED'],
} as const satisfies Record<string, readonly CaseState[]>;
export type CaseTray = keyof typeof CASE_TRAYS;
export const OPEN_CASES: readonly CaseState[] = CASE_STATES.filter(
  (state) => !(CASE_TRAYS.DONE as readonly string[]).includes(state),
);
/** Who has it now, by its state; nobody any more where it is done with. */
export type CaseHolder = 'OFFICE' | 'UNIT';
const WITH_UNIT: readonly CaseState[] = [...CASE_TRAYS.SIGNING, ...CASE_TRAYS.HANDLING];
export function holderOfCase(state: CaseState): CaseHolder | null {
  if (!OPEN_CASES.includes(state)) return null;
  return WITH_UNIT.includes(state) ? 'UNIT' : 'OFFICE';
}
/** Another decision than to accept it ends it here. */
export const ELSEWHERE = ['TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED'] as const satisfies readonly CaseState[];

/** Open for longer than this, it stands in the list of long-pending cases (R70; our own setting). */
export const LONG_PENDING_DAYS = 180;
/** As with instructions: after so many objections the office designates. */
export const MOST_TRANSFERS = 3;
/** Days for asking for a review, from the written answer on (Art. 35, 36). */
export const REVIEW_DAYS = 30;

/** What the guards look at. */
export interface CaseFacts {
  state: CaseState;
  purpose: CasePurpose;
  /** Units that the case is about: none of them handles, revisits or decides (Art. 28). */
  concernsUnitCodes: readonly number[];
  responsibleUnitCode?: number | null;
  coUnitCodes: readonly number[];
  decision?: CaseOutcome | null;
  transfers: number;
  isDesignated: boolean;
  signedForAt?: Date | null;
  objectUntil?: Date | null;
  plannedAt?: Date | null;
  closedAt?: Date | null;
  answeredAt?: Date | null;
  untoldReason?: string | null;
  reviewedAt?: Date | null;
  finallyReviewedAt?: Date | null;
  reviewOutcome?: ReviewOutcome | null;
  now: Date;
  /** Of its deeds alone: a co-unit's signing, as with instructions. */
  hasCoSigned?: boolean | null;
  isSignedFor?: boolean;
  /** The result of this round, as it is written. */
  result?: { isSigned: boolean; hasOpinion: boolean } | null;
  /** Of this round, the revisit before closing. */
  isRevisited?: boolean;
  /** Who has signed the closing of this round for the text as it stands, and as what. */
  signatures?: readonly { signsAs: SignsAs; signerId: string; actedById?: string | null }[];
  isRevisitedAfter?: boolean;
}
export type By = Guard<CaseFacts>;

const hasUnit = ({ coUnitCodes, responsibleUnitCode }: CaseFacts, unit: number) =>
  responsibleUnitCode === unit || coUnitCodes.includes(unit);

/** Whose own unit it is about does nothing on it. */
export const unlessConcerned: By = ({ concernsUnitCodes }, { unitCode }) =>
  concernsUnitCodes.includes(unitCode)
    ? unmet('recusal', '事项涉及本单位，应当回避', 'It is about your own unit: you recuse yourself')
    : null;
export const byTheMainUnit: By = ({ responsibleUnitCode }, { unitCode }) =>
  responsibleUnitCode === unitCode ? null : unmet('mainUnit', '由主办单位办理', 'The main unit does this');
export const byAUnitThatActs: By = (facts, { unitCode }) =>
  hasUnit(facts, unitCode) ? null : unmet('actingUnit', '由承办单位办理', 'A unit that acts on it does this');
export const byACoUnit: By = ({ hasCoSigned }) => {
  if (hasCoSigned === undefined) return null;
  if (hasCoSigned === null) return unmet('coUnit', '由协办单位签收', 'A co-unit does this');
  return hasCoSigned ? unmet('signed', '本单位已签收', 'Your unit has signed for it') : null;
};
export const beforeAnySigning: By = ({ isSignedFor }) =>
  isSignedFor ? unmet('signedFor', '已有单位签收，不能撤回', 'A unit has signed for it') : null;
export const notSignedForYet: By = ({ signedForAt }) =>
  signedForAt ? unmet('signed', '本单位已签收', 'Your unit has signed for it') : null;
export const onceSignedFor: By = ({ state, signedForAt }) =>
  state === 'ASSIGNED' && !signedForAt ? unmet('signedFor', '请先签收', 'Sign for it first') : null;
export const unlessDesignated: By = ({ isDesignated }) =>
  isDesignated ? unmet('designated', '县群工办已指定办理，不能再提异议', 'The office has designated your unit') : null;
export const beforeTheThird: By = ({ transfers }) =>
  transfers < MOST_TRANSFERS
    ? null
    : unmet('transfers', '已改派三次，由县群工办指定单位办理', 'After three transfers the office designates');
export const inTime: By = ({ objectUntil, now }) =>
  objectUntil && now > objectUntil ? unmet('objectUntil', '已过异议期限', 'The time for objecting is over') : null;

export const withAResult: By = ({ result }) =>
  result === null ? unmet('result', '还没有填写办理报告', 'The result report is not written yet') : null;
/** R51: the written report is signed by the unit's main leader or the one in charge. */
const REPORT_SIGNERS: readonly Capacity[] = ['PRINCIPAL', 'IN_CHARGE'];
export const bySigners: By = (_facts, { capacity }) =>
  capacity && REPORT_SIGNERS.includes(capacity)
    ? null
    : unmet('signer', '办理报告须由主要负责人或分管领导签字', 'The principal or the leader in charge signs');

/** One signature a capacity, and no person twice: three hands are three people's. */
export const notSignedTwice: By = ({ signatures = [] }, actor: Actor) => {
  if (signatures.some((each) => each.signsAs === signsAs(actor)))
    return unmet('signedAlready', '该签字已完成', 'This signature stands already');
  const isTheirs = signatures.some(
    ({ signerId, actedById }) => isOneOf(actor, signerId) || (actedById && isOneOf(actor, actedById)),
  );
  return isTheirs ? unmet('fourEyes', '责任人与主要领导须分别签字', 'Another person signs') : null;
};

/** 三不结案 (R56): no closing without the villager's opinion, without the revisit's sheet, without both signatures. The database holds it too (app.keep_case_gate). */
export const withOpinion: By = ({ result }) =>
  result === undefined || result?.hasOpinion
    ? null
    : unmet('opinion', '没有群众本人意见，不予结案', 'There is no opinion of the villager');
export const withRevisit: By = ({ isRevisited }) =>
  isRevisited === false ? unmet('revisitSheet', '没有回访单，不予结案', 'There is no revisit sheet') : null;
const signedAs =
  (as: SignsAs, zh: string, en: string): By =>
  ({ signatures }) =>
    signatures && !signatures.some((each) => each.signsAs === as) ? unmet(`signed${as}`, zh, en) : null;
export const withResponsible = signedAs(
  'RESPONSIBLE',
  '没有责任人签字，不予结案',
  'Whoever is responsible has not signed',
);
export const withPrincipal = signedAs(
  'PRINCIPAL',
  '没有主要领导签字，不予结案',
  "The unit's main leader has not signed",
);

const isWithin = (since: Date | null | undefined, now: Date): boolean =>
  Boolean(since) && dayOf(now) <= addDays(dayOf(since as Date), REVIEW_DAYS);
/** A review is of the closing that stands: what was handled again and closed anew may be reviewed anew. */
const sinceClosing = (at: Date | null | undefined, { closedAt }: CaseFacts): Date | null =>
  at && closedAt && at >= closedAt ? at : null;
export const withinReviewTime: By = (facts) => {
  if (sinceClosing(facts.reviewedAt, facts)) return unmet('reviewed', '已经复查', 'It has been reviewed already');
  return isWithin(facts.closedAt, facts.now)
    ? null
    : unmet('reviewTime', '已过申请复查的期限', 'The time for a review is over');
};
export const withinFinalReviewTime: By = (facts) => {
  const reviewedAt = sinceClosing(facts.reviewedAt, facts);
  if (!reviewedAt) return unmet('reviewed', '须先经复查', 'A review comes first');
  return isWithin(reviewedAt, facts.now)
    ? null
    : unmet('reviewTime', '已过申请复核的期限', 'The time for a final review is over');
};

/** R48: nothing is filed away without an answer, or the reason why nobody could be told. */
export const onceTold: By = ({ answeredAt, untoldReason }) =>
  answeredAt || untoldReason ? null : unmet('told', '还没有答复，也没有说明无法答复的原因', 'Nobody has been told yet');
export const onceRevisitedAfter: By = ({ state, isRevisitedAfter }) =>
  state === 'CLOSED' && isRevisitedAfter === false
    ? unmet('postClose', '还没有完成结案后回访', 'The revisit after closing is not done')
    : null;
export const oncePastReview: By = (facts) =>
  facts.state === 'CLOSED' && isWithin(sinceClosing(facts.reviewedAt, facts) ?? facts.closedAt, facts.now)
    ? unmet('reviewTime', '复查复核期限未过', 'A review may still be asked for')
    : null;
export const untold: By = ({ answeredAt }) =>
  answeredAt ? unmet('answered', '已答复', 'They have their answer') : null;

export const OFFICE = ['COUNTY_CLERK'] as const satisfies readonly Role[];
/** Who may open a case: whoever listens where villagers come. */
export const CASE_OPENERS = ['COUNTY_CLERK', 'TOWNSHIP_CLERK'] as const satisfies readonly Role[];
