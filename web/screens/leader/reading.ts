/** Which item to open: the one the address names, else where reading stopped, else the first. */
export function openingAt(count: number, asked: string | null, stoppedAt: number | null): number {
  const number = asked === null ? stoppedAt : Number(asked);
  if (number === null || !Number.isInteger(number)) return 1;
  return Math.min(Math.max(number, 1), Math.max(count, 1));
}

export interface Stroke {
  dx: number;
  dy: number;
  ms: number;
}
const FAR = 60;
const FAST_MS = 700;

/** A stroke across the page turns it; one that scrolls or selects does not. */
export function pageTurn({ dx, dy, ms }: Stroke): -1 | 0 | 1 {
  if (ms > FAST_MS || Math.abs(dx) < FAR || Math.abs(dx) < 2 * Math.abs(dy)) return 0;
  return dx < 0 ? 1 : -1;
}

const keyOf = (digestId: string) => `lxq.reading.${digestId}`;
export function stoppedAt(digestId: string): number | null {
  try {
    const kept = localStorage.getItem(keyOf(digestId));
    return kept === null ? null : Number(kept);
  } catch {
    return null;
  }
}
export function keepPlace(digestId: string, number: number): void {
  try {
    localStorage.setItem(keyOf(digestId), String(number));
  } catch {
    // Reading goes on without a bookmark.
  }
}
