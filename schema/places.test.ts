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
test('a village lies in its township, not in the next one', () => {
  expect(isWithin(990101101202000, 990101101000000)).toBe(true);
  expect(isWithin(990101102203000, 990101101000000)).toBe(false);
});
