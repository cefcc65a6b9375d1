import { fill } from '@lxq/db/demo/frames.ts';
import { MATTERS } from '@lxq/db/demo/matters/all.ts';
import type { Matter } from '@lxq/db/demo/matters/matter.ts';
import { between, pick, type Random, randomFrom } from '@lxq/db/demo/random.ts';
import { fitting } from '@lxq/db/demo/telling.ts';
import { haystackOf, keyOf, tokensOf } from '@lxq/schema/search/search-tokens.ts';

/** A piece of text that ends a run of characters, so that a report's tokens are the sum of its pieces'. */
export interface Piece {
  text: string;
  haystack: string;
  tokens: string[];
  /** Said by one report alone. */
  isOnce?: boolean;
}

export interface Saying {
  topic: string;
  facts: Piece[];
  effects: Piece[];
  wishes: Piece[];
  answers: string[];
}

/** The keys of pieces in a county, each piece cut once. */
export function keysIn(county: number): (pieces: readonly Piece[]) => Set<number> {
  const known = new Map<Piece, number[]>();
  return (pieces) => {
    const keys = new Set<number>();
    for (const piece of pieces) {
      let own = known.get(piece);
      if (!own) {
        own = piece.tokens.map((token) => keyOf(county, token));
        if (!piece.isOnce) known.set(piece, own);
      }
      for (const key of own) keys.add(key);
    }
    return keys;
  };
}

export function pieceOf(text: string): Piece {
  const haystack = haystackOf([text]);
  return { text, haystack, tokens: tokensOf(haystack) };
}

/**
 * Words that only these sentences hold, with the part of all reports that do: what search is asked for must be rare or
 * common on purpose.
 */
const SHARES: readonly [share: number, sentence: string][] = [
  [0.000_04, '缆车站台也请一并看看。'],
  [0.002, '养蜂户的蜂箱受了影响。'],
  [0.02, '电线杆旁边尤其明显。'],
  [0.25, '涉及相邻两个小组的住户。'],
  [0.35, '已向村干部当面说明情况。'],
];
const SENTENCES = SHARES.map(([share, sentence]) => ({ share, piece: pieceOf(sentence) }));
const NOTHING: Piece = { text: '', haystack: '', tokens: [] };

/** At most one of them a report. */
export function aside(random: Random): Piece {
  let left = random.next();
  for (const { share, piece } of SENTENCES) {
    left -= share;
    if (left < 0) return piece;
  }
  return NOTHING;
}

/** What villagers say, from the demo county's sentence frames, already cut into tokens: some hundred wordings a matter. */
export function sayings(): Saying[] {
  const random = randomFrom('bench words');
  return MATTERS.map((matter) => sayingOf(matter, random));
}

function sayingOf(matter: Matter, random: Random): Saying {
  const several = (count: number, frames: readonly string[], end: string) =>
    Array.from({ length: count }, () => pieceOf(`${fill(pick(random, frames), factsOf(random), random)}${end}`));
  const plain = (frames: readonly string[]) => fitting(frames, 1);
  return {
    topic: matter.topic,
    facts: several(40, matter.facts, '。'),
    effects: several(16, plain(matter.effects), '。'),
    wishes: several(8, plain(matter.wishes), '。'),
    answers: plain(matter.answers).map((frame) => fill(frame, factsOf(random), random)),
  };
}

const SPOTS = ['村东头', '老槐树旁', '进村路口', '晒谷场边', '村部后面', '后山脚下'];

const factsOf = (random: Random) => ({
  v: '本村',
  g: pick(random, ['一组', '二组', '三组']),
  t: '本镇',
  o: '本单位',
  h: between(random, 2, 90),
  p: between(random, 6, 300),
  spot: pick(random, SPOTS),
});
