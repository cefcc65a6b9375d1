import type { Shift } from '@lxq/schema/measures/table-periods.ts';
import { isTime, type TableDimension, type ThingDimension } from '@lxq/schema/measures/table-words.ts';
import { townshipOf } from '@lxq/schema/places.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { topicDimensions } from '../../network/network.measures.ts';
import { isCode } from '../../network/places/place.code.ts';
import {
  code,
  type Expression,
  type Measure,
  type Tallied,
  type TallyAsked,
  word,
} from '../../platform/measuring/measure.ts';
import { NARROWED, type NarrowingList, type TableFilter } from '../../platform/measuring/question.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { DayKind } from './report-tally.entity.ts';

/*
 * What tables read instead of reports: day_tally, with what is not folded in yet. A row says of a township, a line, a day and one more thing how many reports there are; so
 * what asks for two more things at once is counted from the reports.
 */

/** What stands beside township, line and day in the rows of a kind. */
const KIND_OF: Partial<Record<ThingDimension, DayKind>> = {
  ...{ TOPIC: 'TOPIC', TOPIC_FAMILY: 'TOPIC', PORTFOLIO: 'TOPIC', SOURCE: 'SOURCE', STATE: 'STATE' },
  ...{ URGENCY: 'URGENCY', VILLAGE: 'VILLAGE', UNIT: 'VILLAGE' },
};
/** A unit that reports is a village's or a township's; the code of a tally is its text. */
const COLUMNS: Record<DayKind, string> = {
  TOPIC: 'code as topic_code',
  SOURCE: `nullif(code, '') as source_code`,
  STATE: 'code as state',
  URGENCY: 'code as urgency',
  VILLAGE: 'code::bigint as village_code',
  USE: 'code as use',
  ANSWER: `nullif(code, '')::int as answer`,
};
const OF_DELTA: Record<DayKind, string> = {
  ...{ TOPIC: 'topic_code', SOURCE: 'source_code', STATE: 'state', URGENCY: 'urgency', VILLAGE: 'village_code' },
  ...{ USE: 'use', ANSWER: `nullif(answer, '')::int` },
};
const DIMENSIONS: Partial<Record<ThingDimension, Expression>> = {
  ...{ TOWNSHIP: code('r.township_code'), LINE: word('r.line'), STATE: word('r.state') },
  ...{ VILLAGE: code('r.village_code'), UNIT: code('r.village_code') },
  ...{ SOURCE: word('r.source_code'), URGENCY: word('r.urgency'), ...topicDimensions('r.topic_code') },
};
/** Where any will do: of two words only. */
const FEWEST: DayKind = 'URGENCY';
const SEES_TOWNSHIPS = new Set(['COUNTY', 'TOWNSHIP']);

/** For each of the measures that tallies can answer, the rows that do. */
export function tallied(scope: Scope, asked: TallyAsked): Map<Measure, Tallied> {
  const wanted = kindsWanted(asked);
  if (!SEES_TOWNSHIPS.has(LEVEL_OF[scope.rights.role]) || !wanted || wanted.size > 1) return new Map();
  const [given] = wanted;
  const made = new Map<DayKind, Tallied>();
  const rowsOf = (kind: DayKind): Tallied => {
    const rows = made.get(kind) ?? { from: `(${fromOf(kind, asked)}) r`, dimensions: DIMENSIONS };
    made.set(kind, rows);
    return rows;
  };
  return new Map(
    asked.measures.flatMap((measure) => {
      const own = measure.tallied?.by as DayKind | undefined;
      const fits = measure.tallied && (!own || !given || own === given);
      return fits ? [[measure, rowsOf(own ?? given ?? FEWEST)] as const] : [];
    }),
  );
}

/** Of dimensions and filter; null where something is wished that no tally knows. */
function kindsWanted({ dimensions, filter }: TallyAsked): Set<DayKind> | null {
  const wishes = [...dimensions.filter((each) => !isTime(each)), ...narrowing(filter)];
  if (filter.under && !(isCode(filter.under) && Number(filter.under) === townshipOf(Number(filter.under))))
    wishes.push('VILLAGE');
  if (filter.problemsOnly) wishes.push('TOPIC');
  if (wishes.some((wish) => !(wish in DIMENSIONS))) return null;
  return new Set(wishes.flatMap((wish) => KIND_OF[wish as ThingDimension] ?? []));
}
const narrowing = (filter: TableFilter): TableDimension[] =>
  (Object.keys(NARROWED) as NarrowingList[]).filter((list) => filter[list]?.length).map((list) => NARROWED[list]);

