import { expect, test } from '@jest/globals';
import { condensed, condensedText } from './condensed.ts';

/** Every character of the first plane and some beyond it, between two Han and before a letter. */
const CHARACTERS = [...Array.from({ length: 0x10000 }, (_, code) => code), 0x1d7cf, 0x1f600, 0x20000, 0xe0100, 0xf0000];

test('a text is condensed to the same with and without where its characters stood', () => {
  const texts = CHARACTERS.map((code) => `水${String.fromCodePoint(code)}井\n${String.fromCodePoint(code)}a`);
  expect(texts.filter((text) => condensedText(text) !== condensed(text).plain)).toEqual([]);
});

test('what nobody sees and what parts Han is left out, and letters are narrow', () => {
  expect(condensedText('北\u200b京　上\n访 Ｇ\u00ad１２３，a b')).toBe('北京上访 G123,a b');
});
