import { expect, test } from '@jest/globals';
import { folded, forbiddenIn, lengthFault, namedCharacter, oneDot, shortened, visibleLength } from './characters.ts';

test.each([
  ['zero-width spaces', '\u200b'.repeat(30), 0],
  ['soft hyphens', '\u00ad'.repeat(30), 0],
  ['Hangul fillers', '\u3164\u115f\uffa0'.repeat(10), 0],
  ['blank Braille cells', '\u2800'.repeat(30), 0],
  ['tags and variation selectors', '\u{e0041}\u{e0100}\ufe0f'.repeat(10), 0],
  ['white space of every width', ' \t\n\u3000\u2003'.repeat(10), 0],
  ['marks upon nothing', '\u0301'.repeat(30), 0],
  ['words with line breaks and joiners inside', '饮\n水\u200d困\u00ad难', 4],
  ['a character with a variation selector', '葛\u{e0100}', 1],
  ['characters beyond the first plane', '𠮷野家', 3],
  ['an accent upon its letter', 'e\u0301', 1],
])('%s count as what can be seen', (_, text, length) => expect(visibleLength(text)).toBe(length));

test('a text of spaces and invisible characters is too short, and a heap of them too long', () => {
  const limit = { min: 3, max: 10 };
  expect(lengthFault(`水\u200b \u3000${'\u00ad'.repeat(5)}`, limit)).toBe('SHORT');
  expect(lengthFault('饮 水\n困难', limit)).toBeNull();
  expect(lengthFault('水'.repeat(11), limit)).toBe('LONG');
  expect(lengthFault(`饮水困难${'\u200b'.repeat(40)}`, limit)).toBe('LONG');
});

test.each([
  ['the bell', '停电\u0007', { codePoint: 'U+0007', position: 3 }],
  ['a null', '\0', { codePoint: 'U+0000', position: 1 }],
  ['a control of the second set', '😀\u0085', { codePoint: 'U+0085', position: 2 }],
  ['half an emoji', '好\ud83d', { codePoint: 'U+D83D', position: 2 }],
  ['the other half', '\ude00好', { codePoint: 'U+DE00', position: 1 }],
  ['what is no character', '好\uffff', { codePoint: 'U+FFFF', position: 2 }],
])('%s is found and named', (_, text, found) => expect(forbiddenIn(text)).toEqual(found));

test('tabs, line breaks, whole emoji and rare characters may stand in a text', () => {
  expect(forbiddenIn('一\t二\r\n三😀𠮷\u200b')).toBeNull();
});

test('every form of the dot is one sign', () => {
  expect(oneDot('买·买•买．买‧买・买･买.买')).toBe('买·买·买·买·买·买·买·买');
  expect(oneDot('J. Smith 1.5')).toBe('J. Smith 1.5');
  expect(folded('Ａ．Ｂ•C')).toBe('a·b·c');
});

test('a refusal shows a character and its code point, and of an invisible one the code point', () => {
  expect(namedCharacter('?')).toBe('“?”(U+003F)');
  expect(namedCharacter('\u200b')).toBe('U+200B');
  expect(namedCharacter('\ue000')).toBe('U+E000');
});

test('a shortened text ends in a whole character', () => expect(shortened('水😀井', 2)).toBe('水😀'));
