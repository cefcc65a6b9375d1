import type { CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import type { CaseState } from '@lxq/schema/cases/case-states.ts';
import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import type { RevisitKind } from '@lxq/schema/revisits/revisit-states.ts';
import { type CaseFile, isOwed, type Struck } from './case-file.ts';
import { barUnits, dropVisits, planVisit } from './case-visits.ts';

type Clock = (file: CaseFile, struck: Struck) => void;
type Whose = 'office' | 'unit';

const openOf = ({ debts, id }: CaseFile, rules: readonly DeadlineRuleCode[]) =>
  debts.filter((debt) => debt.subjectId === id && rules.includes(debt.rule) && isOwed(debt));
const ower = ({ left }: CaseFile, whose: Whose, office: number): number =>
  whose === 'office' ? office : (left.responsibleUnitCode as number);

const start =
  (rule: DeadlineRuleCode, whose: Whose = 'office', since?: (file: CaseFile) => number): Clock =>
  (file, { at, office }) => {
    const unitCode = ower(file, whose, office);
    if (openOf(file, [rule]).some((debt) => debt.unitCode === unitCode)) return;
    const from = since?.(file) ?? at;
    file.debts.push({ subject: 'CASE', subjectId: file.id, rule, unitCode, from, metAt: null, droppedAt: null });
  };
const meet =
  (...rules: DeadlineRuleCode[]): Clock =>
  (file, { at }) => {
    for (const debt of openOf(file, rules)) debt.metAt = at;
  };
const drop =
  (...rules: DeadlineRuleCode[]): Clock =>
  (file, { at }) => {
    for (const debt of openOf(file, rules)) debt.droppedAt = at;
  };
const all =
  (end: 'metAt' | 'droppedAt'): Clock =>
  (file, { at }) => {
    for (const debt of file.debts) if (debt.subjectId === file.id && isOwed(debt)) debt[end] = at;
  };
const POLICIES = ['CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY'] as const;
/** Whoever has it owes what is counted for the whole of it; what they owe already they owe once. */
const hand =
  (to: Whose): Clock =>
  (file, { at, office }) => {
    const unitCode = ower(file, to, office);
    for (const rule of POLICIES) {
      const open = openOf(file, [rule]);
      let isTheirs = open.some((debt) => debt.unitCode === unitCode);
      for (const debt of open.filter((each) => each.unitCode !== unitCode)) {
        if (isTheirs) debt.droppedAt = at;
        else debt.unitCode = unitCode;
        isTheirs = true;
      }
    }
  };
const visit =
  (kind: RevisitKind, rule: DeadlineRuleCode): Clock =>
  (file, { at, office }) =>
    planVisit(file, kind, { at, office, rule });
const dropThem: Clock = (file, struck) => dropVisits(file, struck);
const inTurn =
  (...clocks: Clock[]): Clock =>
  (file, struck) => {
    for (const clock of clocks) clock(file, struck);
  };
const ifState =
  (state: CaseState, clock: Clock, other: Clock): Clock =>
  (file, struck) =>
    (file.state === state ? clock : other)(file, struck);
const byGrade: Clock = (file, struck) =>
  start(file.left.grade === 'MAJOR' ? 'CASE_POLICY_MAJOR' : 'CASE_POLICY_GENERAL')(file, struck);

const out = inTurn(hand('unit'), start('CASE_SIGN', 'unit'), barUnits);
const against = inTurn(start('CASE_REWORK', 'unit'), drop('REVIEW_REQUEST', 'CASE_ANSWER'));

/** What each deed starts and ends, as the server has it (api/cases/case.clocks.ts). */
const CLOCKS: Partial<Record<CaseDeed | 'open', Clock>> = {
  open: start('CASE_DECIDE', 'office', ({ receivedOn }) => Date.parse(`${receivedOn}T00:00:00+08:00`)),
  decide: inTurn(meet('CASE_DECIDE'), ifState('ACCEPTED', start('CASE_STATUTORY'), start('CASE_ANSWER'))),
  settle: inTurn(start('CASE_POLICY_GENERAL'), hand('unit')),
  file: inTurn(byGrade, visit('FILING', 'REVISIT_FILING')),
  assign: out,
  recall: inTurn(drop('CASE_SIGN'), hand('office')),
  signFor: inTurn(meet('CASE_SIGN'), start('CASE_OBJECT', 'unit')),
  object: inTurn(drop('CASE_OBJECT'), start('CASE_ARBITRATE')),
  uphold: inTurn(
    meet('CASE_ARBITRATE'),
    start('CASE_OBJECT', 'unit', ({ left }) => +(left.signedForAt as Date)),
  ),
  reassign: inTurn(meet('CASE_ARBITRATE'), out),
  plan: drop('CASE_OBJECT'),
  submitResult: inTurn(
    meet('CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_REWORK'),
    visit('PRE_CLOSE', 'REVISIT_PRE_CLOSE'),
  ),
  visit: start('CASE_CLOSE'),
  visitedInVain: start('CASE_REWORK', 'unit'),
  rework: inTurn(drop('CASE_CLOSE'), dropThem, start('CASE_REWORK', 'unit')),
  close: inTurn(
    all('metAt'),
    dropThem,
    visit('POST_CLOSE', 'REVISIT_POST_CLOSE'),
    start('CASE_ANSWER'),
    start('REVIEW_REQUEST'),
  ),
  answer: meet('CASE_ANSWER'),
  cannotTell: meet('CASE_ANSWER'),
  reopen: inTurn(dropThem, against),
  relapse: start('CASE_REWORK', 'unit'),
  review: inTurn(meet('REVIEW_REQUEST'), start('REVIEW_ANSWER')),
  answerReview: inTurn(meet('REVIEW_ANSWER'), ifState('REOPENED', against, start('REVIEW_REQUEST'))),
  finalReview: inTurn(meet('REVIEW_REQUEST'), start('FINAL_REVIEW_ANSWER')),
  answerFinalReview: inTurn(meet('FINAL_REVIEW_ANSWER'), ifState('REOPENED', against, dropThem)),
  archive: all('droppedAt'),
};
export const clock = (file: CaseFile, deed: CaseDeed | 'open', struck: Struck): void => CLOCKS[deed]?.(file, struck);
