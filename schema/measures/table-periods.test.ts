import { expect, test } from '@jest/globals';
import { addDays } from '../calendar.ts';
import { comparedWith, daysOfPeriod, isPeriod, later, periodName } from './table-periods.ts';
import { TABLE_COMPARISONS } from './table-words.ts';
import { wilson } from './wilson.ts';

test.each([
  ['a month', '2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
  ['a quarter', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
  ['a year', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
  ['the first ten days', '2026-03-01', '2026-03-10', '2026-02-21', '2026-02-28'],
  ['the last of a month', '2026-03-21', '2026-03-31', '2026-03-11', '2026-03-20'],
  ['two ten-day periods', '2026-03-11', '2026-03-31', '2026-02-21', '2026-03-10'],
  ['a week', '2026-03-02', '2026-03-08', '2026-02-23', '2026-03-01'],
  ['some days', '2026-03-03', '2026-03-05', '2026-02-28', '2026-03-02'],
])('before %s lies one as long, whole where it is whole', (_name, from, to, before, until) =>
  expect(comparedWith({ from, to }, 'PREVIOUS').days).toEqual({ from: before, to: until }),
);

test.each([
  ['2026-03-01', '2026-03-10', '2025-03-01', '2025-03-10'],
  ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
  ['2024-02-29', '2024-03-10', '2023-03-01', '2023-03-10'],
  ['2025-02-20', '2025-02-28', '2024-02-20', '2024-02-29'],
])('%s to %s stands beside the same dates of the year before', (from, to, before, until) =>
  expect(comparedWith({ from, to }, 'LAST_YEAR').days).toEqual({ from: before, to: until }),
);

test('every day that is compared stands beside one that is asked about, and the days before and after do not', () => {
  for (let n = 0; n < 500; n++) {
    const from = addDays('2023-11-20', n);
    const to = addDays(from, (n * 7) % 100);
    for (const comparison of TABLE_COMPARISONS) {
      const { days, shift } = comparedWith({ from, to }, comparison);
      expect([later(days.from, shift) >= from, later(days.to, shift) <= to]).toEqual([true, true]);
      expect([later(addDays(days.from, -1), shift) < from, later(addDays(days.to, 1), shift) > to]).toEqual([
        true,
        true,
      ]);
    }
  }
});

test('a period is called by its first day, and knows its days', () => {
  expect(daysOfPeriod('TEN_DAYS', '2026-02-21')).toEqual({ from: '2026-02-21', to: '2026-02-28' });
  expect(daysOfPeriod('WEEK', '2026-03-02')).toEqual({ from: '2026-03-02', to: '2026-03-08' });
  expect(daysOfPeriod('MONTH', '2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(daysOfPeriod('WEEKDAY', '3')).toBeNull();
  expect([isPeriod('TEN_DAYS', '2026-02-12'), isPeriod('MONTH', '2026-13'), isPeriod('WEEKDAY', '0')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(periodName('TEN_DAYS', '2026-03-11')).toEqual(['2026年3月中旬', '2026-03, 11–20']);
  expect(periodName('TEN_DAYS', '2026-02-21')).toEqual(['2026年2月下旬', '2026-02, 21–28']);
});

test('the interval of a rate is Wilson’s', () => {
  const rounded = ({ low, high }: { low: number; high: number }) => [low.toFixed(2), high.toFixed(2)];
  expect(rounded(wilson(0, 10))).toEqual(['0.00', '27.75']);
  expect(rounded(wilson(10, 10))).toEqual(['72.25', '100.00']);
  expect(rounded(wilson(8, 10))).toEqual(['49.02', '94.33']);
});
