import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { wake } from '../../platform/live/wake.ts';
import type { Database } from '../../platform/scope/database.ts';
import { keepPushKeys } from './push.ts';

/** So long something that rang lies at most before screens and channels hear of it. */
const SPREAD_MS = 1_000;
/** In one transaction. */
const AT_ONCE = 500;

/** Spreads what has rung; of several processes each row is one's. How many. */
export async function spread(database: Database): Promise<number> {
  const { rows } = await database.jobs.query({
    name: 'spread',
    text: `select app.spread_notifications(${AT_ONCE}) as n`,
  });
  const { n } = rows[0] as { n: number };
  if (n > 0) wake(database);
  return n;
}

/** Spreads for as long as the process runs, as every process does. */
export function startSpreading(database: Database, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const waits = (err: unknown) =>
    void (stopping.signal.aborted || log.warn({ err }, 'notifications wait for the database'));
  const forever = async () => {
    await keepPushKeys(database.jobs).catch(waits);
    while (!stopping.signal.aborted) {
      while ((await spread(database).catch(waits)) === AT_ONCE && !stopping.signal.aborted);
      await wait(SPREAD_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  };
  const ended = forever();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
