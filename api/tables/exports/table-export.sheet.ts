import { DIMENSION_WORDS, isTime, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { filled, type Values, wordsIn } from '../../platform/contract/words.ts';
import { type Measure, measureNamed, namingOf } from '../../platform/measuring/measure.ts';
import { predicateOf, type Question } from '../../platform/measuring/question.ts';
import { type Cell, countRows, everyRow } from '../../platform/measuring/rows.read.ts';
import { type Table, type TableCell, table } from '../../platform/measuring/table.read.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Sheet, SheetCell, SheetColumn } from '../../platform/sheets/sheet.ts';
import { COLUMN_WORDS } from './table-export.words.ts';

/** What is written, how many rows that is, and the rows a stretch at a time. */
export interface Written {
  sheet: Omit<Sheet, 'rows'>;
  count: number;
  stretches: AsyncIterable<SheetCell[][]>;
}
export interface Wanted {
  question: Question;
  cell?: Cell | null;
  title: string;
}

export const writtenOf = (scope: Scope, wanted: Wanted): Promise<Written> =>
  wanted.cell ? rowsOf(scope, wanted, wanted.cell) : tableOf(scope, wanted);

/** What a question is called where nobody has named it. */
export function titleOf(
  { caller: { language } }: Scope,
  { question, cell }: Pick<Wanted, 'question' | 'cell'>,
): string {
  const labels = measuresOf(question, cell).map(({ label }) => wordsIn(language, label));
  const dimensions = [...question.rows, ...question.columns].map((each) => wordsIn(language, DIMENSION_WORDS[each]));
  const measures = labels.length ? labels : question.measures;
  if (cell) return say(language, 'rows', { measures });
  return dimensions.length
    ? say(language, 'by', { measures, dimensions })
    : measures.join(language === 'zh' ? '、' : ', ');
}

type Language = Scope['caller']['language'];
const say = (language: Language, word: keyof typeof COLUMN_WORDS, values: Values = {}) =>
  wordsIn(language, filled(COLUMN_WORDS[word], values));

const measuresOf = ({ measures }: Question, cell?: Cell | null): Measure[] =>
  (cell ? [cell.measure] : measures).flatMap((name) => measureNamed(name) ?? []);

/** Everything but the rows. */
async function about(
  scope: Scope,
  { question, cell, title }: Wanted,
  columns: SheetColumn[],
): Promise<Written['sheet']> {
  const { language } = scope.caller;
  const said = (words: readonly [string, string]) => wordsIn(language, words);
  const definitions = measuresOf(question, cell).map(({ label, formula, denominator, source }) => ({
    ...{ name: said(label), formula: said(formula), source: said(source) },
    denominator: denominator ? said(denominator) : null,
  }));
  const { hash } = predicateOf(scope, question.filter);
  const place = await placeOf(scope, question);
  const { from, to } = question.filter ?? {};
  const days = from || to ? ` ${say(language, 'days', { from: from ?? '', to: to ?? '' })}` : '';
  return { title, question: title, scope: place + days, asOf: scope.now, definitions, hash, columns, language };
}

/** Where the things lie: the unit that is asked about, or that of whoever asks. */
async function placeOf(scope: Scope, { filter }: Question): Promise<string> {
  const unit = filter?.under ?? String(scope.rights.areaCode);
  return (await namingOf('UNIT')?.(scope, [unit]))?.get(unit) ?? unit;
}

async function rowsOf(scope: Scope, wanted: Wanted, cell: Cell): Promise<Written> {
  const name = (word: keyof typeof COLUMN_WORDS) => say(scope.caller.language, word);
  const sheet = await about(scope, wanted, [
    { name: name('no'), kind: 'CODE' },
    { name: name('title'), kind: 'TEXT' },
    { name: name('place'), kind: 'TEXT' },
    { name: name('at'), kind: 'INSTANT' },
    { name: name('state'), kind: 'TEXT' },
  ]);
  const count = await countRows(scope, wanted.question, cell);
  return { sheet, count, stretches: lines(scope, wanted.question, cell) };
}
async function* lines(scope: Scope, question: Question, cell: Cell): AsyncGenerator<SheetCell[][]> {
  for await (const some of everyRow(scope, question, cell))
    yield some.map(({ no, title, place, at, state }) => [no, title, place, at, state]);
}

/** What a cell says of a measure, each in a column of its own where any cell says it. */
const FACETS = ['values', 'denominators', 'compared', 'comparedDenominators', 'lows', 'highs'] as const;
type Facet = (typeof FACETS)[number];
const isOf: Record<Facet, 'MEASURE' | 'COUNT'> = {
  ...{ values: 'MEASURE', compared: 'MEASURE', lows: 'MEASURE', highs: 'MEASURE' },
  ...{ denominators: 'COUNT', comparedDenominators: 'COUNT' },
};
/** A column of figures: of which column of the table, which measure, and what of it. */
interface Figure {
  column: number;
  measure: number;
  facet: Facet;
  sheet: SheetColumn;
  /** Where a cell is left out. */
  nothing: number | null;
}

async function tableOf(scope: Scope, wanted: Wanted): Promise<Written> {
  const answer = await table(scope, wanted.question);
  const figures = figuresOf(scope, wanted.question, answer);
  const dimensions = wanted.question.rows.flatMap((dimension) => keyColumns(scope, dimension));
  const sheet = await about(scope, wanted, [...dimensions, ...figures.map((figure) => figure.sheet)]);
  const cells = new Map(answer.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const rows = answer.rows.map((key, row) => [
    ...wanted.question.rows.flatMap((dimension, i) => keyCells(scope, key, dimension, i)),
    ...figures.map((figure) => figureOf(cells.get(`${row} ${figure.column}`), figure)),
  ]);
  const stretches = (async function* () {
    yield rows;
  })();
  return { sheet: { ...sheet, hash: answer.hash, asOf: answer.asOf }, count: rows.length, stretches };
}

const figureOf = (cell: TableCell | undefined, { facet, measure, nothing }: Figure): number | null =>
  cell?.[facet]?.[measure] ?? nothing;

function figuresOf({ caller: { language } }: Scope, question: Question, { columns, cells }: Table): Figure[] {
  const isSaid = (facet: Facet, measure: number) => cells.some((cell) => cell[facet]?.[measure] != null);
  const named = (labels: string[]) => (question.columns.length ? labels.join(' ') || say(language, 'total') : '');
  return columns.flatMap(({ labels }, column) =>
    measuresOf(question).flatMap((measure, i) =>
      FACETS.filter((facet) => facet === 'values' || isSaid(facet, i)).map((facet) => ({
        ...{ column, measure: i, facet, nothing: measure.unit === 'COUNT' ? 0 : null },
        sheet: figureColumn(language, measure, facet, named(labels)),
      })),
    ),
  );
}
function figureColumn(language: Language, { label, unit }: Measure, facet: Facet, of: string): SheetColumn {
  const more = facet === 'values' ? '' : `（${say(language, facet)}）`;
  const name = [of, wordsIn(language, label) + more].filter(Boolean).join(' ');
  return { name, kind: unit === 'PERCENT' && isOf[facet] === 'MEASURE' ? 'PERCENT' : 'NUMBER' };
}

/** A period is its own code. */
function keyColumns({ caller: { language } }: Scope, dimension: TableDimension): SheetColumn[] {
  const name = wordsIn(language, DIMENSION_WORDS[dimension]);
  const named: SheetColumn = { name, kind: 'TEXT' };
  return isTime(dimension) ? [named] : [{ name: say(language, 'code', { name }), kind: 'CODE' }, named];
}
/** The first dimension that a subtotal is not cut by says so. */
function keyCells(
  { caller: { language } }: Scope,
  { codes, labels }: Table['rows'][number],
  dimension: TableDimension,
  i: number,
): SheetCell[] {
  const label = labels[i] ?? (i === codes.length ? say(language, 'total') : null);
  return isTime(dimension) ? [label] : [codes[i] ?? null, label];
}
