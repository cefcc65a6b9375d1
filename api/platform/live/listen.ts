import type { Database } from '../scope/database.ts';

const POLL_MS = 1_000;

/** By channel, what is done with what comes there. */
export type Ears = Readonly<Record<string, (payload: string) => void>>;

/** Hears every NOTIFY of these channels and calls `poll` once a second; takes a new connection whenever the old one is lost. */
export function listen(database: Database, ears: Ears, poll: () => void): () => Promise<void> {
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
    client.on('notification', ({ channel, payload }) => ears[channel]?.(payload ?? ''));
    client.once('error', () => release?.());
    client.once('end', () => release?.());
    await client.query(
      Object.keys(ears)
        .map((channel) => `listen ${channel}`)
        .join('; '),
    );
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
