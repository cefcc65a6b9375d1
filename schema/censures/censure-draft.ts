import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';

const { censure: CENSURE } = LIMITS;

/** A censure as it is drafted: what happened, what shows it, and which rule it breaks. */
export interface ToldCensure {
  unit: string | null;
  title: string;
  cause: string;
  evidence: string;
  rule: string;
}
export type CensureProblem =
  | Problem<'unit', 'MISSING'>
  | Problem<'title' | 'cause' | 'evidence' | 'rule', 'SHORT' | 'LONG'>;

/** Everything that keeps it from being kept, in the order of the form. */
export const censureProblems = ({ unit, title, cause, evidence, rule }: ToldCensure): CensureProblem[] => [
  ...missingProblem('unit', !unit),
  ...lengthProblem('title', title, CENSURE.title),
  ...lengthProblem('cause', cause, CENSURE.cause),
  ...lengthProblem('evidence', evidence, CENSURE.evidence),
  ...lengthProblem('rule', rule, CENSURE.rule),
];
