import { expect, test } from '@jest/globals';
import { fetchPinyin } from '../../nouns/reports/pinyin.ts';
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

test('the part that is shown holds a hit in full width, parted by a line, or by its pinyin', async () => {
  const before = '前'.repeat(200);
  expect(partWith(['dgz'], `${before}ＤＧＺ一号井`)).toContain('ＤＧＺ');
  expect(partWith(['铁索桥'], `${before}铁\n索桥坏了`)).toContain('铁\n索桥');
  await fetchPinyin();
  expect(partWith(['duanshui'], `${before}断水三天`)).toContain('断水三天');
});
