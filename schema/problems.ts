import { CLOCK_AHEAD_MS } from './limits.ts';
import { lengthFault, visibleLength } from './texts/characters.ts';

/** What keeps a draft from being taken, as data: the field, what is wrong with it, and the numbers that its words may name. */
export interface Problem<Field extends string, Wrong extends string> {
  field: Field;
  problem: Wrong;
  min?: number;
  max?: number;
  /** Characters that there are, as a reader counts them. */
  length?: number;
}
type AnyProblem = Problem<string, string>;
/** `content.SHORT`: under this name both sides keep their words for a problem. */
export type ProblemKey<P extends AnyProblem> =
  P extends Problem<infer Field, infer Wrong> ? `${Field}.${Wrong}` : never;
export const problemKey = <P extends AnyProblem>({ field, problem }: P) => `${field}.${problem}` as ProblemKey<P>;

interface Range {
  min: number;
  max: number;
}

export function lengthProblem<F extends string>(field: F, text: string, limit: Range): Problem<F, 'SHORT' | 'LONG'>[] {
  const problem = lengthFault(text, limit);
  return problem ? [{ field, problem, ...limit, length: visibleLength(text) }] : [];
}

/** Whole numbers; null is none given. */
export function rangeProblem<F extends string>(field: F, value: number | null, limit: Range): Problem<F, 'RANGE'>[] {
  const holds = value === null || (Number.isInteger(value) && value >= limit.min && value <= limit.max);
  return holds ? [] : [{ field, problem: 'RANGE', ...limit }];
}

/** More in a list than it may have. */
export const countProblem = <F extends string>(
  field: F,
  list: readonly unknown[],
  max: number,
): Problem<F, 'MANY'>[] => (list.length > max ? [{ field, problem: 'MANY', max }] : []);

export const missingProblem = <F extends string>(field: F, isMissing: boolean): Problem<F, 'MISSING'>[] =>
  isMissing ? [{ field, problem: 'MISSING' }] : [];

/** What has happened lies in the past, give or take what clocks of phones run ahead. */
export const futureProblem = <F extends string>(field: F, at: Date, now: Date): Problem<F, 'FUTURE'>[] =>
  +at > +now + CLOCK_AHEAD_MS ? [{ field, problem: 'FUTURE' }] : [];
