import { startOf } from '@lxq/schema/calendar.ts';
import type { CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { officeOf } from '@lxq/schema/places.ts';
import type { RevisitKind } from '@lxq/schema/revisits/revisit-states.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import * as revisits from '../revisits/revisit.service.ts';
import type { Case } from './case.entity.ts';

type Clock = (scope: Scope, it: Case) => Promise<unknown>;
type Whose = 'office' | 'unit';

const start =
  (rule: DeadlineRuleCode, whose: Whose = 'office', from?: (it: Case) => Date | null | undefined): Clock =>
  (scope, it) =>
    deadlines.start(scope, {
      ...{ subject: 'CASE', subjectId: it.id, rule },
      unitCode: whose === 'office' ? officeOf(scope.county) : (it.responsibleUnitCode as number),
      ...(from?.(it) && { from: from(it) as Date }),
    });
const meet =
  (...rules: DeadlineRuleCode[]): Clock =>
  async (scope, { id }) => {
    for (const rule of rules) await deadlines.meet(scope, id, rule);
  };
const drop =
  (...rules: DeadlineRuleCode[]): Clock =>
  async (scope, { id }) => {
    for (const rule of rules) await deadlines.drop(scope, id, rule);
  };
/** Whoever has it owes what is counted for the whole of it. */
const POLICIES = ['CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY'] as const;
const hand =
  (to: Whose): Clock =>
  async (scope, it) => {
    const unit = to === 'office' ? officeOf(scope.county) : (it.responsibleUnitCode as number);
    for (const rule of POLICIES) await deadlines.handOver(scope, it.id, { rule, to: unit });
  };
/** Who acts on it, whose leader takes it and whom it is about do not ask; the office does, its leaders' cases too. */
const barredFrom = ({ countyCode, responsibleUnitCode, coUnitCodes, sponsorUnitCode, concernsUnitCodes }: Case) => [
  ...[responsibleUnitCode, sponsorUnitCode].flatMap((unit) => (unit && unit !== officeOf(countyCode) ? [unit] : [])),
  ...coUnitCodes,
  ...concernsUnitCodes,
];
/** The villager is asked. */
const revisit =
  (kind: RevisitKind, rule: DeadlineRuleCode): Clock =>
  (scope, it) =>
    revisits.schedule(scope, {
      ...{ subject: 'CASE', subjectId: it.id, round: it.round, kind, rule },
      barred: barredFrom(it),
    });
const inTurn =
  (...clocks: Clock[]): Clock =>
  async (scope, it) => {
    for (const clock of clocks) await clock(scope, it);
  };
const dropRevisits: Clock = (scope, { id }) => revisits.drop(scope, id);
const barUnits: Clock = (scope, it) => revisits.bar(scope, it.id, barredFrom(it));
const byGrade: Clock = (scope, it) =>
  start(it.grade === 'MAJOR' ? 'CASE_POLICY_MAJOR' : 'CASE_POLICY_GENERAL')(scope, it);
const ifState =
  (state: Case['state'], clock: Clock, other: Clock): Clock =>
  (scope, it) =>
    (it.state === state ? clock : other)(scope, it);

const out = inTurn(hand('unit'), start('CASE_SIGN', 'unit'), barUnits);
/** What the office owed after the closing a trigger drops (app.drop_closing): whoever's revisit has it handled again does not see it. */
const against = inTurn(dropRevisits, start('CASE_REWORK', 'unit'));

/** By when what is owed of a case, from each deed on: wherever it lies with the office, the office owes its next step. */
const CLOCKS: Partial<Record<CaseDeed | 'open', Clock>> = {
  open: start('CASE_DECIDE', 'office', ({ receivedOn }) => startOf(receivedOn)),
  decide: inTurn(meet('CASE_DECIDE'), ifState('ACCEPTED', start('CASE_STATUTORY'), start('CASE_ANSWER'))),
  settle: inTurn(start('CASE_POLICY_GENERAL'), hand('unit')),
  file: inTurn(byGrade, revisit('FILING', 'REVISIT_FILING')),
  assign: out,
  recall: inTurn(drop('CASE_SIGN'), hand('office')),
  signFor: inTurn(meet('CASE_SIGN'), start('CASE_OBJECT', 'unit')),
  object: inTurn(drop('CASE_OBJECT'), start('CASE_ARBITRATE')),
  uphold: inTurn(
    meet('CASE_ARBITRATE'),
    start('CASE_OBJECT', 'unit', ({ signedForAt }) => signedForAt),
  ),
  reassign: inTurn(meet('CASE_ARBITRATE'), out),
  plan: drop('CASE_OBJECT'),
  submitResult: inTurn(
    meet('CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_REWORK'),
    revisit('PRE_CLOSE', 'REVISIT_PRE_CLOSE'),
  ),
  visit: start('CASE_CLOSE'),
  visitedInVain: start('CASE_REWORK', 'unit'),
  rework: inTurn(drop('CASE_CLOSE'), dropRevisits, start('CASE_REWORK', 'unit')),
  close: inTurn(
    (scope, { id }) => deadlines.meet(scope, id),
    dropRevisits,
    revisit('POST_CLOSE', 'REVISIT_POST_CLOSE'),
    start('CASE_ANSWER'),
    start('REVIEW_REQUEST'),
  ),
  answer: meet('CASE_ANSWER'),
  cannotTell: meet('CASE_ANSWER'),
  reopen: against,
  relapse: start('CASE_REWORK', 'unit'),
  review: inTurn(meet('REVIEW_REQUEST'), start('REVIEW_ANSWER')),
  answerReview: inTurn(meet('REVIEW_ANSWER'), ifState('REOPENED', against, start('REVIEW_REQUEST'))),
  finalReview: inTurn(meet('REVIEW_REQUEST'), start('FINAL_REVIEW_ANSWER')),
  answerFinalReview: inTurn(meet('FINAL_REVIEW_ANSWER'), ifState('REOPENED', against, dropRevisits)),
  archive: (scope, { id }) => deadlines.drop(scope, id),
};
export const clock = (scope: Scope, deed: CaseDeed | 'open', it: Case) => CLOCKS[deed]?.(scope, it);
