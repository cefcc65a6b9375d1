import { expect, test } from '@jest/globals';
import { trails, wholeText } from './versionTrail.ts';

const version = (id: string, itemId: string | null, at: string) => ({
  id,
  itemId,
  at: `2026-11-20T${at}:00.000Z`,
  title: `标题${id}`,
  text: '',
  pictures: [],
  by: null,
});

test('versions stand with their item, newest first, and the item changed last comes first', () => {
  const found = trails([version('1', 'a', '08:00'), version('2', 'b', '09:00'), version('3', 'a', '08:30')]);
  expect(found.map((trail) => [trail.itemId, trail.versions.map(({ id }) => id)])).toEqual([
    ['b', ['2']],
    ['a', ['3', '1']],
  ]);
});

test('a trail is named by the newest title of its item', () => {
  expect(trails([version('1', 'a', '08:00'), version('2', 'a', '09:00')])[0]?.title).toBe('标题2');
});

test('another picture, or another order of the same two, is another text', () => {
  const says = (...pictures: string[]) => wholeText({ title: '机井', text: '修好了。', pictures });
  expect(says()).toBe('机井\n修好了。');
  expect(new Set([says(), says('甲'), says('甲', '乙'), says('乙', '甲')]).size).toBe(4);
});
