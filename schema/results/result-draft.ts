import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';

/** How the villager's own opinion stands in a result report (R51): signed on paper that a named person keeps, declined before witnesses, or nobody is known to ask. */
export const OPINION_FORMS = ['SIGNED', 'REFUSED', 'UNKNOWN'] as const;
export type OpinionForm = (typeof OPINION_FORMS)[number];

/** 属实已解决 / 属实但一时不能解决 / 不属实 (R50). */
export const FINDINGS = ['TRUE_RESOLVED', 'TRUE_DEFERRED', 'NOT_TRUE'] as const;
export type Finding = (typeof FINDINGS)[number];

/** A result report as it is written. */
export interface ToldResult {
  finding: Finding;
  /** What was found and done, for those who check it. */
  body: string;
  /** What may be told to whoever reported it, in plain words. */
  answer: string;
  opinionForm: OpinionForm;
  /** In the villager's words; why it is missing where it is. */
  opinion: string;
  /** Who keeps the signed paper; of a refusal the two witnesses. */
  kept: string;
}
export type ResultProblem =
  | Problem<'body' | 'answer' | 'opinion', 'SHORT' | 'LONG'>
  | Problem<'kept', 'MISSING' | 'SHORT' | 'LONG'>;

/** Everything that keeps a result from being kept, in the order of the form. */
export function resultProblems({ body, answer, opinionForm, opinion, kept }: ToldResult): ResultProblem[] {
  const { result } = LIMITS;
  const isNamed = opinionForm !== 'UNKNOWN';
  return [
    ...lengthProblem('body', body, result.body),
    ...lengthProblem('answer', answer, result.answer),
    ...lengthProblem('opinion', opinion, result.opinion),
    ...missingProblem('kept', isNamed && !kept.trim()),
    ...(isNamed && kept.trim() ? lengthProblem('kept', kept, result.kept) : []),
  ];
}
