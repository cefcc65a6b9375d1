import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { topicByCode, unitByCode } from '../../network/network.loaders.ts';
import { badInput } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { REPORT_WORDS } from '../report.words.ts';
import type { Count } from './report-counts.read.ts';
import { type Filter, reportsOf, topicTally } from './report-tally.read.ts';

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
export async function reportPivot(scope: Scope, asked: Filter): Promise<ReportPivot> {
  const filter = { ...asked, ...daysOf(asked, scope.now) };
  return pivotOf(scope, filter, (await talliedCells(scope, filter)) ?? (await liveCells(scope, filter)));
}

interface Cell {
  townshipCode: number;
  topicCode: string;
  /** The first day. */
  month: string;
  n: number;
}

/** Twelve months a row on the wire, which is a tenth of the rows; of them those that were asked for. */
async function talliedCells(scope: Scope, filter: Filter & Days): Promise<Cell[] | null> {
  const tally = topicTally(scope, filter);
  if (!tally) return null;
  const rows = await scope.rows<{ townshipCode: number; topicCode: string; year: number; months: string }>(
    `select r.township_code, r.topic_code, r.year, ${tally.months} as months from ${tally.from} where ${tally.wanted}
     group by r.township_code, r.topic_code, r.year`,
    tally.wanted.values,
  );
  const daysOfYear = new Map<number, string[]>();
  for (const { year } of rows)
    if (!daysOfYear.has(year))
      daysOfYear.set(
        year,
        Array.from({ length: 12 }, (_, i) => firstDay(year, i)),
      );
  const isAsked = (month: string) => month >= filter.submittedFrom && month <= filter.submittedTo;
  return rows.flatMap(({ townshipCode, topicCode, year, months }) => {
    const days = daysOfYear.get(year) as string[];
    const counts = JSON.parse(`[${months.slice(1, -1)}]`) as number[];
    return days
      .map((month, i) => ({ townshipCode, topicCode, month, n: counts[i] as number }))
      .filter(({ month, n }) => n && isAsked(month));
  });
}

export function liveCells(scope: Scope, filter: Filter): Promise<Cell[]> {
  const { from, wanted, n } = reportsOf(scope, filter);
  return scope.rows<Cell>(
    `select r.township_code, r.topic_code, date_trunc('month', r.submitted_at at time zone 'Asia/Shanghai')::date as month, ${n}::int as n
     from ${from} where ${wanted} group by 1, 2, 3`,
    wanted.values,
  );
}

export async function pivotOf(scope: Scope, days: Days, cells: readonly Cell[]): Promise<ReportPivot> {
  const months = monthsOf(days);
  const place = new Map(months.map((month, i) => [month, i]));
  const pairs = new Map<string, PivotRow>();
  for (const { townshipCode, topicCode, month, n } of cells) {
    const key = `${townshipCode} ${topicCode}`;
    let row = pairs.get(key);
    if (!row) {
      row = { township: String(townshipCode), topic: topicCode, counts: months.map(() => 0) };
      pairs.set(key, row);
    }
    row.counts[place.get(month) as number] = n;
  }
  const rows = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const [townships, topics] = await Promise.all([
    margin(rows, 'township', async (code) => unitByCode(scope).load(Number(code))),
    margin(rows, 'topic', async (code) => topicByCode(scope).load(code)),
  ]);
  return { months, townships, topics, rows, total: sum(townships.map(({ count }) => count)), asOf: scope.now };
}

interface Days {
  submittedFrom: string;
  submittedTo: string;
}

export function daysOf(filter: Filter, now: Date): Days {
  const submittedTo = filter?.submittedTo ?? endOfMonth(dayOf(now));
  const submittedFrom = filter?.submittedFrom ?? monthsBefore(submittedTo, SERVER_LIMITS.pivot.months - 1);
  if (submittedFrom < monthsBefore(submittedTo, SERVER_LIMITS.pivot.most - 1))
    throw badInput('submittedFrom', ...REPORT_WORDS.pivot);
  return { submittedFrom, submittedTo };
}

const firstDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
/** The first day of the month n months before the day's. */
const monthsBefore = (day: string, n: number): string =>
  firstDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - n);
const endOfMonth = (day: string): string => addDays(monthsBefore(day, -1), -1);

/** `daysOf` has refused more than may be asked for; whoever else asks gets no more either. */
function monthsOf({ submittedFrom, submittedTo }: Days): string[] {
  const months = Array.from({ length: SERVER_LIMITS.pivot.most }, (_, i) => monthsBefore(submittedFrom, -i));
  return months.filter((month) => month <= submittedTo);
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Most first. */
async function margin(
  rows: readonly PivotRow[],
  side: 'township' | 'topic',
  named: (key: string) => Promise<{ name: string } | null>,
): Promise<Count[]> {
  const counted = [...Map.groupBy(rows, (row) => row[side])].map(async ([key, of]) => {
    const label = (await named(key))?.name ?? '未注明';
    return { key, label, count: sum(of.map((row) => sum(row.counts))) };
  });
  return (await Promise.all(counted)).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
