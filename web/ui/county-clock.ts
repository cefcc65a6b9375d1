import { keptLocally } from './kept-locally.ts';

/** Less is what answers take, and what clocks of a good network differ by. */
const MATTERS_MS = 2 * 60_000;

/** By how much the county's clock is ahead of this device's, as last heard: kept for the days without a network. */
const ahead = keptLocally<number>('lxq.clock', 0);

/** Of an answer that was ours: when the server gave it. */
export function noteCountyTime(date: string | null, now = Date.now()): void {
  const by = Date.parse(date ?? '') - now;
  if (Number.isNaN(by)) return;
  const known = Math.abs(by) < MATTERS_MS ? 0 : by;
  if (Math.abs(known - ahead.get()) >= MATTERS_MS || known === 0) ahead.set(known);
}

/**
 * Now, by the county's clock: what is told to people or to the county, because a phone may be days wrong. How long something
 * takes is a span by the phone's own.
 */
export const countyNow = (now = Date.now()): number => now + ahead.get();
