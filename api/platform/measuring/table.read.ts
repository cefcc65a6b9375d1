import { LIMITS } from '@lxq/schema/limits.ts';
import { comparedWith } from '@lxq/schema/measures/table-periods.ts';
import { SMALL_NUMBER, wilson } from '@lxq/schema/measures/wilson.ts';
import { badInput } from '../contract/errors.ts';
import { filled } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';
import { fitting } from './fitting.ts';
import { type Measure, type Span, subjectOf } from './measure.ts';
import { MEASURING_WORDS as WORDS } from './measuring.words.ts';
import { keysNamed, type TableKey } from './naming.ts';
import { predicateOf, type Question } from './question.ts';
import { clockOf } from './reading.ts';
import { type Group, groupRows, setsOf, type Told, tooMany } from './statement.ts';

export interface TableCell {
  row: number;
  column: number;
  values: (number | null)[];
  /** What a rate or quantile is of; null of a count. */
  denominators: (number | null)[];
  compared?: (number | null)[];
  comparedDenominators?: (number | null)[];
  lows: (number | null)[];
  highs: (number | null)[];
}
export interface Table {
  rows: TableKey[];
  columns: TableKey[];
  cells: TableCell[];
  predicate: string;
  hash: string;
  asOf: Date;
  from: string | null;
  to: string | null;
  comparedFrom: string | null;
  comparedTo: string | null;
  isFromTallies: boolean;
  cost: number;
}

/** Answers a question under the viewer's rows: cells, subtotals and totals, each counted and none of them added up from others. */
export async function table(scope: Scope, question: Question): Promise<Table> {
  const measures = fitting(scope, question);
  const { from = null, to = null } = question.filter ?? {};
  const compared = question.compare && from && to ? comparedWith({ from, to }, question.compare) : null;
  const now = groupsOf(scope, question, measures, { days: { from, to } });
  const earlier = compared && groupsOf(scope, question, measures, compared);
  const groups = [...now, ...(earlier ?? [])];
  const cost = costOf(question, groups);
  const [told, before] = await Promise.all([read(scope, question, now), earlier && read(scope, question, earlier)]);
  const keys = new Map([...told.keys(), ...(before?.keys() ?? [])].map((key) => [key, JSON.parse(key) as Codes]));
  if (keys.size > LIMITS.table.cells) throw tooMany();
  const [rows, columns] = await Promise.all([
    keysNamed(
      scope,
      question.rows,
      [...keys.values()].map(([row]) => row),
    ),
    keysNamed(
      scope,
      question.columns,
      [...keys.values()].map(([, column]) => column),
    ),
  ]);
  const cells = [...keys].map(([key, [row, column]]) => ({
    row: rows.place(row),
    column: columns.place(column),
    ...valuesOf(measures, told.get(key)),
    ...(before && comparedOf(measures, before.get(key))),
  }));
  const { text: predicate, hash } = predicateOf(scope, question.filter);
  return {
    rows: rows.keys,
    columns: columns.keys,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    ...{ predicate, hash, asOf: scope.now, from, to, isFromTallies: groups.every(({ tallied }) => tallied), cost },
    ...{ comparedFrom: compared?.days.from ?? null, comparedTo: compared?.days.to ?? null },
  };
}

type Codes = [row: string[], column: string[]];
type Cells = Map<string, Map<string, Told>>;

/** What one statement answers: measures of one subject, by one clock, from the same tallies or from the things. */
function groupsOf(scope: Scope, question: Question, all: readonly Measure[], span: Span): Group[] {
  const bySubject = Map.groupBy(all, (measure) => `${measure.subject} ${clockOf(subjectOf(measure), measure)}`);
  return [...bySubject.values()].flatMap((measures) => {
    const subject = subjectOf(measures[0] as Measure);
    const at = clockOf(subject, measures[0] as Measure);
    const asked = {
      measures,
      span,
      dimensions: [...question.rows, ...question.columns],
      filter: question.filter ?? {},
    };
    const tallies = subject.tallied?.(scope, asked);
    return [...Map.groupBy(measures, (measure) => tallies?.get(measure))].map(([tallied, of]) => ({
      ...{ subject, at, span, tallied, measures: of },
    }));
  });
}

/** A statement reads its subject's things once, whatever it is grouped by, or the few rows of a tally; each grouping beside costs a little. */
function costOf({ rows, columns }: Question, groups: readonly Group[]): number {
  const { cost: most, statement, tally, grouping } = LIMITS.table;
  const beside = grouping * setsOf(rows.length, columns.length).length;
  const cost = groups.reduce((sum, { tallied }) => sum + (tallied ? tally : statement) + beside, 0);
  if (cost > most) throw badInput('table', ...filled(WORDS.cost, { cost, most }));
  return cost;
}

/** By key, what each measure says of the days. */
async function read(scope: Scope, question: Question, groups: readonly Group[]): Promise<Cells> {
  const cells: Cells = new Map([[JSON.stringify([[], []]), new Map()]]); // the total, also of nothing
  const answers = await Promise.all(groups.map((group) => groupRows(scope, question, group)));
  for (const { row, column, told } of answers.flat()) {
    const key = JSON.stringify([row, column]);
    cells.set(key, new Map([...(cells.get(key) ?? []), ...told]));
  }
  return cells;
}

const NONE: ReadonlyMap<string, Told> = new Map();
function valuesOf(measures: readonly Measure[], told: ReadonlyMap<string, Told> = NONE) {
  const all = measures.map((measure) => numberOf(measure, told.get(measure.name)));
  const bounds = all.map(({ hits, of }) => (hits !== null && of && of < SMALL_NUMBER ? wilson(hits, of) : null));
  return {
    values: all.map(({ value }) => value),
    denominators: all.map(({ of }) => of),
    lows: bounds.map((each) => each?.low ?? null),
    highs: bounds.map((each) => each?.high ?? null),
  };
}
function comparedOf(measures: readonly Measure[], told?: ReadonlyMap<string, Told>) {
  const { values, denominators } = valuesOf(measures, told);
  return { compared: values, comparedDenominators: denominators };
}

/** A count of nothing is 0; a rate or quantile of nothing is none. */
function numberOf({ unit }: Measure, told?: Told): { value: number | null; of: number | null; hits: number | null } {
  if (unit === 'COUNT') return { value: told?.value ?? 0, of: null, hits: null };
  const of = told?.of ?? 0;
  if (unit === 'DAYS') return { value: told?.value ?? null, of, hits: null };
  const hits = told?.value ?? 0;
  return { value: of ? (100 * hits) / of : null, of, hits };
}
