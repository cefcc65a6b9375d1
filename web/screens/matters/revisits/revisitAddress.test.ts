import { expect, test } from '@jest/globals';
import { addressOf, nextAfter, shownIn } from './revisitAddress.ts';

/** In capitals where another unit calls. */
const rows = (...ids: string[]) => ids.map((id) => ({ id, isTheirs: id === id.toLowerCase() }));

test('what is shown comes back from its address', () => {
  const shown = { tray: 'FOLLOW_UP', kind: 'POST_CLOSE', mine: true } as const;
  const [path, query] = addressOf(shown, 'r1').split('?');
  expect(path).toBe('/matters/revisits/r1');
  expect(shownIn(new URLSearchParams(query))).toEqual(shown);
  expect(addressOf({ tray: 'TODO', kind: null, mine: false })).toBe('/matters/revisits');
  expect(shownIn(new URLSearchParams('tray=ELSEWHERE&kind=NONE'))).toEqual({ tray: 'TODO', kind: null, mine: false });
});

test('the next one to call stands below, after the last the topmost', () => {
  expect(nextAfter('b', rows('a', 'b', 'c'), [])).toBe('c');
  expect(nextAfter('c', rows('a', 'b', 'c'), [])).toBe('a');
  expect(nextAfter('a', rows('a'), [])).toBeNull();
});

test('one that has left the list is followed by what stood below it and still stands', () => {
  expect(nextAfter('b', rows('a', 'd'), rows('a', 'b', 'c', 'd'))).toBe('d');
  expect(nextAfter('d', rows('a', 'c'), rows('a', 'c', 'd'))).toBe('a');
  expect(nextAfter('x', rows('a', 'c'), rows('a', 'c'))).toBe('a');
});

test('what another unit calls is passed over', () => {
  expect(nextAfter('a', rows('a', 'B', 'c'), [])).toBe('c');
  expect(nextAfter('a', rows('a', 'B'), [])).toBeNull();
});
