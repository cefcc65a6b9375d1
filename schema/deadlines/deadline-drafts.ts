import { LIMITS } from '../limits.ts';
import { lengthProblem, type Problem, rangeProblem } from '../problems.ts';
import { type DeadlineRuleCode, ruleOf } from './deadline-rules.ts';

export type ExtensionProblem = Problem<'reason', 'SHORT' | 'LONG'> | Problem<'days', 'RANGE'>;
export interface ExtensionDraft {
  reason: string;
  days: number;
}
/** What keeps a request for more time from being taken. Where a rule gives none, its guard says so. */
export const extensionProblems = (rule: DeadlineRuleCode, { reason, days }: ExtensionDraft): ExtensionProblem[] => [
  ...rangeProblem('days', days, { min: 1, max: ruleOf(rule).extension ?? LIMITS.deadline.extension }),
  ...lengthProblem('reason', reason, LIMITS.deadline.reason),
];

export type ThresholdProblem = Problem<'amount', 'RANGE'>;
/** What a county may not set: more than the law gives, or less than anybody can do. */
export function thresholdProblems(rule: DeadlineRuleCode, amount: number): ThresholdProblem[] {
  const { floor: min, ceiling: max } = ruleOf(rule);
  return rangeProblem('amount', amount, { min, max });
}
