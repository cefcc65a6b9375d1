import { expect, test } from '@jest/globals';
import { commonTopics, grouped, type Term } from './lists.ts';

const term = (code: string, parentCode: string | null = null, position = 0): Term => ({
  kind: 'TOPIC',
  code,
  name: code,
  nameEn: code,
  pinyin: code,
  initials: code,
  isAccusation: false,
  parentCode,
  isActive: true,
  position,
});
const codes = (terms: readonly Term[]) => terms.map(({ code }) => code);
const dictionary = [
  term('roads', 'traffic', 3),
  term('traffic', null, 1),
  term('water', 'traffic', 2),
  term('health', null, 4),
  term('clinic', 'health', 5),
  term('other', null, 6),
];

test('topics stand under their heading in the dictionary’s order, those without one at the end', () => {
  const groups = grouped(dictionary);
  expect(groups.map(({ heading, terms }) => [heading?.code ?? null, codes(terms)])).toEqual([
    ['traffic', ['water', 'roads']],
    ['health', ['clinic']],
    [null, ['other']],
  ]);
});

test('the topics an officer reports most come first, then the first of each heading', () => {
  const used = ['roads', 'clinic', 'roads', 'unknown'];
  expect(codes(commonTopics(grouped(dictionary), used))).toEqual(['roads', 'clinic', 'water', 'other']);
});

test('no more topics are offered at once than fit one screen', () => {
  const many = Array.from({ length: 30 }, (_, n) => term(`topic-${n}`, null, n));
  expect(commonTopics(grouped(many), [])).toHaveLength(9);
});
