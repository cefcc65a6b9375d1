import { haystackOf, tokensOf } from '../search/search-tokens.ts';

/** How alike two texts are, 0 to 1: shared bigrams over all bigrams (Jaccard). Punctuation and width do not count. */
export function likeness(a: string, b: string): number {
  const left = new Set(tokensOf(haystackOf([a])));
  const right = new Set(tokensOf(haystackOf([b])));
  let shared = 0;
  for (const token of left) if (right.has(token)) shared++;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
