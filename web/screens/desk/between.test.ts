import { expect, test } from '@jest/globals';
import { afterLeaving, between, stepFrom } from './between.ts';

const ids = ['a', 'b', 'c', 'd'];

test('a range is the same from either end', () => {
  expect(between(ids, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(between(ids, 'd', 'b')).toEqual(['b', 'c', 'd']);
});

test('a range from a row that has gone is the row alone', () => {
  expect(between(ids, 'gone', 'c')).toEqual(['c']);
});

test('the cursor begins at the first row and stops at the ends', () => {
  expect(stepFrom(ids, undefined, 1)).toBe('a');
  expect(stepFrom(ids, 'd', 1)).toBe('d');
  expect(stepFrom(ids, 'a', -1)).toBe('a');
  expect(stepFrom([], 'a', 1)).toBeUndefined();
});

test('after a row is handled the next one is current, after the last the one before', () => {
  expect(afterLeaving(ids, new Set(['b']), 'b')).toBe('c');
  expect(afterLeaving(ids, new Set(['b', 'c']), 'b')).toBe('d');
  expect(afterLeaving(ids, new Set(['d']), 'd')).toBe('c');
  expect(afterLeaving(['a'], new Set(['a']), 'a')).toBeUndefined();
});
