import { expect, test } from '@jest/globals';
import { isSearchable, partWith, wordsOf } from './searchText.ts';

test('words are parted by spaces and Chinese marks, and full-width letters are plain ones', () => {
  expect(wordsOf(' 机井　柳林，机井、ＤＧＺ ')).toEqual(['机井', '柳林', 'dgz']);
});

test('one character is too little to search by', () => {
  expect(isSearchable(' 井 ')).toBe(false);
  expect(isSearchable('机井')).toBe(true);
});

test('the part of a long text that is shown holds the hit', () => {
  const text = `${'前'.repeat(200)}机井坏了${'后'.repeat(200)}`;
  const part = partWith(['机井'], text);
  expect(part).toContain('机井坏了');
  expect(part.startsWith('…') && part.endsWith('…')).toBe(true);
});

test('a short text is shown whole', () => {
  expect(partWith(['没有'], '村东机井坏了。')).toBe('村东机井坏了。');
});
