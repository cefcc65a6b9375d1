import { expect, test } from '@jest/globals';
import type { AnswerToldFragment } from './analyst.generated.ts';
import type { Sort } from './asked.ts';
import { fitted, movedTo } from './gridKeys.ts';
import { ALL, type Column, changeOf, type Measure, nextSort, shapeOf, shownNumber } from './tableShape.ts';

const measure = (name: string, unit: Measure['unit'] = 'COUNT') => ({ name, unit, label: name }) as Measure;
const key = (...codes: string[]) => ({ codes, labels: codes });
const cell = (row: number, column: number, values: (number | null)[], compared: (number | null)[] | null = null) => ({
  ...{ row, column, values, compared, comparedDenominators: compared, denominators: values.map(() => null) },
  ...{ lows: values.map(() => null), highs: values.map(() => null) },
});
const answer = (more: Partial<AnswerToldFragment>): AnswerToldFragment => ({
  ...{ rows: [], columns: [key()], cells: [], predicate: '', hash: '', asOf: '', isFromTallies: false },
  ...{ from: null, to: null, comparedFrom: null, comparedTo: null },
  ...more,
});
/** Merged reports count twice in the rows and once in the total: a sum of cells would be 12. */
const CROSSED = answer({
  rows: [key(), key('east'), key('west')],
  columns: [key(), key('jan'), key('feb')],
  cells: [
    ...[cell(0, 0, [10]), cell(0, 1, [4]), cell(0, 2, [8]), cell(1, 0, [8])],
    ...[cell(1, 1, [4]), cell(1, 2, [5]), cell(2, 2, [3]), cell(2, 0, [3])],
  ],
});
const REPORTS = [measure('reports')];

test('shares are of the totals that were counted, not of sums of cells, and a cell that was left out is none', () => {
  const shape = shapeOf(CROSSED, REPORTS);
  const shares = (showing: 'row' | 'column' | 'all') =>
    shape.rows.map((row) => shape.columns.map((column) => shownNumber(shape, row, column, showing)));
  expect(shares('row')[1]).toEqual([100, 50, 62.5]);
  expect(shares('column')[1]).toEqual([80, 100, 62.5]);
  expect(shares('all')).toEqual([
    [100, 40, 80],
    [80, 40, 50],
    [30, 0, 30],
  ]);
});

test('a rate is shown as it is, whatever share is asked for', () => {
  const shape = shapeOf(CROSSED, [measure('used', 'PERCENT')]);
  expect(shownNumber(shape, key('east'), shape.columns[2] as Column, 'all')).toBe(5);
  expect(shape.figure(key('west'), shape.columns[1] as Column).value).toBeNull();
});

test('rows stand by a number of theirs, each group by its subtotal, the total first and what has no number last', () => {
  const rows = [key(), key('a'), key('a', '1'), key('a', '2'), key('b'), key('b', '1'), key('c')];
  const values = [9, 2, 2, 3, 7, 7, null];
  const told = answer({ rows, cells: values.map((value, i) => cell(i, 0, [value])) });
  const sort: Sort = { column: [], measure: 'days', by: 'value', isAscending: false };
  const order = (sorting: Sort) =>
    shapeOf(told, [measure('days', 'DAYS')], sorting).rows.map(({ codes }) => codes.join(''));
  expect(order(sort)).toEqual(['', 'b', 'b1', 'a', 'a2', 'a1', 'c']);
  expect(order({ ...sort, isAscending: true })).toEqual(['', 'a', 'a1', 'a2', 'b', 'b1', 'c']);
  expect(order({ ...sort, column: ['jan'] })).toEqual(['', 'a', 'a1', 'a2', 'b', 'b1', 'c']);
});

test('rows stand by how they have changed', () => {
  const told = answer({
    ...{ rows: [key(), key('a'), key('b'), key('c')], comparedFrom: '2025-01-01', comparedTo: '2025-01-31' },
    cells: [cell(0, 0, [9], [9]), cell(1, 0, [5], [9]), cell(2, 0, [3], [0]), cell(3, 0, [1], [0])],
  });
  const shape = shapeOf(told, REPORTS, { column: [], measure: 'reports', by: 'change', isAscending: false });
  expect(shape.rows.map(({ codes }) => codes.join())).toEqual(['', 'b', 'c', 'a']);
  expect(shape.columns.map(({ kind }) => kind)).toEqual(['value', 'change']);
});

test('a change is a difference and a share of what was; from nothing it is no share, and of rates points', () => {
  expect(changeOf({ value: 12, compared: 8 }, 'COUNT')).toEqual({ difference: 4, percent: 50, direction: 'up' });
  expect(changeOf({ value: 3, compared: 0 }, 'COUNT')).toEqual({ difference: 3, percent: null, direction: 'up' });
  expect(changeOf({ value: 40, compared: 50 }, 'PERCENT')).toEqual({
    ...{ difference: -10, percent: null, direction: 'down' },
  });
  expect(changeOf({ value: 2, compared: 2 }, 'DAYS')).toMatchObject({ direction: 'same' });
  expect(changeOf({ value: null, compared: 2 }, 'DAYS')).toBeNull();
});

test('a heading is pressed for the most first, then for the least, then for the order of the answer', () => {
  const column: Column = { key: ALL, measure: measure('reports'), place: 0, kind: 'value' };
  const first = nextSort(undefined, column);
  const second = nextSort(first, column);
  expect([first?.isAscending, second?.isAscending, nextSort(second, column)]).toEqual([false, true, undefined]);
  expect(nextSort(second, { ...column, kind: 'change' })?.isAscending).toBe(false);
});

test('arrows walk the grid to its edges, and above the measures from key to key', () => {
  const size = { rows: 5, columns: 7, perKey: 2, top: 0 } as const;
  const press = (row: number, column: number, key: string, ctrlKey = false) =>
    Object.values(movedTo({ row, column }, size, { key, ctrlKey }) ?? {});
  expect(press(2, 1, 'ArrowLeft')).toEqual([2, 0]);
  expect(press(2, 0, 'ArrowLeft')).toEqual([2, 0]);
  expect(press(1, 4, 'ArrowUp')).toEqual([0, 3]);
  expect(press(0, 3, 'ArrowRight')).toEqual([0, 5]);
  expect(press(0, 3, 'ArrowLeft')).toEqual([0, 1]);
  expect(press(4, 6, 'ArrowDown')).toEqual([4, 6]);
  expect(press(3, 2, 'End', true)).toEqual([4, 6]);
  expect(press(3, 2, 'Home', true)).toEqual([0, 0]);
  expect(press(3, 2, 'x')).toEqual([]);
  expect(fitted({ row: 0, column: 3 }, { ...size, perKey: 1, top: 1 })).toEqual({ row: 1, column: 3 });
});
