import { LIMITS } from '../limits.ts';
import { lengthProblem, type Problem } from '../problems.ts';

/** A day on which work differs from the week's habit, or on which it does not in spite of what was published. */
export interface CalendarDraft {
  name: string;
  source: string;
}
export type CalendarProblem = Problem<'name' | 'source', 'SHORT' | 'LONG'>;

/** A day needs its name, which proofs show, and where it is published: what is only expected stays out, so that 暂定 says so. */
export const calendarProblems = ({ name, source }: CalendarDraft): CalendarProblem[] => [
  ...lengthProblem('name', name, LIMITS.calendar.name),
  ...lengthProblem('source', source, LIMITS.calendar.source),
];
