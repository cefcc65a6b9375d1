import { expect, test } from '@jest/globals';
import { daysOf, periodOf } from './periods.ts';

const at = (day: string) => new Date(`${day}T12:00:00+08:00`);

test('ten days run 1-10, 11-20 and 21 to the end of the month', () => {
  expect(daysOf('thisTenDays', at('2026-02-10'))).toEqual({ submittedFrom: '2026-02-01', submittedTo: '2026-02-10' });
  expect(daysOf('thisTenDays', at('2026-02-11'))).toEqual({ submittedFrom: '2026-02-11', submittedTo: '2026-02-20' });
  expect(daysOf('thisTenDays', at('2028-02-29'))).toEqual({ submittedFrom: '2028-02-21', submittedTo: '2028-02-29' });
  expect(daysOf('thisTenDays', at('2026-03-31'))).toEqual({ submittedFrom: '2026-03-21', submittedTo: '2026-03-31' });
});

test('the ten days before the first of January lie in December', () => {
  expect(daysOf('lastTenDays', at('2026-01-05'))).toEqual({ submittedFrom: '2025-12-21', submittedTo: '2025-12-31' });
  expect(daysOf('lastMonth', at('2026-01-05'))).toEqual({ submittedFrom: '2025-12-01', submittedTo: '2025-12-31' });
});

test('the day is the day of Shanghai', () => {
  expect(daysOf('today', new Date('2026-03-10T16:30:00Z')).submittedFrom).toBe('2026-03-11');
});

test('two days are named when they are a relative period', () => {
  expect(periodOf({ submittedFrom: '2026-03-01', submittedTo: '2026-03-31' }, at('2026-03-15'))).toBe('thisMonth');
  expect(periodOf({ submittedFrom: '2026-03-02', submittedTo: '2026-03-31' }, at('2026-03-15'))).toBeUndefined();
});
