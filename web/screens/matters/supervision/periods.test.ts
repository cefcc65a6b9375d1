import { expect, test } from '@jest/globals';
import { daysOf } from './periods.ts';

/** 1 January in the county, still the old year in UTC. */
const NEW_YEAR = new Date('2026-12-31T16:30:00Z');

test.each([
  ['thisMonth', '2027-01-01', '2027-01-31'],
  ['lastMonth', '2026-12-01', '2026-12-31'],
  ['thisYear', '2027-01-01', '2027-12-31'],
  ['lastYear', '2026-01-01', '2026-12-31'],
] as const)('%s is the county’s, from its first day to its last', (period, from, to) => {
  expect(daysOf(period, NEW_YEAR)).toEqual({ from, to });
});

test('the last day of February', () => {
  expect(daysOf('lastMonth', new Date('2028-03-15T00:00:00Z')).to).toBe('2028-02-29');
});
