import { expect, test } from '@jest/globals';
import { nextPeriodEnd, overdueDays, periodText } from './period.ts';

test('ten-day periods end on the 10th, the 20th and the last of the month', () => {
  expect(nextPeriodEnd('2026-10-31', 'TEN_DAYS')).toBe('2026-11-10');
  expect(nextPeriodEnd('2026-11-10', 'TEN_DAYS')).toBe('2026-11-20');
  expect(nextPeriodEnd('2026-11-20', 'TEN_DAYS')).toBe('2026-11-30');
  expect(nextPeriodEnd('2028-02-20', 'TEN_DAYS')).toBe('2028-02-29');
  expect(nextPeriodEnd('2026-12-31', 'TEN_DAYS')).toBe('2027-01-10');
});

test('weekly periods end seven days on', () => {
  expect(nextPeriodEnd('2026-12-28', 'WEEK')).toBe('2027-01-04');
});

test('an issue is late from the second day after its period', () => {
  expect(overdueDays('2026-11-10', 'TEN_DAYS', '2026-11-21')).toBe(0);
  expect(overdueDays('2026-11-10', 'TEN_DAYS', '2026-11-22')).toBe(1);
});

test('a period is named with its year once', () => {
  expect(periodText('2026-11-01', '2026-11-10', 'zh-CN')).toBe('2026年11月1日至10日');
});
