import type { MeasureUnit } from '@lxq/schema/measures/table-words.ts';
import type { AnswerToldFragment, KeyToldFragment, MeasureToldFragment } from './analyst.generated.ts';
import type { Showing, Sort } from './asked.ts';

export type Key = KeyToldFragment;
export type Measure = MeasureToldFragment;

/** A measure at a row and a column. */
export interface Figure {
  value: number | null;
  /** What a rate or quantile is of. */
  of: number | null;
  compared: number | null;
  /** Bounds of a rate of few things. */
  low: number | null;
  high: number | null;
}
/** What a cell says: a figure, or how it has changed. */
export interface Column {
  key: Key;
  measure: Measure;
  place: number;
  kind: 'value' | 'change';
}
export interface Shape {
  rows: readonly Key[];
  /** As they stand from left to right: the total first, each key's measures beside each other. */
  columns: readonly Column[];
  /** How many of `columns` stand under one key. */
  perKey: number;
  figure(row: Key, column: Pick<Column, 'key' | 'place'>): Figure;
}

const NOTHING: Figure = { value: null, of: null, compared: null, low: null, high: null };
const idOf = ({ codes }: Key) => JSON.stringify(codes);

/** An answer as a grid. Where a cell was left out a count is 0, and a rate is of nothing. */
export function shapeOf(answer: AnswerToldFragment, measures: readonly Measure[], sort?: Sort): Shape {
  const isCompared = answer.comparedFrom !== null;
  const cells = new Map(answer.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const rowPlaces = new Map(answer.rows.map((key, i) => [idOf(key), i]));
  const columnPlaces = new Map(answer.columns.map((key, i) => [idOf(key), i]));
  const kinds = isCompared ? (['value', 'change'] as const) : (['value'] as const);
  const columns = answer.columns.flatMap((key) =>
    measures.flatMap((measure, place) => kinds.map((kind): Column => ({ key, measure, place, kind }))),
  );
  const figure: Shape['figure'] = (row, { key, place }) => {
    const cell = cells.get(`${rowPlaces.get(idOf(row))} ${columnPlaces.get(idOf(key))}`);
    const empty = measures[place]?.unit === 'COUNT' ? 0 : null;
    if (!cell) return { ...NOTHING, value: empty, compared: isCompared ? empty : null };
    const at = (all: readonly (number | null)[] | null) => all?.[place] ?? null;
    return {
      ...{ value: at(cell.values), of: at(cell.denominators), compared: at(cell.compared) },
      ...{ low: at(cell.lows), high: at(cell.highs) },
    };
  };
  const shape = { columns, perKey: measures.length * kinds.length, figure };
  return { ...shape, rows: sort ? sorted(answer.rows, sort, shape) : answer.rows };
}

/** Which share a figure is, in per cent; its own number where that is what is shown, or where shares say nothing. */
export function shownNumber(shape: Pick<Shape, 'figure'>, row: Key, column: Column, showing: Showing): number | null {
  const { value } = shape.figure(row, column);
  if (!isShare(column.measure.unit, showing)) return value;
  const whole = shape.figure(showing === 'row' ? row : ALL, showing === 'column' ? column : { ...column, key: ALL });
  return whole.value ? (100 * (value ?? 0)) / whole.value : null;
}
/** Of counts alone: a rate is a share already, and days are none. */
export const isShare = (unit: MeasureUnit, showing: Showing): boolean => unit === 'COUNT' && showing !== 'value';
export const ALL: Key = { codes: [], labels: [] };

export interface Change {
  difference: number;
  /** Of what it was; null from nothing, and of rates, whose difference is in points. */
  percent: number | null;
  direction: 'up' | 'down' | 'same';
}
/** How a figure differs from the days that it is compared with. */
export function changeOf({ value, compared }: Pick<Figure, 'value' | 'compared'>, unit: MeasureUnit): Change | null {
  if (value === null || compared === null) return null;
  const difference = value - compared;
  return {
    difference,
    percent: unit === 'PERCENT' || compared === 0 ? null : (100 * difference) / compared,
    direction: Math.abs(difference) < 0.05 ? 'same' : difference > 0 ? 'up' : 'down',
  };
}

/** Rows by a number of theirs, each group by its subtotal and what is within it likewise; the total stays first, and what has no number comes last. */
function sorted(rows: readonly Key[], sort: Sort, shape: Pick<Shape, 'columns' | 'figure'>): readonly Key[] {
  const wanted = idOf({ codes: [...sort.column], labels: [] });
  const column = shape.columns.find(
    ({ key, measure, kind }) => idOf(key) === wanted && measure.name === sort.measure && kind === sort.by,
  );
  if (!column) return rows;
  const number = (row: Key): number | null => {
    const figure = shape.figure(row, column);
    return sort.by === 'value' ? figure.value : (changeOf(figure, column.measure.unit)?.difference ?? null);
  };
  const below = Map.groupBy(
    rows.filter(({ codes }) => codes.length > 0),
    ({ codes }) => JSON.stringify(codes.slice(0, -1)),
  );
  const inOrder = (parent: Key): Key[] => {
    const numbered = (below.get(idOf(parent)) ?? []).map((row) => ({ row, number: number(row) }));
    return [parent, ...numbered.sort((a, b) => compared(a.number, b.number, sort)).flatMap(({ row }) => inOrder(row))];
  };
  const total = rows.find(({ codes }) => codes.length === 0);
  return total ? inOrder(total) : rows;
}
function compared(one: number | null, other: number | null, { isAscending }: Sort): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return isAscending ? one - other : other - one;
}

/** The next press on a heading: the most first, then the least, then as it came. */
export function nextSort(now: Sort | undefined, { key, measure, kind }: Column): Sort | undefined {
  const next: Sort = { column: key.codes, measure: measure.name, by: kind, isAscending: false };
  if (!isSortedBy(now, { key, measure, kind })) return next;
  return now?.isAscending ? undefined : { ...next, isAscending: true };
}
export const isSortedBy = (sort: Sort | undefined, { key, measure, kind }: Omit<Column, 'place'>): boolean =>
  sort?.measure === measure.name && sort.by === kind && sort.column.join() === key.codes.join();
