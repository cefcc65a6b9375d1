import { expect, test } from '@jest/globals';
import { cellFilter, pivotTable, shade } from './pivotTable.ts';

const pivot = {
  months: ['2025-12-01', '2026-01-01', '2026-02-01'],
  townships: [
    { key: 'east', label: '东关镇', count: 7 },
    { key: 'west', label: '西河镇', count: 2 },
  ],
  topics: [
    { key: 'water', label: '饮水', count: 6 },
    { key: 'road', label: '道路', count: 3 },
  ],
  rows: [
    { township: 'east', topic: 'water', counts: [0, 4, 0] },
    { township: 'east', topic: 'road', counts: [0, 1, 2] },
    { township: 'west', topic: 'water', counts: [0, 0, 2] },
  ],
};

test('either side adds up over the other, the newest month first and none before the first report', () => {
  const { months, lines } = pivotTable(pivot, 'township');
  expect(months).toEqual(['2026-02-01', '2026-01-01']);
  expect(lines.map(({ one, counts }) => [one.key, counts])).toEqual([
    ['east', [2, 5]],
    ['west', [2, 0]],
  ]);
  expect(pivotTable(pivot, 'topic').lines.map(({ one, counts }) => [one.key, counts])).toEqual([
    ['water', [2, 4]],
    ['road', [2, 1]],
  ]);
});

test('a cell opens the days of its month that the filter admits, under its township or topic', () => {
  expect(cellFilter({}, 'township', 'east', '2026-02-01')).toEqual({
    under: 'east',
    submittedFrom: '2026-02-01',
    submittedTo: '2026-02-28',
  });
  const filter = { submittedFrom: '2026-01-15', submittedTo: '2026-02-10', under: 'village' };
  expect(cellFilter(filter, 'township', 'east', '2026-01-01')).toEqual({
    under: 'village',
    submittedFrom: '2026-01-15',
    submittedTo: '2026-01-31',
  });
  expect(cellFilter(filter, 'topic', 'road', '2026-02-01')).toMatchObject({
    topics: ['road'],
    submittedTo: '2026-02-10',
  });
  expect(cellFilter(filter, 'topic', 'road')).toEqual({ ...filter, topics: ['road'] });
});

test('a cell is darker the more it counts, and nothing is white', () => {
  expect([shade(0, 9), shade(1, 9), shade(9, 9), shade(0, 0)]).toEqual([0, 1 / 3, 1, 0]);
});
