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
