import { REPORT_SORTS, type ReportSort } from '../reports/report-sorts.ts';
import type { ListScreen } from '../views/list-screens.ts';

export const DENSITIES = ['ROOMY', 'CLOSE'] as const;
export type Density = (typeof DENSITIES)[number];

/** Columns of a list of reports, as they stand unless somebody arranges them; the number is the way into a row and stays. */
export const REPORT_COLUMNS = ['NO', 'TOPIC', 'PLACE', 'EXCERPT', 'REPORTER', 'SUBMITTED', 'STATE'] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];
export const FIXED_COLUMN: ReportColumn = 'NO';

/** What a list can be arranged to: what stands here is kept, and nothing else. */
interface Arrangeable {
  columns: readonly ReportColumn[];
  sorts: readonly ReportSort[];
}
export const ARRANGEABLE: Record<ListScreen, Arrangeable> = {
  DESK: { columns: REPORT_COLUMNS, sorts: REPORT_SORTS },
  ANALYST: { columns: REPORT_COLUMNS, sorts: REPORT_SORTS },
  // What is found comes newest first.
  SEARCH: { columns: REPORT_COLUMNS, sorts: ['NEWEST'] },
};

/** How somebody has arranged a list. */
export interface Arrangement {
  columns: ReportColumn[];
  density: Density;
  sort: ReportSort;
  /** Their views in their own sequence, those that stand in it. */
  sequence: string[];
}
export type Kept = { [Field in keyof Arrangement]?: unknown };

/** What was kept, as far as the list still knows it, and for the rest what everybody has. */
export function arrangementOf(screen: ListScreen, { columns, density, sort, sequence }: Kept): Arrangement {
  const known = ARRANGEABLE[screen];
  const chosen = listOf(columns).filter((column): column is ReportColumn =>
    known.columns.some((each) => each === column),
  );
  return {
    columns: chosen.includes(FIXED_COLUMN) ? [...new Set(chosen)] : [...known.columns],
    density: DENSITIES.find((each) => each === density) ?? 'ROOMY',
    sort: known.sorts.find((each) => each === sort) ?? 'NEWEST',
    sequence: [...new Set(listOf(sequence))],
  };
}
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
