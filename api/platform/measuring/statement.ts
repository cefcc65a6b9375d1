import { LIMITS } from '@lxq/schema/limits.ts';
import { isTime, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { badInput } from '../contract/errors.ts';
import { filled } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';
import type { DaysMeasure, Measure, Span, Subject, Tallied } from './measure.ts';
import { MEASURING_WORDS as WORDS } from './measuring.words.ts';
import type { Question } from './question.ts';
import { Reading } from './reading.ts';
import { asTallied, columnsOf, quantileOf, sumsOf } from './sums.ts';

/** Measures that one statement answers: of one subject, by one clock, from its things or from the same tallies. */
export interface Group {
  subject: Subject;
  at: string;
  measures: readonly Measure[];
  span: Span;
  tallied?: Tallied | undefined;
}
/** What is counted of a measure in a cell, and of how many. */
export interface Told {
  value: number | null;
  of: number | null;
}
export interface GroupRow {
  row: string[];
  column: string[];
  told: Map<string, Told>;
}

export const tooMany = () => badInput('table', ...filled(WORDS.cells, { most: LIMITS.table.cells }));

/** Each prefix of the rows with each of the columns: the cells, the subtotals and the totals. As places among all dimensions. */
export function setsOf(rows: number, columns: number): number[][] {
  const all = Array.from({ length: rows + columns }, (_, i) => i);
  const upTo = (from: number, n: number) => Array.from({ length: n + 1 }, (_, i) => all.slice(from, from + i));
  return upTo(0, rows).flatMap((row) => upTo(rows, columns).map((column) => [...row, ...column]));
}

/** Cells, subtotals and totals, each grouped from the things themselves. */
export async function groupRows(scope: Scope, question: Question, group: Group): Promise<GroupRow[]> {
  const { measures, span, subject, at, tallied } = group;
  const dimensions = [...question.rows, ...question.columns];
  const reading = new Reading(scope, subject, { at, tallied }).narrow(question.filter, span.days);
  const keys = dimensions.map((dimension, i) => `${reading.dimension(dimension, span.shift)} as d${i}`);
  const asked = tallied ? measures.map(asTallied) : measures;
  const columns = asked.flatMap((measure, i) => columnsOf(reading, measure, i));
  const picked = [...keys, ...columns, tallied ? 'r.n' : '1 as n'];
  const from = `(select ${picked} from ${reading.from} where ${reading.wanted}) r`;
  const sets = setsOf(question.rows.length, question.columns.length);
  const text = (tallied && asked.every(isDays) ? quantiles : sums)(
    { from, sets, names: dimensions.map((_, i) => `d${i}`) },
    asked,
  );
  const rows = await scope.once<Row>(
    `${text(Boolean(tallied))} limit ${LIMITS.table.cells + 1}`,
    reading.wanted.values,
  );
  if (rows.length > LIMITS.table.cells) throw tooMany();
  return rows.map((row) => rowOf(question, measures, row));
}
type Row = Record<string, number | string | null> & { absent: number };
const isDays = (measure: Measure): measure is DaysMeasure => measure.unit === 'DAYS';

interface Grouping {
  from: string;
  sets: readonly number[][];
  names: readonly string[];
}
const absentOf = (names: readonly string[]) => `${names.length ? `grouping(${names})` : 0} as absent`;
const setsText = (sets: readonly number[][], names: readonly string[], more: readonly string[] = []) =>
  sets.map((set) => `(${[...set.map((i) => names[i]), ...more]})`).join(', ');

/** A tally may say that there are none: of such a key there is no cell, but for the total. */
const sums =
  ({ from, sets, names }: Grouping, measures: readonly Measure[]) =>
  (isTallied: boolean): string =>
    `select ${[absentOf(names), ...names, ...measures.map((measure, i) => sumsOf(measure, i, isTallied))]} from ${from}
     group by grouping sets (${setsText(sets, names)})${isTallied ? ` having sum(n) <> 0 or ${isTotal(names)}` : ''}`;
const isTotal = (names: readonly string[]) => (names.length ? `grouping(${names}) = ${2 ** names.length - 1}` : 'true');

/** How many things took how long, of each key; then what lies in the middle of them. All are of the same things, and differ by their quantile. */
const quantiles =
  ({ from, sets, names }: Grouping, measures: readonly Measure[]) =>
  (): string => {
    const key = ['absent', ...names];
    const each = `select ${[absentOf(names), ...names, 'case when o0 then x0 end as x', 'sum(n) as n']} from ${from}
      group by grouping sets (${setsText(sets, names, ['case when o0 then x0 end'])}) having sum(n) <> 0 or ${isTotal(names)}`;
    const summed = `select *, sum(case when x is not null then n else 0 end) over (partition by ${key} order by x nulls last) as upto,
      sum(case when x is not null then n else 0 end) over (partition by ${key}) as total from (${each}) e`;
    return `select ${[...key, ...measures.filter(isDays).map(quantileOf)]} from (${summed}) s group by ${key}`;
  };

function rowOf({ rows, columns }: Question, measures: readonly Measure[], row: Row): GroupRow {
  const dimensions = [...rows, ...columns];
  const codes = dimensions.flatMap((dimension, i) =>
    (row.absent >> (dimensions.length - 1 - i)) & 1 ? [] : [{ i, code: codeOf(dimension, row[`d${i}`] ?? '') }],
  );
  const of = (isOf: (i: number) => boolean) => codes.filter(({ i }) => isOf(i)).map(({ code }) => code);
  const told = measures.map(({ name }, i): [string, Told] => [
    name,
    { value: (row[`v${i}`] as number | null) ?? null, of: (row[`n${i}`] as number | undefined) ?? null },
  ]);
  return { row: of((i) => i < rows.length), column: of((i) => i >= rows.length), told: new Map(told) };
}

/** Periods come as their first day. */
function codeOf(dimension: TableDimension, value: string | number): string {
  const text = String(value);
  if (!isTime(dimension)) return text;
  return dimension === 'YEAR' ? text.slice(0, 4) : dimension === 'MONTH' ? text.slice(0, 7) : text;
}
