import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';

/** How the villager's own opinion stands in a result report (R51): signed on paper that a named person keeps or by a finger on the screen, declined before witnesses, or nobody is known to ask. */
export const OPINION_FORMS = ['SIGNED', 'DRAWN', 'REFUSED', 'UNKNOWN'] as const;
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
  /** The strokes of a signature on the screen: moves and lines of a path, in whole numbers. */
  drawing: string;
}
/** What a villager appeals for gets a written opinion (处理意见书, Art. 32): what is asked for, what it is decided by, and what may be done against it. */
export interface WrittenOpinion {
  request: string;
  basis: string;
  remedy: string;
}
export type ResultProblem =
  | Problem<'body' | 'answer' | 'opinion' | keyof WrittenOpinion, 'SHORT' | 'LONG'>
  | Problem<'kept', 'MISSING' | 'SHORT' | 'LONG'>
  | Problem<'drawing', 'MISSING' | 'LONG'>
  | Problem<'opinionForm', 'UNACKNOWLEDGED'>;

/** The strokes as they may be kept and drawn again. */
const STROKES = /^(?:M\d{1,4} \d{1,4}(?: ?L\d{1,4} \d{1,4})*)+$/;

/** Everything that keeps a result from being kept, in the order of the form. */
export function resultProblems({ body, answer, opinionForm, opinion, kept, drawing }: ToldResult): ResultProblem[] {
  const { result } = LIMITS;
  const isNamed = opinionForm === 'SIGNED' || opinionForm === 'REFUSED';
  const isDrawn = STROKES.test(drawing) && drawing.length >= result.drawing.min;
  return [
    ...lengthProblem('body', body, result.body),
    ...lengthProblem('answer', answer, result.answer),
    ...lengthProblem('opinion', opinion, result.opinion),
    ...missingProblem('kept', isNamed && !kept.trim()),
    ...(isNamed && kept.trim() ? lengthProblem('kept', kept, result.kept) : []),
    ...(drawing.length > result.drawing.max
      ? [{ field: 'drawing', problem: 'LONG', max: result.drawing.max } as const]
      : missingProblem('drawing', opinionForm === 'DRAWN' && !isDrawn)),
  ];
}

/** What a written opinion lacks. */
export const writtenProblems = ({ request, basis, remedy }: WrittenOpinion): ResultProblem[] => [
  ...lengthProblem('request', request, LIMITS.result.request),
  ...lengthProblem('basis', basis, LIMITS.result.basis),
  ...lengthProblem('remedy', remedy, LIMITS.result.remedy),
];

/** R50: what cannot be solved at once wants the villager's acknowledgement, where there is somebody to give it. */
export const acknowledgementProblems = ({
  finding,
  opinionForm,
}: Pick<ToldResult, 'finding' | 'opinionForm'>): ResultProblem[] =>
  finding === 'TRUE_DEFERRED' && opinionForm === 'REFUSED' ? [{ field: 'opinionForm', problem: 'UNACKNOWLEDGED' }] : [];
