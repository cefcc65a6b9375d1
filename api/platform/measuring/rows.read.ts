import type { CellPart } from '@lxq/schema/measures/table-words.ts';
import { badInput } from '../contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../contract/graphql.ts';
import { filled } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';
import { fitting } from './fitting.ts';
import { type Line, type Measure, subjectOf } from './measure.ts';
import { MEASURING_WORDS as WORDS } from './measuring.words.ts';
import { predicateOf, type Question } from './question.ts';
import { clockOf, Reading } from './reading.ts';

/** A cell of a table: of the measure, at the keys of its row and column; fewer codes are a subtotal's. */
export interface Cell {
  measure: string;
  row: readonly string[];
  column: readonly string[];
  part: CellPart;
}
export interface LinePage extends Cell {
  first: number;
  after?: string | null;
}
export interface Lines extends Connection<Line> {
  totalCount: number;
  predicate: string;
  hash: string;
}

/** The things behind a cell, newest first, and how many there are. */
export async function tableRows(scope: Scope, question: Question, page: LinePage): Promise<Lines> {
  const { reading, at } = readingOf(scope, question, page);
  const counting = counted(scope, reading);
  const key = decodeCursor(page.after, 2);
  if (key) reading.wanted.add(`(${at}, r.id) < (?::timestamptz, ?::uuid)`, ...key);
  const text = `${newestFirst(reading, at)} limit ${pageBucket(pageSize(page.first))}`;
  const rows = await scope.once<LineRow>(text, reading.wanted.values);
  const { text: predicate, hash } = predicateOf(scope, question.filter);
  const listed = connection<Line>(rows.map(lineIn(scope, reading)), page.first, (line) => [
    line.at.toISOString(),
    line.id,
  ]);
  return { ...listed, totalCount: await counting, predicate, hash };
}

/** How many things are behind a cell. */
export const countRows = async (scope: Scope, question: Question, cell: Cell): Promise<number> =>
  counted(scope, readingOf(scope, question, cell).reading);

/** All things behind a cell in the same order, a stretch at a time. */
export async function* everyRow(scope: Scope, question: Question, cell: Cell): AsyncGenerator<Line[]> {
  const { reading, at } = readingOf(scope, question, cell);
  const text = newestFirst(reading, at);
  for await (const rows of scope.stretches<LineRow>(text, reading.wanted.values))
    yield rows.map(lineIn(scope, reading));
}

interface LineRow {
  id: string;
  lineAt: Date;
}
async function counted(scope: Scope, { from, wanted }: Reading): Promise<number> {
  const text = `select count(*)::int as n from ${from} where ${wanted}`;
  const [count] = await scope.once<{ n: number }>(text, [...wanted.values]);
  return count?.n ?? 0;
}
function newestFirst(reading: Reading, at: string): string {
  const { lines } = reading.subject;
  reading.join(lines.join);
  return `select r.id, ${at} as line_at, ${lines.columns} from ${reading.from} where ${reading.wanted} order by ${at} desc, r.id desc`;
}
const lineIn =
  (scope: Scope, { subject }: Reading) =>
  (row: LineRow): Line => ({ id: row.id, at: row.lineAt, ...subject.lines.line(row as never, scope) });

/** The same conditions as the cell was counted by. */
function readingOf(scope: Scope, question: Question, { measure: name, part, row, column }: Cell) {
  const measure = fitting(scope, question).find((each) => each.name === name);
  if (!measure) throw badInput('measure', ...filled(WORDS.notInTable, { name }));
  const subject = subjectOf(measure);
  const at = clockOf(subject, measure);
  const { from, to } = question.filter ?? {};
  const reading = new Reading(scope, subject, { at })
    .narrow(question.filter, { from, to })
    .cut(question.rows, row, 'row')
    .cut(question.columns, column, 'column');
  reading.join(measure.join);
  for (const condition of conditionsOf(measure, part)) reading.wanted.add(reading.asOf(condition));
  return { reading, at };
}

function conditionsOf(measure: Measure, part: CellPart): string[] {
  if (part === 'DENOMINATOR' && measure.unit === 'COUNT') {
    const [zh, en] = measure.label;
    throw badInput('part', filled(WORDS.part, { label: zh })[0], filled(WORDS.part, { label: en })[1]);
  }
  const of = measure.of ? [`(${measure.of})`] : [];
  if (measure.unit === 'DAYS') return [...of, `(${measure.days}) is not null`];
  if (measure.unit === 'COUNT') return measure.sum ? [...of, `(${measure.sum}) <> 0`] : of;
  return part === 'NUMERATOR' ? [...of, `(${measure.hits})`] : of;
}
