import { LIMITS } from '../limits.ts';
import { countProblem, lengthProblem, missingProblem, type Problem, rangeProblem } from '../problems.ts';

export type PortfolioProblem =
  | Problem<'name', 'SHORT' | 'LONG'>
  | Problem<'leader', 'MISSING'>
  | Problem<'topicCodes', 'MANY'>
  | Problem<'position', 'RANGE'>;

export interface ToldPortfolio {
  name: string;
  leader: string;
  topicCodes: readonly string[];
  /** Null for the last. */
  position: number | null;
}

/** Everything that keeps a portfolio from being saved, in the order of the form. */
export function portfolioProblems({ name, leader, topicCodes, position }: ToldPortfolio): PortfolioProblem[] {
  const limits = LIMITS.portfolio;
  return [
    ...lengthProblem('name', name, limits.name),
    ...missingProblem('leader', leader === ''),
    ...countProblem('topicCodes', topicCodes, limits.topics),
    ...rangeProblem('position', position, { min: 0, max: limits.position }),
  ];
}
