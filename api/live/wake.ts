import type { Database } from '../database.ts';

export const CHANNEL = 'lxq_events';
const pending = new WeakSet<Database>();

/** One coalesced NOTIFY, outside the writing transaction and without data: losing it costs a second, never an event. */
export function wake(database: Database): void {
  if (pending.has(database)) return;
  pending.add(database);
  setImmediate(() => {
    pending.delete(database);
    database.door.query(`notify ${CHANNEL}`).catch(() => {}); // the poll of the next second finds the event
  });
}
