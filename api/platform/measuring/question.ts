import { createHash } from 'node:crypto';
import type { TableComparison, TableDimension, ThingDimension } from '@lxq/schema/measures/table-words.ts';
import type { Scope } from '../scope/scope.ts';

/** Which things a question is about; an empty list is no wish. */
export interface TableFilter {
  from?: string | null;
  to?: string | null;
  /** A unit with those below it. */
  under?: string | null;
  topics?: readonly string[] | null;
  sources?: readonly string[] | null;
  lines?: readonly string[] | null;
  urgencies?: readonly string[] | null;
  states?: readonly string[] | null;
  portfolios?: readonly string[] | null;
  units?: readonly string[] | null;
  grades?: readonly string[] | null;
  problemsOnly?: boolean | null;
}
export interface Question {
  measures: readonly string[];
  rows: readonly TableDimension[];
  columns: readonly TableDimension[];
  filter?: TableFilter | null;
  compare?: TableComparison | null;
}

/** By which dimension a list of a filter narrows. */
export const NARROWED = {
  topics: 'TOPIC',
  sources: 'SOURCE',
  lines: 'LINE',
  urgencies: 'URGENCY',
  states: 'STATE',
  portfolios: 'PORTFOLIO',
  units: 'UNIT',
  grades: 'GRADE',
} as const satisfies Partial<Record<keyof TableFilter, ThingDimension>>;
export type NarrowingList = keyof typeof NARROWED;

/**
 * The same text for the same things, however a filter was put together: table, list, count and export of them bear its hash. Whose rows they are says the
 * reader's row security, not the predicate.
 */
export function predicateOf({ county }: Scope, filter: TableFilter | null | undefined): { text: string; hash: string } {
  const wishes = Object.entries(filter ?? {})
    .filter(([, value]) => value != null && value !== false && !(Array.isArray(value) && !value.length))
    .map(([wish, value]) => `${wish}=${Array.isArray(value) ? [...new Set(value)].sort().join(',') : value}`);
  const text = [`county=${county}`, ...wishes.sort()].join('; ');
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}
