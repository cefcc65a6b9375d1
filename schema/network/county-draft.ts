import { LIMITS } from '../limits.ts';
import { lengthProblem, type Problem } from '../problems.ts';

export type CountyProblem = Problem<'officeName', 'SHORT' | 'LONG'>;

/** What keeps a county's settings from being saved. */
export const countyProblems = ({ officeName }: { officeName: string }): CountyProblem[] =>
  lengthProblem('officeName', officeName, LIMITS.office.name);
