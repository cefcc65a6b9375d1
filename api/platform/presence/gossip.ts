import type { Database } from '../scope/database.ts';
import { atDoor } from '../scope/rights.ts';
import type { Attendance } from './board.ts';

export const CHANNEL = 'lxq_presence';
/** A NOTIFY carries fewer than 8,000 bytes; what stands around the list is short. */
const MOST_BYTES = 7_500;

/** What one process tells the others: who is there, and who is no more. */
export interface Gossip {
  from: string;
  here: readonly Attendance[];
  gone: readonly Pick<Attendance, 'id' | 'place'>[];
}

/** One statement, however much there is to tell. Nothing of it is stored: it reaches whoever listens now. */
export async function gossip(database: Database, { from, here, gone }: Gossip): Promise<void> {
  const messages = [
    ...inParts(here).map((part) => JSON.stringify({ from, here: part, gone: [] })),
    ...inParts(gone).map((part) => JSON.stringify({ from, here: [], gone: part })),
  ];
  if (!messages.length) return;
  await atDoor(database, 'select pg_notify($1, message) from unnest($2::text[]) message', [CHANNEL, messages]);
}

function inParts<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  let left = 0;
  for (const each of list) {
    const bytes = Buffer.byteLength(JSON.stringify(each)) + 1;
    if (bytes > left) {
      parts.push([]);
      left = MOST_BYTES;
    }
    parts.at(-1)?.push(each);
    left -= bytes;
  }
  return parts;
}

/** Null for what another version of us may say. */
export function heardIn(payload: string): Gossip | null {
  try {
    const { from, here, gone } = JSON.parse(payload) as Gossip;
    return typeof from === 'string' && Array.isArray(here) && Array.isArray(gone) ? { from, here, gone } : null;
  } catch {
    return null;
  }
}
