import { expect, test } from '@jest/globals';
import { countNewcomers } from './newcomers.ts';

const shown = new Set(['c', 'd', 'e']);

test('reports above the shown ones are new', () =>
  expect(countNewcomers(['a', 'b', 'c', 'd', 'e'], shown, true)).toBe(2));

test('a report that came back between the shown ones is new', () =>
  expect(countNewcomers(['c', 'x', 'd', 'e'], shown, true)).toBe(1));

test('reports of the next page that moved up are no news', () =>
  expect(countNewcomers(['d', 'e', 'f', 'g'], shown, true)).toBe(0));

test('in a list that is shown to its end every missing report is new', () =>
  expect(countNewcomers(['d', 'e', 'f'], shown, false)).toBe(1));

test('in an empty list everything is new', () => expect(countNewcomers(['a'], new Set(), false)).toBe(1));
