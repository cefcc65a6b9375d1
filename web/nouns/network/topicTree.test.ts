import { expect, test } from '@jest/globals';
import { shortened, topicTree } from './topicTree.ts';

const term = (code: string, parentCode: string | null, position: number) => ({
  code,
  parentCode,
  position,
  isActive: true,
});
const terms = [
  term('well', 'water', 2),
  term('water', null, 1),
  term('pipe', 'water', 1),
  term('road', null, 0),
  term('lost', 'gone', 9),
];
const tree = topicTree(terms);

test('topics stand under their parent, both in the order of the dictionary', () => {
  expect(tree.map(({ top, below }) => [top.code, below.map((each) => each.code)])).toEqual([
    ['road', []],
    ['water', ['pipe', 'well']],
    ['lost', []],
  ]);
});

test('a whole branch is one choice, named by its top', () => {
  expect(shortened(['well', 'pipe', 'water', 'road'], tree)).toEqual([['water', 'pipe', 'well'], ['road']]);
});

test('a part of a branch stays several choices', () => {
  expect(shortened(['well', 'water'], tree)).toEqual([['well'], ['water']]);
});
