import { expect, test } from '@jest/globals';
import { foundWords } from './foundWords.ts';
import { fetchPinyin } from './pinyin.ts';

const found = (text: string, ...words: string[]) => foundWords(text, words).map(([from, to]) => text.slice(from, to));

test.each([
  ['full width', 'ＡＢＣ厂的水管裂了', 'abc厂', 'ＡＢＣ厂'],
  ['a soft hyphen inside', '青\u00ad石渡口停了三天', '青石渡', '青\u00ad石渡'],
  ['a line break inside', '铁\n索桥的桥板坏了', '铁索桥', '铁\n索桥'],
  ['padding', '村民欧　阳反映排水沟', '欧阳', '欧　阳'],
  ['another dot', '阿依古丽•买买提家', '古丽·买买提', '古丽•买买提'],
  ['a character of two units before it', '𠮷村断水两天', '断水', '断水'],
])('a word with %s is found where it stands, as search found it', (_, text, word, expected) => {
  expect(found(text, word)).toEqual([expected]);
});

test('letters that stand in the text are themselves, and otherwise what reads so', async () => {
  expect(found('村里断水三天', 'duanshui')).toEqual([]);
  await fetchPinyin();
  expect(found('村里断水三天，又断水', 'duanshui')).toEqual(['断水', '断水']);
  expect(found('全村饮水难', 'ysn')).toEqual(['饮水难']);
  expect(found('wifi 断了', 'wifi')).toEqual(['wifi']);
});

test('words that stand nowhere, and no words, are nowhere', () => {
  expect(found('村里断水三天', '机井', '')).toEqual([]);
  expect(found('', '机井')).toEqual([]);
});
