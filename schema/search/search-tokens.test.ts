import { expect, test } from '@jest/globals';
import { haystackOf, keyOf, keysOf, needlesOf, tokensOf } from './search-tokens.ts';

test('every word of two characters that stands in a text is among its tokens', () => {
  const tokens = tokensOf(haystackOf(['村西头水井干涸，三十户吃水难', '2026-000123']));
  expect(tokens).toEqual(expect.arrayContaining(['水井', '干涸', '吃水', '20', '00', '23']));
  expect(tokens).not.toContain('涸三');
});

test('full-width digits and capital letters are found by their plain forms', () => {
  expect(haystackOf(['１２号 ABC'])).toBe('12号 abc');
});

test('a single character is no search word', () => {
  expect(needlesOf('水 井 水井')).toEqual(['水井']);
});

test('a token has another number in another county, and always the same in its own', () => {
  expect(keyOf(990101, '机井')).toBe(keyOf(990101, '机井'));
  expect(keyOf(990101, '机井')).not.toBe(keyOf(990102, '机井'));
  expect(keyOf(990101, '机井')).not.toBe(keyOf(990101, '井机'));
  const mixed = haystackOf(['村西头𠮷家 liuwan', '2026-000123']);
  expect(new Set(keysOf(990101, mixed))).toEqual(new Set(tokensOf(mixed).map((token) => keyOf(990101, token))));
  const many = tokensOf('村西头水井干涸三十户吃水难请派人来看看是泵坏了还是没有水');
  expect(new Set(keysOf(990101, many.join(' '))).size).toBe(many.length);
  for (const key of keysOf(990101, many.join(' '))) expect(key).toBe(key | 0); // an int of PostgreSQL
});

test.each([
  ['a zero-width space', '饮\u200b水困难'],
  ['a soft hyphen', '饮\u00ad水困难'],
  ['a line break and an indent', '饮\r\n　　水困难'],
  ['a variation selector', '饮\u{e0100}水困难'],
  ['a mark of direction', '\u202e饮\u2066水困难'],
  ['a byte order mark', '\ufeff饮\ufeff水困难'],
])('%s inside a word is no obstacle to finding it', (_, text) => {
  expect(haystackOf([text])).toContain('饮水');
  expect(keysOf(990101, haystackOf([text]))).toContain(keyOf(990101, '饮水'));
});

test.each(['饮\u200b水', '\u2060饮水\u2060', 'ＩＤ\u00ad号'])('%j is searched as it reads', (text) => {
  expect(needlesOf(text)).toEqual([text === 'ＩＤ\u00ad号' ? 'id号' : '饮水']);
});

test('the dot in names is one sign in texts and in queries', () => {
  const haystacks = ['·', '•', '．', '‧', '・', '･', '.'].map((dot) => haystackOf([`阿依努尔${dot}买买提`]));
  const needles = ['·', '•', '．', '‧', '・', '･', '.'].flatMap((dot) => needlesOf(`努尔${dot}买`));
  for (const needle of needles) expect(haystacks.every((haystack) => haystack.includes(needle))).toBe(true);
});

test('a padded name is found padded or not, and words parted by spaces stay words', () => {
  expect(haystackOf(['村民张　伟反映'])).toContain('张伟');
  expect(needlesOf('张　伟')).toEqual(['张伟']);
  expect(needlesOf('欧 阳 修')).toEqual(['欧阳修']);
  expect(needlesOf('饮水难 青石渡')).toEqual(['饮水难', '青石渡']);
  expect(haystackOf(['water  supply'])).toBe('water  supply');
});
