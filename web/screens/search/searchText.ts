import { needlesOf } from '@lxq/schema/search/search-tokens.ts';
import { foundWords } from '../../nouns/reports/foundWords.ts';

/** Chinese marks part words as spaces do. */
export const parted = (text: string): string => text.replace(/[，、；。,;]/g, ' ').trim();

/** What the server will look for: words of two characters or more, without doubles; Chinese marks part words as spaces do. */
export function wordsOf(text: string): string[] {
  return [...new Set(needlesOf(parted(text)))];
}

export const isSearchable = (text: string): boolean => wordsOf(text).length > 0;

const BEFORE = 16;
const LENGTH = 90;
/** The part of a text where the first word stands, so that the hit is in sight; the beginning when none does. */
export function partWith(words: readonly string[], text: string): string {
  const hits = foundWords(text, words).map(([from]) => from);
  const first = hits.length ? Math.min(...hits) : 0;
  const from = first <= BEFORE * 2 ? 0 : first - BEFORE;
  const part = text.slice(from, from + LENGTH);
  return `${from > 0 ? '…' : ''}${part}${from + LENGTH < text.length ? '…' : ''}`;
}
