import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import { WebSocket } from 'ws';
import { ask, type Platform, signIn, startPlatform } from './platform.ts';
import { UNPACED } from './serving.ts';
import { makeDraft, sendAll } from './siege/sending.ts';

const CLIENTS = 200;
const EVENTS = 240;
/** The demo's queue goes on meanwhile: its reminders have other ears than reports. */
const SENT = 'REPORT_SUBMITTED';
/** Accounts whose sight differs, and the SQL of what each may see: written down apart from the policies. */
const LISTENERS: Record<string, string> = {
  'county.clerk': `line <> 'SEALED'`,
  'county.leader': `line <> 'SEALED'`,
  'county.discipline': 'true',
  'township.clerk': `line = 'LINE' and township_code = :unit`,
  'other.township.clerk': `line = 'LINE' and township_code = :unit`,
  'village.head': `line = 'LINE' and village_code = :unit`,
  officer: `author_id = :person`,
  'other.officer': `author_id = :person`,
};

let platform: Platform;
beforeAll(async () => {
  // All come from one address, and show their session with the greeting only.
  platform = await startPlatform(2, { ANONYMOUS_SOCKETS_PER_ADDRESS: '5000', ...UNPACED });
}, 120_000);
afterAll(() => platform.stop());

const CHANGES = 'subscription ($after: Cursor) { changes(after: $after) { cursor kind reportId } }';

/** Cutting a socket that is still connecting is an error to the library and the point of this test. */
class CutSocket extends WebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols);
    this.on('error', () => {});
  }
}

/** A client that keeps its cursor, is cut at random and comes back to either process. */
class Listener {
  readonly account: string;
  readonly seen: number[] = [];
  private cursor: string;
  private readonly token: string;
  private client?: ReturnType<typeof createClient>;
  private connected = false;
  constructor(account: string, token: string, cursor: string) {
    this.account = account;
    this.token = token;
    this.cursor = cursor;
  }
  connect(url: string): void {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: CutSocket,
      connectionParams: { authorization: `Bearer ${this.token}` },
      retryAttempts: 0,
    });
    this.client = client;
    this.connected = true;
    client.subscribe<{ changes: { cursor: string; kind: string } }>(
      { query: CHANGES, variables: { after: this.cursor } },
      {
        next: ({ data }) => {
          if (!data || this.client !== client) return; // after a cut, what still drips in was not taken
          this.cursor = data.changes.cursor;
          if (data.changes.kind === SENT) this.seen.push(Number(data.changes.cursor.split('.')[1]));
        },
        error: () => {},
        complete: () => {},
      },
    );
  }
  cut(): void {
    const { client } = this;
    this.client = undefined;
    this.connected = false;
    client?.terminate();
    void client?.dispose();
  }
  get isConnected(): boolean {
    return this.connected;
  }
}

test(`${CLIENTS} clients that cut and resume at random receive every event they may see exactly once, in order`, async () => {
  const accounts = Object.keys(LISTENERS);
  const tokens = new Map(
    await Promise.all(accounts.map(async (account) => [account, await signIn(platform.url, account)] as const)),
  );
  const token = (account: string) => tokens.get(account) as string;
  const start = (await ask<{ cursor: string }>(platform.url, token('officer'), '{ cursor }')).data?.cursor as string;
  const listeners = Array.from(
    { length: CLIENTS },
    (_, i) =>
      new Listener(accounts[i % accounts.length] as string, token(accounts[i % accounts.length] as string), start),
  );
  const either = () => platform.apis[Math.random() < 0.5 ? 0 : 1]?.url as string;
  for (const listener of listeners) listener.connect(either());

  let sending = true;
  const cutting = (async () => {
    for (; sending; await sleep(15)) {
      const listener = listeners[Math.floor(Math.random() * CLIENTS)] as Listener;
      if (listener.isConnected) listener.cut();
      else listener.connect(either());
    }
  })();
  await Promise.all(['officer', 'other.officer'].map((account) => sendFrom(account, token(account))));
  sending = false;
  await cutting;
  for (const listener of listeners) if (!listener.isConnected) listener.connect(either());

  const after = Number(start.split('.')[1]);
  const expected = await expectedNumbers(after);
  const isDone = (listener: Listener) => listener.seen.length >= (expected.get(listener.account)?.length ?? 0);
  for (const end = Date.now() + 30_000; !listeners.every(isDone) && Date.now() < end; ) await sleep(50);
  await sleep(1_500); // a duplicate would come with the next poll
  for (const listener of listeners)
    expect([listener.account, listener.seen]).toEqual([listener.account, expected.get(listener.account)]);
  for (const listener of listeners) listener.cut();
  expect(expected.get('county.discipline')).toHaveLength(EVENTS);
}, 180_000);

async function sendFrom(account: string, token: string): Promise<void> {
  const { data } = await ask<any>(
    platform.url,
    token,
    '{ viewer { post { area { code } } } terms(kind: TOPIC) { code parentCode isActive } }',
  );
  const topic = data.terms.find((term: any) => term.isActive && term.parentCode).code;
  const lines = ['LINE', 'LINE', 'DIRECT', 'SEALED'];
  const drafts = Array.from({ length: EVENTS / 2 }, (_, n) => ({
    ...makeDraft(data.viewer.post.area.code, topic, n),
    line: lines[n % 4],
  }));
  await sendAll(platform.apis[account === 'officer' ? 0 : 1]?.url as string, token, drafts, () => {});
}

async function expectedNumbers(after: number): Promise<Map<string, number[]>> {
  const client = new pg.Client(platform.adminUrl);
  await client.connect();
  const numbers = new Map<string, number[]>();
  for (const [account, sight] of Object.entries(LISTENERS)) {
    const {
      rows: [post],
    } = await client.query(
      'select p.unit_code, p.person_id from login l join post p on p.county_code = l.county_code and p.person_id = l.person_id where l.account = $1 order by p.valid_from, p.id limit 1',
      [account],
    );
    const condition = sight.replace(':unit', post.unit_code).replace(':person', `'${post.person_id}'`);
    const { rows } = await client.query(
      `select n::int from event where county_code = 990101 and n > $1 and kind = $2 and ${condition} order by n`,
      [after, SENT],
    );
    numbers.set(
      account,
      rows.map((row) => row.n),
    );
  }
  await client.end();
  return numbers;
}
