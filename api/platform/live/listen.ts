import type { Database } from '../scope/database.ts';
import { CHANNEL } from './wake.ts';

const POLL_MS = 1_000;

/** Calls `wake` at every NOTIFY and `poll` once a second; takes a new connection whenever the old one is lost. */
export function listen(database: Database, { wake, poll }: Record<'wake' | 'poll', () => void>): () => Promise<void> {
  let stopped = false;
  let connecting = false;
  let release: (() => void) | undefined;

  async function connect(): Promise<void> {
    if (stopped || release || connecting) return;
    connecting = true; // on a busy machine it takes longer than a poll, which must not open a second one
    const client = await database.door.connect().finally(() => {
      connecting = false;
    });
    release = () => {
      release = undefined;
      client.removeAllListeners('notification');
      client.release(true);
    };
    client.on('notification', wake);
    client.once('error', () => release?.());
    client.once('end', () => release?.());
    await client.query(`listen ${CHANNEL}`);
    if (stopped) release?.();
  }
  const polling = setInterval(() => {
    poll();
    connect().catch(() => release?.()); // the poll itself carries on meanwhile
  }, POLL_MS);
  connect().catch(() => release?.());

  return async () => {
    stopped = true;
    clearInterval(polling);
    release?.();
  };
}
