import type { Filter } from '../reports/filter.ts';
import type { CountBarFragment, ReportPivotQuery } from './analyst.generated.ts';

export type Side = 'township' | 'topic';
export interface PivotLine {
  one: CountBarFragment;
  /** One for each month. */
  counts: number[];
}

/** One side of the pivot against its months, most first. */
export function pivotTable(
  { months, townships, topics, rows }: ReportPivotQuery['reportPivot'],
  side: Side,
): PivotLine[] {
  const lines = (side === 'township' ? townships : topics).map((one) => ({ one, counts: months.map(() => 0) }));
  const byKey = new Map(lines.map((line) => [line.one.key, line.counts]));
  for (const row of rows) {
    const counts = byKey.get(row[side]);
    row.counts.forEach((count, i) => {
      if (counts) counts[i] = (counts[i] ?? 0) + count;
    });
  }
  return lines;
}

/** The list that a cell counts; within the days that the filter asks for. */
export function cellFilter(filter: Filter, side: Side, key: string, month?: string): Filter {
  const narrowed = side === 'township' ? { ...filter, under: filter.under ?? key } : { ...filter, topics: [key] };
  if (!month) return narrowed;
  const { submittedFrom = '', submittedTo = '9999-12-31' } = filter;
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return {
    ...narrowed,
    submittedFrom: [submittedFrom, month].toSorted()[1] as string,
    submittedTo: [submittedTo, last].toSorted()[0] as string,
  };
}

/** How dark a cell is, 0 to 1: the root, so that small numbers can be told apart beside large ones. */
export const shade = (count: number, most: number): number => (most ? Math.sqrt(count / most) : 0);
