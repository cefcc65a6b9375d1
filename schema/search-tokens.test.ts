import { expect, test } from '@jest/globals';
import { haystackOf, needlesOf, tokensOf } from './search-tokens.ts';

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
