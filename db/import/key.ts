import { folded, oneDot, visible } from '@lxq/schema/texts/characters.ts';

/*
 * Keys as people type them: in either width, with spaces, in small letters or capitals, in scientific notation. What is compared
 * is what they mean.
 */

/** A key as it is kept: half width, without spaces and what nobody sees; its letters as typed. */
export const plainKey = (text: string): string => visible(text.normalize('NFKC')).replace(/\s/g, '');

/** What two ways to type one key have in common; so too two ways to type one name. */
export const foldKey = (text: string): string => folded(plainKey(text)).toUpperCase();

/** 3.71723001001E+11 → 371723001001; of digits that the notation has cut off zeros remain. */
export function digitsKey(text: string): string {
  const key = plainKey(text);
  const [, whole = '', rest = '', exponent = ''] = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i.exec(key) ?? [];
  return exponent && rest.length <= Number(exponent) ? `${whole}${rest.padEnd(Number(exponent), '0')}` : key;
}

export const isScientific = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(plainKey(text));

/** A name as it is kept: no space between Han (张　伟 is padded for looks), one space elsewhere, one form of the dot. */
export const tidyName = (text: string): string =>
  oneDot(text)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}\p{M}*) (?=\p{Script=Han})/gu, '');
