import { expect, test } from '@jest/globals';
import { markShared, markWords } from './markedPieces.ts';

const marked = (pieces: { text: string; isMarked: boolean }[]) => pieces.filter((p) => p.isMarked).map((p) => p.text);

test('runs of two characters that both texts have are marked', () => {
  expect(marked(markShared('村东机井坏了半个月', '东头机井坏了'))).toEqual(['机井坏了']);
});

test('a single shared character and shared punctuation are not marked', () => {
  expect(marked(markShared('井，。', '水井坏，。'))).toEqual([]);
});

test('marking loses no character', () => {
  const text = '柳林村东头机井坏了，12 户浇不上地。';
  expect(
    markShared(text, '机井 12 户')
      .map((p) => p.text)
      .join(''),
  ).toBe(text);
});

test('every occurrence of a searched word is marked whatever its case', () => {
  expect(marked(markWords('机井与机井 Well well', ['机井', 'WELL']))).toEqual(['机井', '机井', 'Well', 'well']);
});
