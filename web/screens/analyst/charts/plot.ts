import { isTime, type MeasureUnit, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { isSeated } from '@lxq/schema/places.ts';
import type { Asked, ChartKind } from '../asked.ts';
import { ALL, type Figure, type Key, type Measure, type Shape } from '../tableShape.ts';

/** A mark of a chart, and the cell that it draws. */
export interface Point {
  value: number | null;
  row: Key;
  column: Key;
  measure: string;
  name: string;
}
export interface Series {
  name: string;
  /** Of the days that are compared: drawn, and opening nothing. */
  isBefore?: boolean;
  points: Point[];
}
export interface Plot {
  kind: ChartKind;
  unit: MeasureUnit;
  x: string[];
  series: Series[];
  /** Only so many of what stands in the table are drawn. */
  cutTo?: number;
}
export type Names = (dimensions: readonly TableDimension[], key: Key) => string;

const MOST = { bars: 30, line: 6, heat: 40, multiples: 12, tiles: 60, none: 0 } as const;
const hasTime = (dimensions: readonly TableDimension[]) => dimensions.some(isTime);

/** Which charts can draw the answer to a question; the first fits best. */
export function chartsOf({ rows, columns }: Pick<Asked, 'rows' | 'columns'>): ChartKind[] {
  const [first] = rows;
  const isCrossed = rows.length > 0 && columns.length > 0;
  const isTimed = hasTime(columns) || (first !== undefined && isTime(first));
  const fit: [ChartKind, boolean][] = [
    ['line', isTimed && !isCrossed],
    ['heat', isCrossed],
    ['bars', rows.length + columns.length > 0],
    ['line', isTimed && isCrossed],
    ['multiples', isCrossed],
    ['tiles', first === 'TOWNSHIP'],
    ['none', true],
  ];
  return fit.flatMap(([kind, isFit]) => (isFit ? [kind] : []));
}
export const chartOf = (asked: Asked): ChartKind => {
  const fit = chartsOf(asked);
  return fit.find((kind) => kind === asked.chart) ?? (fit[0] as ChartKind);
};

interface Drawn {
  shape: Shape;
  measures: readonly Measure[];
  asked: Asked;
  names: Names;
  /** What the series of the days that are compared is called. */
  before: string;
}
/** What a chart draws: of rows and columns the outer level, of measures those that share the unit of the first. */
export function plotOf(drawn: Drawn): Plot {
  const { shape, measures, asked } = drawn;
  const kind = chartOf(asked);
  const [main] = measures;
  if (!main || kind === 'none') return { kind: 'none', unit: 'COUNT', x: [], series: [] };
  const rows = shape.rows.filter(({ codes }) => codes.length === 1);
  const columns = shape.columns
    .filter((column, i) => i % shape.perKey === 0 && column.key.codes.length === 1)
    .map(({ key }) => key);
  const isAcross = kind === 'heat' || kind === 'multiples' || (kind === 'line' && hasTime(asked.columns));
  return isAcross && rows.length
    ? acrossOf(drawn, { kind, main, rows, columns })
    : alongOf(drawn, { kind, main, rows, columns });
}

interface Parts {
  kind: Exclude<ChartKind, 'none'>;
  main: Measure;
  rows: readonly Key[];
  columns: readonly Key[];
}
/** A series a row, over the columns. */
function acrossOf({ shape, asked, names, measures }: Drawn, { kind, main, rows, columns }: Parts): Plot {
  const pointOf = pointsOf({ shape, asked, names, measures });
  const [shown, across] = [rows.slice(0, MOST[kind]), columns.slice(0, ACROSS)];
  return {
    ...{ kind, unit: main.unit, x: across.map((key) => names(asked.columns, key)) },
    series: shown.map((row) => ({
      name: names(asked.rows, row),
      points: across.map((column) => pointOf(row, column, main)),
    })),
    ...cut(rows, shown, columns, across),
  };
}
const ACROSS = 24;

/** A series a measure, over the rows, or over the columns where there are no rows. */
function alongOf({ shape, asked, names, measures, before }: Drawn, { kind, main, rows, columns }: Parts): Plot {
  const pointOf = pointsOf({ shape, asked, names, measures });
  const isOfColumns = !rows.length;
  const all = isOfColumns ? columns : kind === 'line' ? [...rows].sort(byCode) : rows;
  // Departments and enterprises stand among the townships, and lie nowhere of their own.
  const placed = kind === 'tiles' ? all.filter(({ codes }) => !isSeated(Number(codes[0]))) : all;
  const shown = kind === 'line' ? placed : placed.slice(0, MOST[kind]);
  const at = (measure: Measure, of?: keyof Figure) =>
    shown.map((key) => (isOfColumns ? pointOf(ALL, key, measure, of) : pointOf(key, ALL, measure, of)));
  const alike = kind === 'tiles' ? [main] : measures.filter(({ unit }) => unit === main.unit);
  const [first, ...others] = alike.map((measure): Series => ({ name: measure.label, points: at(measure) }));
  const compared: Series = { name: before, isBefore: true, points: at(main, 'compared') };
  return {
    ...{ kind, unit: main.unit, x: shown.map((key) => names(isOfColumns ? asked.columns : asked.rows, key)) },
    series: [...(first ? [first] : []), ...(asked.compare && kind !== 'tiles' ? [compared] : []), ...others],
    ...cut(placed, shown),
  };
}

const pointsOf =
  ({ shape, asked, names, measures }: Omit<Drawn, 'before'>) =>
  (row: Key, column: Key, measure: Measure, of: keyof Figure = 'value'): Point => ({
    value: shape.figure(row, { key: column, place: measures.indexOf(measure) })[of],
    ...{ row, column, measure: measure.name },
    name: [row.codes.length ? names(asked.rows, row) : '', column.codes.length ? names(asked.columns, column) : '']
      .filter(Boolean)
      .join(' '),
  });
/** How many rows are drawn, where that is not all. */
function cut(all: readonly Key[], shown: readonly Key[], columns: readonly Key[] = [], across = columns) {
  if (all.length > shown.length) return { cutTo: shown.length };
  return columns.length > across.length ? { cutTo: across.length } : {};
}
const byCode = (one: Key, other: Key) => ((one.codes[0] ?? '') < (other.codes[0] ?? '') ? -1 : 1);

/** Where tiles stand: in rows as long as there are rows, by their codes. An administrator's own layout would take its place. */
export function tilesOf<T>(all: readonly T[], codeOf: (one: T) => string): { one: T; x: number; y: number }[] {
  const wide = Math.ceil(Math.sqrt(all.length));
  return [...all]
    .sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1))
    .map((one, i) => ({ one, x: i % wide, y: Math.floor(i / wide) }));
}
