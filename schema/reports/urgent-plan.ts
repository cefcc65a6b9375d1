import { LIMITS } from '../limits.ts';
import { futureProblem, lengthProblem, missingProblem, type Problem } from '../problems.ts';

export type PlanProblem =
  | Problem<'text' | 'noticeTo', 'SHORT' | 'LONG'>
  | Problem<'unit', 'MISSING'>
  | Problem<'dueAt', 'PAST'>
  | Problem<'noticeAt', 'FUTURE'>;

export interface ToldPlan {
  text: string;
  unit: string | null;
  dueAt: Date;
  /** Whom above was told (Art. 25); null when nobody was. */
  noticeTo: string | null;
  /** Null for now. */
  noticeAt: Date | null;
}

/** Everything that keeps the plan for an urgent report (R36) from being taken, in the order of the form. */
export function planProblems({ text, unit, dueAt, noticeTo, noticeAt }: ToldPlan, now: Date): PlanProblem[] {
  const { reason } = LIMITS.report;
  return [
    ...lengthProblem('text', text, reason),
    ...missingProblem('unit', !unit),
    ...(dueAt > now ? [] : [{ field: 'dueAt', problem: 'PAST' } as const]),
    ...(noticeTo === null ? [] : lengthProblem('noticeTo', noticeTo, reason)),
    ...(noticeTo === null || noticeAt === null ? [] : futureProblem('noticeAt', noticeAt, now)),
  ];
}
