import { expect, test } from '@jest/globals';
import { differing } from './differing.ts';

test('only what differs is set side by side, and what one of them lacks is empty', () => {
  const mine = [
    ['类别', '饮水难'],
    ['具体情况', '我写的'],
    ['附件', '照片2张'],
  ] as const;
  const stored = [
    ['类别', '饮水难'],
    ['具体情况', '县里的'],
  ] as const;
  expect(differing(mine, stored)).toEqual([
    { name: '具体情况', mine: '我写的', stored: '县里的' },
    { name: '附件', mine: '照片2张', stored: '' },
  ]);
  expect(differing(mine, mine)).toEqual([]);
});
