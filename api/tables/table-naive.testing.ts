import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { comparedWith, later, type Shift } from '@lxq/schema/measures/table-periods.ts';
import { isTime, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import type { Question, TableFilter } from '../platform/measuring/question.ts';
import type { Thing } from './table-things.testing.ts';

type Row = any;
/** A measure said once more, in JavaScript and from its sentence alone. */
interface Naive {
  of?: (row: Row, now: Date) => boolean;
  at?: (row: Row) => Date | null;
  sum?: (row: Row) => number | null;
  hits?: (row: Row, now: Date) => boolean;
  days?: (row: Row) => number | null;
  quantile?: number;
}

const standing = ({ state }: Row) => state !== 'WITHDRAWN';
const matters = ({ state }: Row) => state !== 'WITHDRAWN' && state !== 'MERGED';
const use = (hits: (row: Row) => boolean): Naive => ({ of: standing, hits });
const waited = (from: Date, to: Date | null) =>
  to && Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
const answering = (quantile: number): Naive => ({
  ...{ of: ({ answeredAt }) => answeredAt !== null, quantile },
  days: ({ submittedAt, answeredAt }) => waited(submittedAt, answeredAt),
});
const isClosed = ({ state }: Row) => ['CLOSED', 'TERMINATED', 'ARCHIVED'].includes(state);
const isVillage = (code: number | null) => code !== null && Math.floor(code / 1_000) % 1_000 > 0;
const seat = (code: number) => Math.floor(code / 1_000_000) % 1_000;
const closed: Naive = { of: isClosed, at: ({ closedAt }) => closedAt };
const onTime = (...rules: string[]): Naive => ({
  of: ({ rule, state, metAt, dueAt, pausedAt }, now) =>
    rules.includes(rule) && state !== 'DROPPED' && (metAt !== null || (dueAt < now && pausedAt === null)),
  hits: ({ metAt, dueAt }) => metAt !== null && metAt <= dueAt,
});

export const NAIVE: Record<string, Naive> = {
  reports: {},
  problems: { of: ({ isProblem }) => isProblem },
  households: { of: matters, sum: ({ households }) => households },
  people: { of: matters, sum: ({ people }) => people },
  urgentReports: { of: ({ urgentAt }) => urgentAt !== null },
  overdueReports: { of: ({ state, dueAt }, now) => ['SUBMITTED', 'URGENT'].includes(state) && dueAt < now },
  digestUse: use(({ digestedAt }) => digestedAt !== null),
  caseUse: use(({ deeds }) => deeds.includes('case') || deeds.includes('openCase')),
  instructionUse: use(({ deeds }) => deeds.includes('instruct')),
  guidanceUse: use(({ isOrdered }) => isOrdered),
  judgedOnTime: {
    of: (row, now) => matters(row) && (row.handledAt !== null || row.dueAt < now),
    hits: ({ handledAt, dueAt }) => handledAt !== null && handledAt <= dueAt,
  },
  readRate: { of: standing, hits: ({ state }) => state !== 'SUBMITTED' && state !== 'URGENT' },
  closingRate: { of: matters, hits: ({ state }) => state === 'REPLIED' || state === 'ARCHIVED' },
  ...{ daysToAnswerMedian: answering(0.5), daysToAnswerP90: answering(0.9) },
  instructions: { of: standing },
  instructionsClosed: { of: standing, hits: ({ state }) => state === 'CLOSED' },
  cases: {},
  caseClosingRate: {
    of: ({ state }) => !['TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED'].includes(state),
    hits: isClosed,
  },
  firstTimeResolution: { ...closed, hits: ({ reopenings, reviewedAt }) => reopenings === 0 && reviewedAt === null },
  solvedInVillage: {
    ...{ ...closed, of: (row) => isClosed(row) && isVillage(row.placeCode) },
    hits: ({ responsibleUnitCode }) => isVillage(responsibleUnitCode),
  },
  solvedInTownship: {
    ...closed,
    hits: ({ responsibleUnitCode: unit }) => unit !== null && seat(unit) > 0 && seat(unit) < 600,
  },
  satisfaction: { of: ({ rating }) => rating !== null, hits: ({ rating }) => rating !== 'DISSATISFIED' },
  ratedShare: {
    of: ({ kind, method }) => kind !== 'FILING' && method !== null,
    hits: ({ rating }) => rating !== null,
  },
  consolidation: {
    of: ({ kind, isSolved }) => kind === 'POST_CLOSE' && isSolved !== null,
    hits: ({ isSolved }) => isSolved,
  },
  casesOnTime: onTime('CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR'),
  casesInStatutoryTime: onTime('CASE_STATUTORY'),
  casesDecidedOnTime: onTime('CASE_DECIDE'),
  revisits: { of: ({ state }) => state !== 'DROPPED' },
  revisitsOnTime: onTime('REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_POST_CLOSE', 'REVISIT_VERIFY'),
  digestItems: {},
};

/** Monday is 1. */
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
const tenth = (day: string) => day.slice(0, 8) + (day.slice(8) > '20' ? '21' : day.slice(8) > '10' ? '11' : '01');
function codeOf({ of, at }: Pick<Thing, 'of' | 'at'>, dimension: TableDimension, shift?: Shift): string {
  const own = at ? dayOf(at) : '';
  const day = shift ? later(own, shift) : own;
  if (dimension === 'WEEKDAY') return String(weekday(own));
  if (dimension === 'YEAR') return day.slice(0, 4);
  if (dimension === 'MONTH') return day.slice(0, 7);
  if (dimension === 'WEEK') return addDays(day, 1 - weekday(day));
  return isTime(dimension) ? tenth(day) : (of[dimension] as string);
}

const LISTS = [
  ...([
    ['topics', 'TOPIC'],
    ['sources', 'SOURCE'],
    ['lines', 'LINE'],
    ['urgencies', 'URGENCY'],
  ] as const),
  ...([
    ['states', 'STATE'],
    ['portfolios', 'PORTFOLIO'],
    ['units', 'UNIT'],
    ['grades', 'GRADE'],
  ] as const),
];
function isAskedFor({ of, row }: Thing, filter: TableFilter): boolean {
  const { under, problemsOnly } = filter;
  if (problemsOnly && !row.isProblem) return false;
  if (under && !under.endsWith('000000000') && under !== (under.endsWith('000000') ? of.TOWNSHIP : of.VILLAGE))
    return false;
  return LISTS.every(([list, dimension]) => {
    const wanted = filter[list];
    return !wanted?.length || wanted.includes(of[dimension] as string);
  });
}

/** Each first part of a key's row with each of its column: the cell, its subtotals and the totals. */
const prefixes = (row: readonly string[], column: readonly string[]): string[] =>
  [...row.keys(), row.length].flatMap((i) =>
    [...column.keys(), column.length].map((j) => JSON.stringify([row.slice(0, i), column.slice(0, j)])),
  );

/** The things of a measure behind each key, subtotals and totals among them: by the JSON of its codes. */
export function behind(
  things: readonly Thing[],
  { filter, rows, columns, compare }: Question,
  { naive, isCompared }: { naive: Naive; isCompared?: boolean },
): Map<string, Thing[]> {
  const asked = { from: filter?.from ?? '0001-01-01', to: filter?.to ?? '9999-12-31' };
  const { days, shift } = isCompared && compare ? comparedWith(asked, compare) : { days: asked, shift: undefined };
  const found = new Map<string, Thing[]>([[JSON.stringify([[], []]), []]]);
  const dated = things.map((thing) => ({ ...thing, at: naive.at ? naive.at(thing.row) : thing.at }));
  const isWithin = ({ at }: Thing) => at !== null && dayOf(at) >= days.from && dayOf(at) <= days.to;
  for (const thing of dated.filter((each) => isWithin(each) && isAskedFor(each, filter ?? {}))) {
    const codes = (side: readonly TableDimension[]) => side.map((dimension) => codeOf(thing, dimension, shift));
    for (const key of prefixes(codes(rows), codes(columns))) found.set(key, [...(found.get(key) ?? []), thing]);
  }
  return found;
}

/** What a measure says of some things, and of how many. */
export function said({ of, sum, hits, days, quantile }: Naive, things: readonly Thing[], now: Date) {
  const its = things.filter(({ row }) => of?.(row, now) ?? true);
  if (hits) {
    const fulfilled = its.filter(({ row }) => hits(row, now));
    const value = its.length ? (100 * fulfilled.length) / its.length : null;
    return { value, of: its.length, numerator: fulfilled, denominator: its };
  }
  if (quantile === undefined || !days) {
    const value = sum ? its.reduce((total, { row }) => total + (sum(row) ?? 0), 0) : its.length;
    return { value, of: null, numerator: sum ? its.filter(({ row }) => sum(row)) : its, denominator: null };
  }
  const sorted = its.map(({ row }) => days(row) as number).sort((a, b) => a - b);
  const at = quantile * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  const value = low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
  return { value, of: its.length, numerator: its, denominator: its };
}
export type Said = ReturnType<typeof said>;
