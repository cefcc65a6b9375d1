import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../platform/scope/database.ts';

/** How long a delta lies at most before it is folded: a reader steps over what was written in this time. */
const FOLD_MS = 2_000;

/**
 * Folds deltas into the tallies for as long as the process runs. Every process does: whoever comes first takes a county, the
 * others leave it. What one has not committed when it ends, the next one finds.
 */
export function startFolding({ jobs }: Database, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const forever = async () => {
    while (!stopping.signal.aborted) {
      await jobs
        .query({ name: 'fold', text: 'select app.fold_tallies()' })
        .catch((err) => stopping.signal.aborted || log.warn({ err }, 'folding waits for the database'));
      await wait(FOLD_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
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
