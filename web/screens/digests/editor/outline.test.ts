import { expect, test } from '@jest/globals';
import { grouped, movedTo, nudged } from './outline.ts';

const portfolios = [
  { id: 'water', heading: '农业农村', position: 2 },
  { id: 'road', heading: '交通建设', position: 1 },
  { id: 'school', heading: '教育', position: 3 },
];
const entry = (id: string, portfolio: string | null) => ({
  id,
  title: id,
  text: '',
  portfolio: portfolio ? { id: portfolio } : null,
});

test('items stand under portfolios in the leaders’ order, and empty portfolios are left out', () => {
  const groups = grouped([entry('a', 'water'), entry('b', 'road'), entry('c', 'water')], portfolios);
  expect(groups.map((group) => [group.portfolio?.id, group.entries.map((e) => e.id)])).toEqual([
    ['road', ['b']],
    ['water', ['a', 'c']],
  ]);
});

test('items without a portfolio, or under one that is gone, come first so that they are seen', () => {
  const groups = grouped([entry('a', 'water'), entry('b', null), entry('c', 'abolished')], portfolios);
  expect(groups[0]?.portfolio).toBeNull();
  expect(groups[0]?.entries.map((e) => e.id)).toEqual(['b', 'c']);
});

test('an item dragged down takes the place of the one it is dropped on, and so does one dragged up', () => {
  expect(movedTo(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd']);
  expect(movedTo(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c']);
});

test('a drop on nothing changes nothing', () => {
  expect(movedTo(['a', 'b'], 'a', 'gone')).toEqual(['a', 'b']);
});

test('the keyboard moves an item within its own portfolio only', () => {
  const ids = ['a', 'b', 'x', 'c'];
  expect(nudged(ids, ['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'x', 'c', 'b']);
  expect(nudged(ids, ['a', 'b', 'c'], 'a', -1)).toEqual(ids);
  expect(nudged(ids, ['a', 'b', 'c'], 'c', 1)).toEqual(ids);
});
