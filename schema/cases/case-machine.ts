import { CLERKS_OF_UNITS, HEADS_OF_UNITS, OF_UNITS } from '../roles.ts';
import type { Machine } from '../transitions.ts';
import * as by from './case-states.ts';
import { CASE_STATES, type CaseFacts, type CaseState, ELSEWHERE, OFFICE } from './case-states.ts';

/** Who may have asked the villager: the case goes on by what they heard. */
const REVISITORS = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'TOWNSHIP_CLERK', 'VILLAGE_HEAD'] as const;
const asItStands = ({ state }: CaseFacts): CaseState => state;
const { unlessConcerned } = by;

/** The machine of a case (R46–R64; Art. 22–36): registered, decided, filed, assigned, handled, revisited, signed, closed, answered; and its ways back. */
export const CASE_MACHINE = {
  decide: {
    ...{ from: ['REGISTERED'], to: 'ACCEPTED', by: OFFICE, guards: [unlessConcerned] },
    leads: ({ decision }: CaseFacts): CaseState => decision ?? 'ACCEPTED',
    ...{ mutation: 'decideCase', asksMore: true, tells: 'CASE_DECIDED' },
    says: 'Within 15 days: accepted, transferred, referred to a legal procedure, or not accepted; and how the petitioner was told in writing.',
  },
  settle: {
    ...{ from: ['ACCEPTED'], to: 'HANDLING', by: OFFICE, guards: [unlessConcerned] },
    ...{ mutation: 'settleCase', asksMore: true, tells: 'CASE_SETTLED' },
    says: 'It can be solved on the spot: one unit does so, without filing; it closes by the same gate.',
  },
  file: {
    ...{ from: ['ACCEPTED'], to: 'FILED', by: OFFICE, guards: [unlessConcerned] },
    ...{ mutation: 'fileCase', asksMore: true, tells: 'CASE_FILED' },
    says: 'It is filed with its grade, from which its time runs.',
  },
  assign: {
    ...{ from: ['FILED'], to: 'ASSIGNED', by: OFFICE, guards: [unlessConcerned] },
    ...{ mutation: 'assignCase', asksMore: true, tells: 'CASE_ASSIGNED' },
    says: 'It goes to its units with the five fixings and five guarantees, one sponsor leader and a numbered notice.',
  },
  recall: {
    ...{
      from: ['ASSIGNED'],
      to: 'FILED',
      by: OFFICE,
      undoes: 'assign',
      guards: [unlessConcerned, by.beforeAnySigning],
    },
    ...{ mutation: 'recallCase', tells: 'CASE_RECALLED' },
    says: 'A wrong dispatch is taken back while nobody has signed for it.',
  },
  signFor: {
    ...{ from: ['ASSIGNED'], to: 'ASSIGNED', by: CLERKS_OF_UNITS },
    guards: [unlessConcerned, by.byTheMainUnit, by.notSignedForYet],
    ...{ mutation: 'signForCase', tells: 'CASE_SIGNED_FOR' },
  },
  coSign: {
    ...{ from: ['ASSIGNED', 'HANDLING', 'REWORK', 'REOPENED'], to: 'ASSIGNED', leads: asItStands },
    ...{ by: CLERKS_OF_UNITS, guards: [unlessConcerned, by.byACoUnit] },
    ...{ mutation: 'coSignCase', tells: 'CASE_CO_SIGNED' },
    says: 'A co-unit signs for its part; the state does not change.',
  },
  object: {
    ...{ from: ['ASSIGNED'], to: 'OBJECTED', by: OF_UNITS },
    guards: [unlessConcerned, by.byTheMainUnit, by.onceSignedFor, by.unlessDesignated, by.beforeTheThird, by.inTime],
    ...{ mutation: 'objectToCase', asks: 'reason', tells: 'CASE_OBJECTED' },
    says: 'The main unit holds that it is not its matter (Art. 23, 24); the office, as the common superior, decides.',
  },
  uphold: {
    ...{ from: ['OBJECTED'], to: 'ASSIGNED', by: OFFICE, guards: [unlessConcerned] },
    ...{ mutation: 'upholdCase', asks: 'reason', tells: 'CASE_UPHELD' },
    says: 'The office keeps to its dispatch.',
  },
  reassign: {
    ...{ from: ['OBJECTED'], to: 'ASSIGNED', by: OFFICE, guards: [unlessConcerned] },
    ...{ mutation: 'reassignCase', asksMore: true, tells: 'CASE_REASSIGNED' },
    says: 'The office agrees and gives it to another main unit; whoever acts no longer sees it no longer.',
  },
  plan: {
    ...{ from: ['ASSIGNED', 'REWORK', 'REOPENED'], to: 'HANDLING', by: OF_UNITS },
    guards: [unlessConcerned, by.byTheMainUnit, by.onceSignedFor],
    ...{ mutation: 'planCase', asksMore: true, tells: 'CASE_PLANNED' },
    says: 'One case, one team, one plan (R54): who leads, who belongs to it, and how they go about it.',
  },
  log: {
    ...{ from: ['HANDLING'], to: 'HANDLING', by: OF_UNITS, guards: [unlessConcerned, by.byAUnitThatActs] },
    ...{ mutation: 'logCase', asks: 'entry', isUnversioned: true, tells: 'CASE_LOGGED' },
    says: 'What was done on it, as an entry of its handling log.',
  },
  draftResult: {
    ...{ from: ['HANDLING'], to: 'HANDLING', by: OF_UNITS, guards: [unlessConcerned, by.byTheMainUnit] },
    ...{ mutation: 'draftCaseResult', asksMore: true, tells: 'CASE_RESULT_DRAFTED' },
    says: 'The finding, what was done, the answer that may be told and the villager’s own opinion; for an appeal also request, basis and remedy (Art. 32).',
  },
  submitResult: {
    ...{ from: ['HANDLING'], to: 'REPORTED', by: HEADS_OF_UNITS },
    guards: [unlessConcerned, by.byTheMainUnit, by.bySigners, by.withAResult],
    ...{ mutation: 'submitCaseResult', isGrave: true, tells: 'CASE_REPORTED' },
    says: 'The unit’s main leader or the one in charge signs the report as it is written; a revisit follows.',
  },
  /** A revisit has found that the report holds. */
  visit: {
    ...{ from: ['REPORTED'], to: 'PRE_CLOSE_VISITED', by: REVISITORS, guards: [unlessConcerned] },
    tells: 'CASE_VISITED',
  },
  /** … or that it does not. */
  visitedInVain: {
    ...{ from: ['REPORTED', 'PRE_CLOSE_VISITED'], to: 'REWORK', by: REVISITORS, guards: [unlessConcerned] },
    tells: 'CASE_SENT_BACK',
  },
  rework: {
    ...{ from: ['REPORTED', 'PRE_CLOSE_VISITED'], to: 'REWORK', by: OFFICE, guards: [unlessConcerned] },
    ...{ mutation: 'reworkCase', asks: 'reason', tells: 'CASE_REWORK' },
    says: 'The report does not hold; the unit handles it again, and that is counted.',
  },
  sign: {
    ...{ from: ['PRE_CLOSE_VISITED'], to: 'PRE_CLOSE_VISITED', by: OF_UNITS },
    guards: [unlessConcerned, by.byTheMainUnit, by.notSignedTwice],
    ...{ mutation: 'signCase', tells: 'CASE_SIGNED', isGrave: true },
    says: 'Whoever is responsible and the unit’s main leader sign for the closing, each for the text as it stands.',
  },
  close: {
    ...{ from: ['PRE_CLOSE_VISITED'], to: 'CLOSED', by: OFFICE },
    guards: [unlessConcerned, by.withOpinion, by.withRevisit, by.withResponsible, by.withPrincipal],
    ...{ mutation: 'closeCase', tells: 'CASE_CLOSED', isGrave: true },
    says: 'Not without the villager’s opinion, the revisit’s sheet and both signatures (R56).',
  },
  answer: {
    ...{ from: ['CLOSED', 'TERMINATED', ...ELSEWHERE], to: 'CLOSED', leads: asItStands },
    ...{ by: OFFICE, guards: [unlessConcerned, by.untold] },
    ...{ mutation: 'answerCase', asks: 'answer', tells: 'CASE_ANSWERED' },
    says: 'Whoever reported it is told in plain words what came of it (R48).',
  },
  cannotTell: {
    ...{ from: ['CLOSED', 'TERMINATED', ...ELSEWHERE], to: 'CLOSED', leads: asItStands },
    ...{ by: OFFICE, guards: [unlessConcerned, by.untold] },
    ...{ mutation: 'markCaseUntold', asks: 'reason', tells: 'CASE_UNTOLD' },
    says: 'Nobody can be told, and why (R48).',
  },
  reopen: {
    ...{ from: ['CLOSED'], to: 'REOPENED', by: OFFICE, guards: [unlessConcerned] },
    ...{ mutation: 'reopenCase', asks: 'reason', tells: 'CASE_REOPENED' },
    says: 'It is unsolved or has come back; the unit handles it again.',
  },
  /** A revisit after closing has found it unsolved. */
  relapse: {
    ...{ from: ['CLOSED'], to: 'REOPENED', by: REVISITORS, guards: [unlessConcerned] },
    tells: 'CASE_RELAPSED',
  },
  review: {
    ...{ from: ['CLOSED'], to: 'REVIEW', by: OFFICE, guards: [unlessConcerned, by.withinReviewTime] },
    ...{ mutation: 'reviewCase', asks: 'request', tells: 'CASE_REVIEW' },
    says: 'The petitioner has asked for a review within 30 days of the answer (Art. 35).',
  },
  answerReview: {
    ...{ from: ['REVIEW'], to: 'CLOSED', by: OFFICE, guards: [unlessConcerned] },
    leads: ({ reviewOutcome }: CaseFacts): CaseState => (reviewOutcome === 'REVOKED' ? 'REOPENED' : 'CLOSED'),
    ...{ mutation: 'answerCaseReview', asksMore: true, tells: 'CASE_REVIEWED' },
  },
  finalReview: {
    ...{ from: ['CLOSED'], to: 'FINAL_REVIEW', by: OFFICE, guards: [unlessConcerned, by.withinFinalReviewTime] },
    ...{ mutation: 'reviewCaseFinally', asks: 'request', tells: 'CASE_FINAL_REVIEW' },
    says: 'The petitioner has asked for the final review (Art. 36).',
  },
  answerFinalReview: {
    ...{ from: ['FINAL_REVIEW'], to: 'TERMINATED', by: OFFICE, guards: [unlessConcerned] },
    leads: ({ reviewOutcome }: CaseFacts): CaseState => (reviewOutcome === 'REVOKED' ? 'REOPENED' : 'TERMINATED'),
    ...{ mutation: 'answerCaseFinalReview', asksMore: true, tells: 'CASE_FINALLY_REVIEWED' },
    says: 'Upheld, it has gone through all its stages: the same facts are not accepted again.',
  },
  /** Nobody but the county hears of it. */
  link: {
    ...{ from: CASE_STATES.filter((state) => state !== 'ARCHIVED'), to: 'REGISTERED', leads: asItStands },
    ...{ by: OFFICE, guards: [unlessConcerned], mutation: 'linkCase', asksMore: true },
    says: 'Another office has the same matter (三个联动, R38): its number there, and what may be told.',
  },
  archive: {
    ...{ from: ['CLOSED', 'TERMINATED', ...ELSEWHERE], to: 'ARCHIVED', by: OFFICE },
    guards: [unlessConcerned, by.onceTold, by.onceRevisitedAfter, by.oncePastReview],
    ...{ mutation: 'archiveCase', tells: 'CASE_ARCHIVED' },
  },
} as const satisfies Machine<string, CaseState, CaseFacts>;
export type CaseDeed = keyof typeof CASE_MACHINE;
