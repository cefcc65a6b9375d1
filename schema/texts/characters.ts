/** What a text consists of for the eye: the same count on both sides, and what no text may hold. */

/** Zero width, soft hyphen, joiners, variation selectors, marks of direction, fillers: they take no room on paper. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
/** Neither white space nor a mark upon another character is a character of its own. */
const UNCOUNTED = /[\s\p{Cc}\p{M}\p{Cs}]/gu;
/** · as people type it: bullet, full-width stop, hyphenation point, katakana dot, and their relatives. */
const DOTS = /[·•‧∙⋅・･．●ㆍ᛫⸱]/gu;

/** The text without what nobody sees. */
export const visible = (text: string): string => text.replace(INVISIBLE, '');

/** What Chinese offices call 字数: characters that can be seen, no spaces. Every limit of length counts so. */
export const visibleLength = (text: string): number =>
  COUNTED.test(text) ? text.length : [...visible(text).replace(UNCOUNTED, '')].length;
/** Han and their punctuation, ASCII in either width: most texts are nothing else, and each of these is one. */
const COUNTED = /^[\u4e00-\u9fff\u3001\u3002\uff01-\uff5e!-~]*$/;

/** All forms of the dot in names as the one that the standard writes (GB/T 15834); a full stop is one between Han. */
export const oneDot = (text: string): string =>
  text.replace(DOTS, '·').replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, '·');

/** For comparing: what is compatible, what nobody sees, and case are the same, and a full stop is a dot as well. */
export const folded = (text: string): string =>
  oneDot(visible(text.normalize('NFKC')))
    .replaceAll('.', '·')
    .toLowerCase();

/** So many characters may be stored for each that is counted: white space and what nobody sees take room, too. */
export const STORED_PER_VISIBLE = 4;

/** Whether a text is too short or too long for its limit. */
export function lengthFault(text: string, { min, max }: { min: number; max: number }): 'SHORT' | 'LONG' | null {
  const length = visibleLength(text);
  if (length < min) return 'SHORT';
  const most = max * STORED_PER_VISIBLE;
  return length > max || (text.length > most && [...text].length > most) ? 'LONG' : null;
}

/** The beginning of a text that is too long, without half a character at its end. */
export const shortened = (text: string, max: number): string => [...text].slice(0, max).join('');
/** … with a sign that it goes on. */
export function excerpt(text: string, max: number): string {
  const begins = shortened(text, max);
  return begins.length < text.length ? `${begins}…` : text;
}

export interface ForbiddenCharacter {
  /** U+0007 */
  codePoint: string;
  /** Counted from 1, as a reader counts. */
  position: number;
}

/** Controls except tab and line breaks, halves of characters, and what Unicode says is no character. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFDD0-\uFDEF\uFFFE\uFFFF]/u;

/** The first character that no text may hold: it cannot be shown, and some cannot be stored. */
export function forbiddenIn(text: string): ForbiddenCharacter | null {
  const found = FORBIDDEN.exec(text);
  return found && { codePoint: codePoint(found[0]), position: [...text.slice(0, found.index)].length + 1 };
}

export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** For a refusal: the character as it looks, when it looks like anything, and its code point. */
export function namedCharacter(character: string): string {
  const isSeen = visible(character).replace(UNCOUNTED, '') !== '' && !/[\p{Co}\p{Cn}]/u.test(character);
  return isSeen ? `“${character}”(${codePoint(character)})` : codePoint(character);
}
