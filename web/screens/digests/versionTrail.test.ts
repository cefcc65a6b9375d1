import { expect, test } from '@jest/globals';
import { trails } from './versionTrail.ts';

const version = (id: string, itemId: string | null, at: string) => ({
  id,
  itemId,
  at: `2026-11-20T${at}:00.000Z`,
  title: `标题${id}`,
  text: '',
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
