import { expect, test } from '@jest/globals';
import { openingAt, pageTurn } from './reading.ts';

test('an issue opens at the item of the address, else where reading stopped, else at its first', () => {
  expect(openingAt(18, '3', 7)).toBe(3);
  expect(openingAt(18, null, 7)).toBe(7);
  expect(openingAt(18, null, null)).toBe(1);
});

test('a number outside of the issue opens its nearest end', () => {
  expect(openingAt(18, '99', null)).toBe(18);
  expect(openingAt(18, '0', null)).toBe(1);
  expect(openingAt(18, 'x', null)).toBe(1);
});

test('a quick stroke to the left turns to the next item, to the right back', () => {
  expect(pageTurn({ dx: -120, dy: 10, ms: 200 })).toBe(1);
  expect(pageTurn({ dx: 120, dy: -10, ms: 200 })).toBe(-1);
});

test('scrolling, a short touch and a slow selection do not turn the page', () => {
  expect(pageTurn({ dx: -120, dy: 90, ms: 200 })).toBe(0);
  expect(pageTurn({ dx: -30, dy: 0, ms: 200 })).toBe(0);
  expect(pageTurn({ dx: -200, dy: 0, ms: 1500 })).toBe(0);
});
