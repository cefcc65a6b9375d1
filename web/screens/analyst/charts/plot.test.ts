import { expect, test } from '@jest/globals';
import type { Asked } from '../asked.ts';
import { type Key, type Measure, shapeOf } from '../tableShape.ts';
import { chartOf, chartsOf, plotOf, tilesOf } from './plot.ts';

const key = (...codes: string[]): Key => ({ codes, labels: codes });
const asked = (more: Partial<Asked>): Asked => ({
  ...{ measures: ['reports'], rows: ['TOWNSHIP'], columns: [], filter: {}, showing: 'value' },
  ...more,
});
const measure = (name: string, unit: Measure['unit'] = 'COUNT') => ({ name, label: name, unit }) as Measure;
const NAMES = (_: unknown, { codes }: Key) => codes.join(' ');
/** Every cell counts its place, and before that half of it. */
function drawn(rows: Key[], columns: Key[], question: Asked, measures = [measure('reports')]) {
  const cells = rows.flatMap((_, row) =>
    columns.map((__, column) => {
      const values = measures.map((___, i) => 100 * i + 10 * row + column);
      const compared = question.compare ? values.map((value) => value / 2) : null;
      const none = values.map(() => null);
      return {
        ...{ row, column, values, compared, comparedDenominators: compared },
        ...{ denominators: none, lows: none, highs: none },
      };
    }),
  );
  const days = question.compare ? '2026-01-01' : null;
  const answer = { rows, columns, cells, comparedFrom: days, comparedTo: days, from: days, to: days };
  const told = { predicate: '', hash: '', asOf: '', isFromTallies: false };
  return plotOf({
    shape: shapeOf({ ...answer, ...told }, measures),
    measures,
    asked: question,
    names: NAMES,
    before: 'before',
  });
}

test.each<[string, Partial<Asked>]>([
  ['bars', {}],
  ['line', { rows: ['MONTH'] }],
  ['line', { rows: [], columns: ['WEEK'] }],
  ['heat', { columns: ['MONTH'] }],
  ['heat', { chart: 'tiles', columns: ['MONTH'], rows: ['TOPIC'] }],
  ['tiles', { chart: 'tiles' }],
  ['none', { rows: [] }],
])('%s fits the question %j', (kind, question) => expect(chartOf(asked(question))).toBe(kind));

test('only a question by township can be laid out as tiles', () => {
  expect(chartsOf(asked({ rows: ['VILLAGE'] }))).toEqual(['bars', 'none']);
});

test('bars draw the outer rows without totals, beside the days that are compared, and no measure of another unit', () => {
  const measures = [measure('reports'), measure('used', 'PERCENT'), measure('problems')];
  const rows = [key(), key('a'), key('a', '1'), key('b')];
  const { x, series } = drawn(rows, [key()], asked({ compare: 'PREVIOUS' }), measures);
  expect(x).toEqual(['a', 'b']);
  expect(series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
    ['reports', [10, 30]],
    ['before', [5, 15]],
    ['problems', [210, 230]],
  ]);
});

test('a heat has a line a row and says when not all is drawn', () => {
  const rows = Array.from({ length: 42 }, (_, i) => (i ? key(`r${i}`) : key()));
  const plot = drawn(rows, [key(), key('jan'), key('feb')], asked({ columns: ['MONTH'] }));
  expect([plot.x, plot.series.length, plot.cutTo]).toEqual([['jan', 'feb'], 40, 40]);
  expect(plot.series[1]?.points[1]).toMatchObject({ value: 22, row: key('r2'), column: key('feb'), name: 'r2 feb' });
});

test('a trend goes by time, however the rows stand', () => {
  const sorted = [key(), key('2026-03'), key('2026-01'), key('2026-02')];
  expect(drawn(sorted, [key()], asked({ rows: ['MONTH'] })).x).toEqual(['2026-01', '2026-02', '2026-03']);
});

test('tiles are townships in a grid as wide as high, by code; a department lies nowhere', () => {
  const rows = [key(), key('990101102000000'), key('990101101000000'), key('990101601000000')];
  expect(drawn(rows, [key()], asked({ chart: 'tiles' })).x).toEqual(['990101102000000', '990101101000000']);
  expect(tilesOf(['c', 'a', 'b', 'd', 'e'], (one) => one).map(({ one, x, y }) => [one, x, y])).toEqual([
    ...[
      ['a', 0, 0],
      ['b', 1, 0],
      ['c', 2, 0],
      ['d', 0, 1],
      ['e', 1, 1],
    ],
  ]);
});
