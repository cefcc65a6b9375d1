import { expect, test } from '@jest/globals';
import { isSameStand } from './stand.ts';

const shown = {
  state: 'EDITING',
  version: 4,
  items: [
    { id: 'a', version: 2 },
    { id: 'b', version: 1 },
  ],
};

test('one’s own saves need no fetching: the screen has them already', () => {
  expect(isSameStand(shown, { ...shown, version: 3 })).toBe(true);
});

test('another order, item, version or state is fetched', () => {
  expect(isSameStand(shown, { ...shown, items: [...shown.items].reverse() })).toBe(false);
  expect(isSameStand(shown, { ...shown, items: shown.items.slice(1) })).toBe(false);
  expect(
    isSameStand(shown, {
      ...shown,
      items: [
        { id: 'a', version: 3 },
        { id: 'b', version: 1 },
      ],
    }),
  ).toBe(false);
  expect(isSameStand(shown, { ...shown, version: 5 })).toBe(false);
  expect(isSameStand(shown, { ...shown, state: 'REVIEWING' })).toBe(false);
});
