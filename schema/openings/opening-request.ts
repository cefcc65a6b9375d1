import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';

export type RequestProblem = Problem<'about', 'MISSING'> | Problem<'reason', 'SHORT' | 'LONG'>;

/** Why somebody may not be named, or has to be; of a refusal as well as of a request. */
export const reasonProblems = (reason: string) => lengthProblem('reason', reason, LIMITS.opening.reason);

/** Everything that keeps a request to see who wrote a sealed report from being taken, in the order of the form. */
export const requestProblems = ({ about, reason }: { about: string | null; reason: string }): RequestProblem[] => [
  ...missingProblem('about', !about),
  ...reasonProblems(reason),
];
