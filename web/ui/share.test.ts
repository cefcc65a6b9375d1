import { expect, test } from '@jest/globals';
import { barWidth, share } from './share.ts';

test('a share of nothing is nothing', () => expect(share(0, 0)).toBe('0.0'));
test('a share has one digit', () => expect(share(8640, 15800)).toBe('54.7'));
test('the longest bar is full and the shortest still to be seen', () => {
  expect(barWidth(10, 10)).toBe(100);
  expect(barWidth(1, 10_000)).toBe(1);
  expect(barWidth(0, 10)).toBe(0);
});
