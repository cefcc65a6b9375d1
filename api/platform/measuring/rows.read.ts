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
  const { lines } = reading.subject;
  const { wanted } = reading;
  const counting = scope.once<{ n: number }>(`select count(*)::int as n from ${reading.from} where ${wanted}`, [
    ...wanted.values,
  ]);
  const key = decodeCursor(page.after, 2);
  if (key) wanted.add(`(${at}, r.id) < (?::timestamptz, ?::uuid)`, ...key);
  reading.join(lines.join);
  const rows = await scope.once<{ id: string; lineAt: Date }>(
    `select r.id, ${at} as line_at, ${lines.columns} from ${reading.from} where ${wanted}
     order by ${at} desc, r.id desc limit ${pageBucket(pageSize(page.first))}`,
    wanted.values,
  );
  const found = rows.map((row) => ({ id: row.id, at: row.lineAt, ...lines.line(row as never, scope) }));
  const { text: predicate, hash } = predicateOf(scope, question.filter);
  const [count] = await counting;
  const listed = connection<Line>(found, page.first, (line) => [line.at.toISOString(), line.id]);
  return { ...listed, totalCount: count?.n ?? 0, predicate, hash };
}

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
