import { addDays, dayOf } from '../calendar.ts';
import { LIMITS } from '../limits.ts';
import { countProblem, lengthProblem, missingProblem, type Problem } from '../problems.ts';
import type { OrderKind } from './order-states.ts';

const { order: ORDER } = LIMITS;

/** An order as it is drafted. */
export interface ToldOrder {
  kind: OrderKind;
  unit: string | null;
  title: string;
  /** What was seen or analysed that it rests on. */
  basis: string;
  /** What the unit is to do. */
  requirement: string;
  dueOn: string;
}
export type OrderProblem =
  | Problem<'unit', 'MISSING'>
  | Problem<'title' | 'basis' | 'requirement', 'SHORT' | 'LONG'>
  | Problem<'dueOn', 'RANGE'>;

/** Everything that keeps it from being kept, in the order of the form. */
export function orderProblems({ unit, title, basis, requirement, dueOn }: ToldOrder, now: Date): OrderProblem[] {
  const today = dayOf(now);
  const isAhead = dueOn >= today && dueOn <= addDays(today, ORDER.dueDays);
  return [
    ...missingProblem('unit', !unit),
    ...lengthProblem('title', title, ORDER.title),
    ...lengthProblem('basis', basis, ORDER.basis),
    ...lengthProblem('requirement', requirement, ORDER.requirement),
    ...(isAhead ? [] : [{ field: 'dueOn', problem: 'RANGE', min: 0, max: ORDER.dueDays } as const]),
  ];
}

/** Who went to see, and what they found. */
export interface ToldInspection {
  team: readonly string[];
  found: string;
}
export type InspectionProblem =
  | Problem<'team', 'MISSING' | 'MANY' | 'SHORT' | 'LONG'>
  | Problem<'found', 'SHORT' | 'LONG'>;
export const inspectionProblems = ({ team, found }: ToldInspection): InspectionProblem[] => [
  ...missingProblem('team', team.length === 0),
  ...countProblem('team', team, ORDER.team),
  ...team.flatMap((name) => lengthProblem('team', name, LIMITS.case.name)),
  ...lengthProblem('found', found, ORDER.found),
];
