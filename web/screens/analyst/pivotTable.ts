import { monthOf } from '@lxq/schema/calendar.ts';
import type { Filter } from '../../nouns/reports/filter.ts';
import type { CountBarFragment, ReportPivotQuery } from './analyst.generated.ts';

export type Side = 'township' | 'topic';
export interface PivotTable {
  months: string[];
  /** Most first; `counts` has one for each of `months`. */
  lines: { one: CountBarFragment; counts: number[] }[];
}

/** One side of the pivot against its months, the newest first; what lies before the first report is left out. */
export function pivotTable(pivot: ReportPivotQuery['reportPivot'], side: Side): PivotTable {
  const { months, townships, topics, rows } = pivot;
  const byKey = Map.groupBy(rows, (row) => row[side]);
  const add = (of: typeof rows, i: number) => of.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0);
  const first = months.findIndex((_, i) => add(rows, i) > 0);
  const shown =
    first < 0
      ? []
      : months
          .map((month, i) => ({ month, i }))
          .slice(first)
          .reverse();
  return {
    months: shown.map(({ month }) => month),
    lines: (side === 'township' ? townships : topics).map((one) => ({
      one,
      counts: shown.map(({ i }) => add(byKey.get(one.key) ?? [], i)),
    })),
  };
}

/** The list that a cell counts; within the days that the filter asks for. */
export function cellFilter(filter: Filter, side: Side, key: string, month?: string): Filter {
  const narrowed = side === 'township' ? { ...filter, under: filter.under ?? key } : { ...filter, topics: [key] };
  if (!month) return narrowed;
  const { submittedFrom = '', submittedTo = '9999-12-31' } = filter;
  return {
    ...narrowed,
    submittedFrom: [submittedFrom, month].toSorted()[1] as string,
    submittedTo: [submittedTo, monthOf(month).to].toSorted()[0] as string,
  };
}

/** How dark a cell is, 0 to 1: the root, so that small numbers can be told apart beside large ones. */
export const shade = (count: number, most: number): number => (most ? Math.sqrt(count / most) : 0);
