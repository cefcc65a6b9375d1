import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../scope/database.ts';

export const CHANNEL = 'lxq_events';
/** Milliseconds between two calls: each is a transaction of its own, and under load more of them bring news no sooner. */
const APART = 20;
const calls = new WeakMap<Database, { isWanted: boolean; isOnItsWay: boolean }>();

/**
 * One coalesced NOTIFY, outside the writing transaction and without data: losing it costs a second, never an event. The first goes
 * at once; what happens until APART later is told by the next.
 */
export function wake(database: Database): void {
  const call = calls.get(database) ?? { isWanted: false, isOnItsWay: false };
  calls.set(database, call);
  if (call.isWanted) return;
  call.isWanted = true;
  if (!call.isOnItsWay) setImmediate(() => void send(database, call));
}

async function send(database: Database, call: { isWanted: boolean; isOnItsWay: boolean }): Promise<void> {
  call.isOnItsWay = true;
  while (call.isWanted) {
    call.isWanted = false;
    await database.door.query(`notify ${CHANNEL}`).catch(() => {}); // the poll of the next second finds the event
    await sleep(APART, undefined, { ref: false });
  }
  call.isOnItsWay = false;
}
