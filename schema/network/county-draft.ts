import { LIMITS } from '../limits.ts';
import { lengthProblem, type Problem, rangeProblem } from '../problems.ts';

export type CountyProblem = Problem<'officeName', 'SHORT' | 'LONG'> | Problem<'contactDays', 'RANGE'>;
interface CountyDraft {
  officeName: string;
  contactDays: number;
}

/** What keeps a county's settings from being saved. */
export const countyProblems = ({ officeName, contactDays }: CountyDraft): CountyProblem[] => [
  ...lengthProblem('officeName', officeName, LIMITS.office.name),
  ...rangeProblem('contactDays', contactDays, LIMITS.contact.days),
];
