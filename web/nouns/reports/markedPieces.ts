import { foundWords } from './foundWords.ts';

export interface Piece {
  text: string;
  isMarked: boolean;
}

const MIN_RUN = 2;
const HAN = /\p{Script=Han}|[\p{L}\p{N}]/u;

/** Splits `text` so that runs of two or more characters which also stand in `other` are marked. */
export function markShared(text: string, other: string): Piece[] {
  const pairs = new Set<string>();
  for (let i = 0; i + MIN_RUN <= other.length; i += 1) pairs.add(other.slice(i, i + MIN_RUN));
  const isMarked = new Array<boolean>(text.length).fill(false);
  for (let i = 0; i + MIN_RUN <= text.length; i += 1) {
    const pair = text.slice(i, i + MIN_RUN);
    if (!HAN.test(pair[0] ?? '') || !HAN.test(pair[1] ?? '') || !pairs.has(pair)) continue;
    isMarked.fill(true, i, i + MIN_RUN);
  }
  return pieces(text, isMarked);
}

/** Splits `text` so that every place is marked where search finds one of the words. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const isMarked = new Array<boolean>(text.length).fill(false);
  for (const [from, to] of foundWords(text, words)) isMarked.fill(true, from, to);
  return pieces(text, isMarked);
}

function pieces(text: string, isMarked: readonly boolean[]): Piece[] {
  const found: Piece[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const last = found[found.length - 1];
    if (last && last.isMarked === isMarked[i]) last.text += text[i];
    else found.push({ text: text[i] ?? '', isMarked: isMarked[i] ?? false });
  }
  return found;
}
