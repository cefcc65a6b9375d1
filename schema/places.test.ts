import { expect, test } from '@jest/globals';
import { countyOf, isWithin, townshipOf, villageOf } from './places.ts';

const group = 990101102203004;
test('a group lies in its village, its township and its county', () => {
  expect(isWithin(group, villageOf(group))).toBe(true);
  expect(isWithin(group, townshipOf(group))).toBe(true);
  expect(isWithin(group, countyOf(group) * 1_000_000_000)).toBe(true);
});
test('a village does not lie in its group, nor in the next village', () => {
  expect(isWithin(villageOf(group), group)).toBe(false);
  expect(isWithin(group, 990101102204000)).toBe(false);
});
