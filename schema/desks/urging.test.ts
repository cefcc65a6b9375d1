import { expect, test } from '@jest/globals';
import { urgeAgainAt } from './urging.ts';

test('what was urged on a Friday may be urged again on Monday at the same time', () => {
  expect(urgeAgainAt(new Date('2026-11-27T15:40:00+08:00'), new Map())).toEqual(new Date('2026-11-30T15:40:00+08:00'));
});

test('a weekend worked counts, and a holiday does not', () => {
  const friday = new Date('2026-11-27T15:40:00+08:00');
  expect(urgeAgainAt(friday, new Map([['2026-11-28', true]]))).toEqual(new Date('2026-11-28T15:40:00+08:00'));
  expect(urgeAgainAt(friday, new Map([['2026-11-30', false]]))).toEqual(new Date('2026-12-01T15:40:00+08:00'));
});
