import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import type { Capacity } from '@lxq/schema/roles.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import { signature } from './official.ts';

/** Whose hand stands under a text, as what and when, with the hash of the text as they signed it. */
export interface Hand {
  name: string;
  /** Who signed in their stead. */
  actedByName?: string | null;
  capacity?: Capacity | null;
  at: Date;
  hash: string;
}

export function signed(hand: Hand | null): Block[] {
  if (!hand) return [];
  const { name, actedByName, capacity, at, hash } = hand;
  return [
    signature(
      actedByName ? `${name}（${actedByName}代）` : name,
      capacity ? PAPER_WORDS.capacity[capacity] : '签字人',
      at,
      hash,
    ),
  ];
}
