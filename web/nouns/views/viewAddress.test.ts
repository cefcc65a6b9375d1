import { expect, test } from '@jest/globals';
import { readFilter } from '../reports/filter.ts';
import { inSequence, isChanged, moved, plainSearch, viewSearch } from './viewAddress.ts';

const view = {
  id: 'v1',
  filter: { tray: 'TODO', topics: ['WATER', 'ROAD'], problemsOnly: true },
  sort: 'DUE_FIRST' as const,
};

test('a view is an address, and the address says the same filter again', () => {
  const search = viewSearch(view);
  expect(readFilter(search)).toEqual(view.filter);
  expect([search.get('sort'), search.get('view')]).toEqual(['DUE_FIRST', 'v1']);
});

test('what is searched for stays when a view is opened or left', () => {
  const now = new URLSearchParams('q=机井&urgency=HIGH&view=other');
  expect(viewSearch(view, now).get('q')).toBe('机井');
  expect(viewSearch(view, now).get('urgency')).toBeNull();
  expect([...plainSearch(viewSearch(view, now)).keys()]).toEqual(['q']);
});

test('a list shows a view as it is kept, whatever the order of its words, until something else is asked for', () => {
  const filter = { problemsOnly: true, topics: ['ROAD', 'WATER'], tray: 'TODO' as const, states: [] };
  expect(isChanged({ filter, sort: 'DUE_FIRST' }, view)).toBe(false);
  expect(isChanged({ filter, sort: 'NEWEST' }, view)).toBe(true);
  expect(isChanged({ filter: { ...filter, urgency: 'HIGH' }, sort: 'DUE_FIRST' }, view)).toBe(true);
  expect(isChanged({ filter: { ...filter, topics: ['ROAD'] }, sort: 'DUE_FIRST' }, view)).toBe(true);
});

test('views stand in their owner’s sequence, new ones behind it', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  expect(inSequence(rows, ['c', 'gone', 'a']).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
});

test('a view moves one place at a time, and not beyond either end', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'z', 1)).toEqual(['a', 'b']);
});
