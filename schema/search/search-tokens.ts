import { folded } from '../texts/characters.ts';

/** Characters of words: Han, letters, digits. Everything else ends a run. */
const RUNS = /[\p{Script=Han}\p{L}\p{N}]+/gu;

/**
 * What a report is found by: its text, its places' names and pinyin, its number; lower case, folded to half width. White space
 * between Han is a line's end or a padded name (张　伟), not the end of a word.
 */
export function haystackOf(parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map((part) => folded(part).replace(BETWEEN_HAN, ''))
    .join(' ');
}

/** All bigrams of all runs: every word of two characters or more is found, in any language, without a dictionary. */
export function tokensOf(haystack: string): string[] {
  const tokens = new Set<string>();
  for (const [run] of haystack.matchAll(RUNS)) {
    const characters = [...run];
    for (let i = 0; i + 1 < characters.length; i++) tokens.add(`${characters[i]}${characters[i + 1]}`);
  }
  return [...tokens];
}

/**
 * What the index holds in place of tokens: a number of each in its county, so that no county's words are looked through for
 * another's. Now and then two tokens share one; hits are checked against the haystack anyway. db/migrations/…9 does the same in SQL.
 */
export function keysOf(county: number, haystack: string): number[] {
  const keys = new Set<number>();
  const ofCounty = fnv(0x811c9dc5, county);
  for (const [run] of haystack.matchAll(RUNS)) {
    let before: number | undefined;
    for (const character of run) {
      const now = character.codePointAt(0) as number;
      if (before !== undefined) keys.add(fnv(fnv(ofCounty, before), now)); // keyOf the two, without the text of them
      before = now;
    }
  }
  return [...keys];
}

/** FNV-1a over the county and the two code points, as a signed number of 32 bits. */
export function keyOf(county: number, token: string): number {
  let hash = fnv(0x811c9dc5, county);
  for (const character of token) hash = fnv(hash, character.codePointAt(0) as number);
  return hash;
}
const fnv = (hash: number, part: number) => Math.imul(hash ^ part, 0x01000193);

/** The query's words, each at least two characters; a report must hold every one of them. */
export function needlesOf(text: string): string[] {
  const words = folded(text)
    .replace(PADDED, (name) => name.replace(/\s/g, ''))
    .split(/\s+/);
  return [...new Set(words.filter((word) => [...word].length >= 2))];
}

/** Han that stand alone, one after another, are one padded name. */
const PADDED = /(?<!\S)\p{Script=Han}(?:\s+\p{Script=Han}(?!\S))+/gu;
const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
