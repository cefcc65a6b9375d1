import { expect, test } from '@jest/globals';
import { lessened, UNREAD_SHOWN } from './badge.ts';

test('who knows of something sees less at once, and never less than none', () => {
  expect([lessened(5, 2), lessened(2, 2), lessened(1, 2)]).toEqual([3, 0, 0]);
  expect(lessened(3, -2)).toBe(5);
});

test('where there are more than a badge counts nobody knows how many are left: it stays, and no refetch makes it more again', () => {
  expect(lessened(UNREAD_SHOWN + 1, 1)).toBe(UNREAD_SHOWN + 1);
  expect(lessened(UNREAD_SHOWN, 1)).toBe(UNREAD_SHOWN - 1);
});