/** As what a month's row is told: whole, in three, or day by day. */
type Grain = 'MONTH' | 'TEN_DAYS' | 'DAY';
function grainOf({ dimensions, shift }: { dimensions: readonly TableDimension[]; shift?: Shift | undefined }): Grain {
  const times = dimensions.filter(isTime);
  if (!times.length) return 'MONTH';
  if (times.some((time) => time === 'WEEK' || time === 'WEEKDAY') || shift?.unit === 'DAYS') return 'DAY';
  return times.includes('TEN_DAYS') || shift?.unit === 'TEN_DAYS' ? 'TEN_DAYS' : 'MONTH';
}

/** `day` is the first of the days that a row is of: all of them lie in the same month, or ten-day period. */
function fromOf(kind: DayKind, { dimensions, span: { days, shift } }: TallyAsked): string {
  const key = 'county_code, township_code, line';
  const within = (column: string, from: string | null, to: string | null) =>
    `${from ? ` and ${column} >= '${from}'::date` : ''}${to ? ` and ${column} <= '${to}'::date` : ''}`;
  const month = (day: string | null) => day && `${day.slice(0, 8)}01`;
  const rows = { MONTH: wholeMonths, TEN_DAYS: thirds, DAY: eachDay }[grainOf({ dimensions, shift })](days);
  return `select ${key}, ${COLUMNS[kind]}, ${rows.day} as day, ${rows.n} as n from day_tally t${rows.join}
      where kind = '${kind}'${within('month', month(days.from), month(days.to))}${rows.where}
    union all select ${key}, ${OF_DELTA[kind]}, day, n from tally_delta d where true${within('day', days.from, days.to)}`;
}

interface Days {
  from: string | null;
  to: string | null;
}
interface Rows {
  day: string;
  n: string;
  join: string;
  where: string;
}
/** Some days of a month, added up. */
const added = (first: number, last: number): string =>
  first > last ? '0' : Array.from({ length: last - first + 1 }, (_, i) => `t.n[${first + i}]`).join(' + ');
/** Of the first and the last month only the days that were asked for. */
function addedWithin({ from, to }: Days, first: number, last: number): string {
  const bounds = new Map<string, [number, number]>();
  const at = (day: string) => bounds.get(day.slice(0, 8)) ?? [first, last];
  if (from) bounds.set(from.slice(0, 8), [Math.max(first, Number(from.slice(8))), at(from)[1]]);
  if (to) bounds.set(to.slice(0, 8), [at(to)[0], Math.min(last, Number(to.slice(8)))]);
  const cases = [...bounds].filter(([, [low, high]]) => low > first || high < last);
  if (!cases.length) return added(first, last);
  const some = cases.map(([month, [low, high]]) => `when '${month}01'::date then ${added(low, high)}`).join(' ');
  return `case month ${some} else ${added(first, last)} end`;
}
const wholeMonths = (days: Days): Rows => ({ day: 'month', n: addedWithin(days, 1, 31), join: '', where: '' });
const thirds = (days: Days): Rows => {
  const parts = [1, 11, 21].map((first) => `(${first - 1}, ${addedWithin(days, first, first < 21 ? first + 9 : 31)})`);
  return {
    day: 'month + p.later',
    n: 'p.n',
    join: ` cross join lateral (values ${parts.join(', ')}) p (later, n)`,
    where: '',
  };
};
const eachDay = ({ from, to }: Days): Rows => {
  const bound = (sign: string, day: string | null) =>
    day ? ` and month + p.place::int - 1 ${sign} '${day}'::date` : '';
  return {
    ...{
      day: 'month + p.place::int - 1',
      n: 'p.n',
      join: ' cross join lateral unnest(t.n) with ordinality p (n, place)',
    },
    where: ` and p.n <> 0${bound('>=', from)}${bound('<=', to)}`,
  };
};
