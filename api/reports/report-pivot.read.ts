import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { badInput } from '../errors.ts';
import type { Scope } from '../scope.ts';
import type { Count } from './report-counts.read.ts';
import { type Counted, type Filter, reportsOf, topicTally } from './report-tally.read.ts';

export interface PivotRow {
  township: string;
  topic: string;
  counts: number[];
}
export interface ReportPivot {
  months: string[];
  townships: Count[];
  topics: Count[];
  rows: PivotRow[];
  total: number;
  asOf: Date;
}

/** Townships by topics by months. Without days it is about the latest months, so that an answer stays of a size. */
export function reportPivot(scope: Scope, asked: Filter): Promise<ReportPivot> {
  const filter = { ...asked, ...daysOf(asked, scope.now) };
  return pivotOf(scope, filter, topicTally(scope, filter) ?? reportsOf(scope, filter));
}

interface PairRow {
  townshipCode: number;
  topicCode: string;
  township: string | null;
  topic: string | null;
  /** By month. */
  counts: Record<string, number>;
}

export async function pivotOf(scope: Scope, days: Days, counted: Counted): Promise<ReportPivot> {
  const pairs = await scope.rows<PairRow>(
    `with pair as (${pairsOf(counted)})
     select p.*, u.name as township, t.name as topic from pair p
     left join unit u on u.county_code = $1 and u.code = p.township_code
     left join term t on t.county_code = $1 and t.kind = 'TOPIC' and t.code = p.topic_code
     order by p.township_code, p.topic_code`,
    counted.wanted.values,
  );
  const months = monthsOf(days);
  const rows = pairs.map(({ townshipCode, topicCode, counts }) => ({
    township: String(townshipCode),
    topic: topicCode,
    counts: months.map((month) => counts[month] ?? 0),
  }));
  const townships = margin(
    rows,
    ({ township }) => township,
    new Map(pairs.map((p) => [String(p.townshipCode), p.township])),
  );
  const topics = margin(rows, ({ topic }) => topic, new Map(pairs.map((p) => [p.topicCode, p.topic])));
  return { months, townships, topics, rows, total: sum(townships.map(({ count }) => count)), asOf: scope.now };
}

/** One row for each township and topic that has any report: a tenth of the rows that a row for each month would be. */
export const pairsOf = ({ from, wanted, n, any, month }: Counted) => `
  select c.township_code, c.topic_code, json_object_agg(c.month, c.n) as counts from (
    select r.township_code, r.topic_code, ${month} as month, ${n}::int as n from ${from} where ${wanted}
    group by r.township_code, r.topic_code, ${month} having ${any}) c
  group by c.township_code, c.topic_code`;

interface Days {
  submittedFrom: string;
  submittedTo: string;
}

export function daysOf(filter: Filter, now: Date): Days {
  const submittedTo = filter?.submittedTo ?? endOfMonth(dayOf(now));
  const submittedFrom = filter?.submittedFrom ?? monthsBefore(submittedTo, LIMITS.pivot.months - 1);
  const { most } = LIMITS.pivot;
  if (submittedFrom < monthsBefore(submittedTo, most - 1))
    throw badInput('submittedFrom', `最多 ${most} 个月，请缩短时段`, `At most ${most} months; choose a shorter time`);
  return { submittedFrom, submittedTo };
}

/** The first day of the month n months before the day's. */
const monthsBefore = (day: string, n: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - n, 1)).toISOString().slice(0, 10);
const endOfMonth = (day: string): string => addDays(monthsBefore(day, -1), -1);

function monthsOf({ submittedFrom, submittedTo }: Days): string[] {
  const months: string[] = [];
  for (let month = monthsBefore(submittedFrom, 0); month <= submittedTo; month = monthsBefore(month, -1))
    months.push(month);
  return months;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Most first. */
function margin(
  rows: readonly PivotRow[],
  keyOf: (row: PivotRow) => string,
  labels: ReadonlyMap<string, string | null>,
): Count[] {
  const counts = Map.groupBy(rows, keyOf);
  return [...counts]
    .map(([key, of]) => ({ key, label: labels.get(key) ?? '未注明', count: sum(of.map((row) => sum(row.counts))) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
