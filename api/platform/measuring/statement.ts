import { LIMITS } from '@lxq/schema/limits.ts';
import type { Shift } from '@lxq/schema/measures/table-periods.ts';
import { isTime, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { badInput } from '../contract/errors.ts';
import { filled } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';
import type { Measure, Subject } from './measure.ts';
import { MEASURING_WORDS as WORDS } from './measuring.words.ts';
import type { Question } from './question.ts';
import { Reading } from './reading.ts';

/** Measures that one statement answers: of one subject, by one clock. */
export interface Group {
  subject: Subject;
  at: string;
  measures: readonly Measure[];
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
export interface Span {
  days: { from: string | null; to: string | null };
  /** Of days that are compared: by how much they lie before those that were asked about. */
  shift?: Shift;
}

export const tooMany = () => badInput('table', ...filled(WORDS.cells, { most: LIMITS.table.cells }));

/** Each prefix of the rows with each of the columns: the cells, the subtotals and the totals. As places among all dimensions. */
export function setsOf(rows: number, columns: number): number[][] {
  const all = Array.from({ length: rows + columns }, (_, i) => i);
  const upTo = (from: number, n: number) => Array.from({ length: n + 1 }, (_, i) => all.slice(from, from + i));
  return upTo(0, rows).flatMap((row) => upTo(rows, columns).map((column) => [...row, ...column]));
}

/** Cells, subtotals and totals, each grouped from the things themselves. */
export async function groupRows(scope: Scope, question: Question, group: Group, span: Span): Promise<GroupRow[]> {
  const dimensions = [...question.rows, ...question.columns];
  const reading = new Reading(scope, group.subject, group.at).narrow(question.filter, span.days);
  const names = dimensions.map((_, i) => `d${i}`);
  const keys = dimensions.map((dimension, i) => `${reading.dimension(dimension, span.shift)} as d${i}`);
  const columns = group.measures.flatMap((measure, i) => columnsOf(reading, measure, i));
  const sums = group.measures.map(sumsOf);
  const sets = setsOf(question.rows.length, question.columns.length).map((set) => `(${set.map((i) => names[i])})`);
  const rows = await scope.once<Row>(
    `select ${names.length ? `grouping(${names})` : 0} as absent, ${[...names, ...sums]}
     from (select ${[...keys, ...columns, 'true as one']} from ${reading.from} where ${reading.wanted}) r
     group by grouping sets (${sets}) limit ${LIMITS.table.cells + 1}`,
    reading.wanted.values,
  );
  if (rows.length > LIMITS.table.cells) throw tooMany();
  return rows.map((row) => rowOf(question, group.measures, row));
}
type Row = Record<string, number | string | null> & { absent: number };

/** What a measure asks of each thing: whether it is of it (o), and what it adds or whether it fulfils it (x). */
function columnsOf(reading: Reading, measure: Measure, i: number): string[] {
  reading.join(measure.join);
  const asked: [string, string | undefined][] = [
    ['o', measure.of],
    ['x', xOf(measure)],
  ];
  return asked.flatMap(([name, sql]) => (sql ? [`(${reading.asOf(sql)}) as ${name}${i}`] : []));
}
const xOf = (measure: Measure): string | undefined => {
  if (measure.unit === 'PERCENT') return measure.hits;
  return measure.unit === 'DAYS' ? measure.days : measure.sum;
};

function sumsOf(measure: Measure, i: number): string {
  const of = measure.of ? `o${i}` : 'true';
  const counted = (condition: string) => `count(*) filter (where ${condition})`;
  if (measure.unit === 'COUNT')
    return `${measure.sum ? `coalesce(sum(x${i}) filter (where ${of}), 0)` : counted(of)} as v${i}`;
  if (measure.unit === 'PERCENT') return `${counted(`${of} and x${i}`)} as v${i}, ${counted(of)} as n${i}`;
  return `percentile_cont(${measure.quantile}) within group (order by x${i}) filter (where ${of}) as v${i}, ${counted(`${of} and x${i} is not null`)} as n${i}`;
}

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
