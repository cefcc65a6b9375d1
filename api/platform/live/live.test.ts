import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../../testing/server.ts';

let fixture: Fixture;
let servers: TestServer[];
beforeAll(async () => {
  fixture = await startFixture();
  servers = await Promise.all([startServer(fixture), startServer(fixture)]); // two processes' worth on one database
});
const first = () => servers[0] as TestServer;
const second = () => servers[1] as TestServer;
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await fixture.close();
});

const CHANGES =
  'subscription ($after: Cursor, $kinds: [ChangeKind!]) { changes(after: $after, kinds: $kinds) { cursor kind reportId } }';

interface Listener {
  seen: { cursor: string; kind: string; reportId: string | null }[];
  closed: Promise<{ code: number; reason: string }>;
  cut(): Promise<void>;
}
async function listen(
  server: TestServer,
  account: Account,
  after: string | null = null,
  kinds?: string[],
): Promise<Listener> {
  const client = server.socket(await server.signIn(account));
  const seen: Listener['seen'] = [];
  const closed = new Promise<any>((resolve) => client.on('closed', resolve));
  client.subscribe<any>(
    { query: CHANGES, variables: { after, kinds } },
    { next: ({ data }) => data && seen.push(data.changes), error: () => {}, complete: () => {} },
  );
  return { seen, closed, cut: async () => client.dispose() };
}
async function until(met: () => boolean, ms = 5_000): Promise<void> {
  for (const end = Date.now() + ms; !met(); ) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const here = async (account: Account) => (await fixture.run<any>(account, '{ cursor }')).data?.cursor as string;
/** A listener is heard from only once its subscription stands: an event that it must see tells. */
async function ready(listeners: Listener[], account: Account = 'officer'): Promise<void> {
  for (const listener of listeners) {
    for (const before = listener.seen.length; listener.seen.length === before; ) {
      await submitted(fixture, account);
      await until(() => listener.seen.length > before, 1_500).catch(() => {});
    }
  }
}

test('an event reaches those who may see it, through whichever process, and nobody else', async () => {
  const [clerk, elsewhere, county] = await Promise.all([
    listen(first(), 'clerk'),
    listen(second(), 'otherClerk'),
    listen(second(), 'county'),
  ]);
  await ready([clerk, county]);
  await ready([elsewhere], 'otherOfficer');
  const before = [await submitted(fixture, 'officer'), await submitted(fixture, 'otherOfficer')];
  const hasHeard = (listener: Listener, id?: string) => listener.seen.at(-1)?.reportId === id;
  await until(
    () => hasHeard(clerk, before[0]) && [elsewhere, county].every((listener) => hasHeard(listener, before[1])),
  );
  for (const listener of [clerk, elsewhere, county]) listener.seen.length = 0;
  const line = await submitted(fixture, 'officer');
  const direct = await submitted(fixture, 'officer', { line: 'DIRECT' });
  const sealed = await submitted(fixture, 'officer', { line: 'SEALED' });
  const last = await submitted(fixture, 'otherOfficer');
  await until(() => county.seen.length >= 3 && elsewhere.seen.length >= 1 && clerk.seen.length >= 1);
  expect(county.seen.map((change) => change.reportId)).toEqual([line, direct, last]);
  expect(clerk.seen.map((change) => change.reportId)).toEqual([line]);
  expect(elsewhere.seen.map((change) => change.reportId)).toEqual([last]);
  expect(sealed).toBeDefined();
  await Promise.all([clerk, elsewhere, county].map((listener) => listener.cut()));
});

test('after a cut the missed ones arrive, in order, none twice', async () => {
  const start = await here('county');
  const missed = [];
  for (let i = 0; i < 5; i++) missed.push(await submitted(fixture, i % 2 ? 'officer' : 'otherOfficer'));
  const listener = await listen(first(), 'county', start);
  await until(() => listener.seen.length >= 5);
  const live = await submitted(fixture, 'officer');
  await until(() => listener.seen.length >= 6);
  expect(listener.seen.map((change) => change.reportId)).toEqual([...missed, live]);
  await listener.cut();
});

test('a cursor of another epoch, or past retention, gets RESYNC and goes on from there', async () => {
  const listener = await listen(first(), 'county', 'elsewhere.3');
  await until(() => listener.seen.length >= 1);
  expect(listener.seen[0]?.kind).toBe('RESYNC');
  const id = await submitted(fixture, 'officer');
  await until(() => listener.seen.length >= 2);
  expect(listener.seen[1]).toMatchObject({ kind: 'REPORT_SUBMITTED', reportId: id });
  await listener.cut();
});

test('a cursor from before the retention gets RESYNC; one from after it does not', async () => {
  const old = await here('county');
  await submitted(fixture, 'officer');
  await fixture.admin.query(`update event set at = now() - interval '20 days'`);
  await fixture.database.jobs.query(`select app.fold_events('14 days')`);
  const kept = await here('county');
  const id = await submitted(fixture, 'officer');
  const [late, inTime] = await Promise.all([listen(first(), 'county', old), listen(second(), 'county', kept)]);
  await until(() => late.seen.length >= 1 && inTime.seen.length >= 1);
  expect(late.seen[0]?.kind).toBe('RESYNC');
  expect(inTime.seen[0]).toMatchObject({ kind: 'REPORT_SUBMITTED', reportId: id });
  await Promise.all([late.cut(), inTime.cut()]);
});

test('only the kinds asked for are delivered, and the cursor moves on past the others', async () => {
  const start = await here('county');
  const listener = await listen(first(), 'county', start, ['REPORT_TRIAGED']);
  const id = await submitted(fixture, 'officer');
  await fixture.run('clerk', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }', { id });
  await until(() => listener.seen.length >= 1);
  expect(listener.seen).toEqual([expect.objectContaining({ kind: 'REPORT_TRIAGED', reportId: id })]);
  await listener.cut();
});

test('a disabled person’s socket closes within the period in which rights are re-read', async () => {
  const listener = await listen(first(), 'townLeader');
  await ready([listener]);
  await fixture.admin.query('update person set is_active = false where id = $1', [
    fixture.rights('townLeader').personId,
  ]);
  expect((await listener.closed).code).toBe(4401);
}, 20_000);

test('whoever loses a role hears nothing more under it, and the socket closes', async () => {
  const listener = await listen(first(), 'clerk2');
  await ready([listener]);
  await fixture.admin.query(`update post set role = 'TOWNSHIP_LEADER' where person_id = $1`, [
    fixture.rights('clerk2').personId,
  ]);
  expect((await listener.closed).code).toBe(4403);
  const heard = listener.seen.length;
  await submitted(fixture, 'officer');
  await new Promise((resolve) => setTimeout(resolve, 1_200)); // longer than a poll
  expect(listener.seen).toHaveLength(heard);
}, 20_000);

test('events are numbered without a gap in the order of their commits, whoever writes at once', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, i) => submitted(fixture, i % 2 ? 'officer' : 'otherOfficer')));
  const { rows } = await fixture.admin.query('select n from event where county_code = 990101 order by n');
  const first = Number(rows[0].n);
  expect(rows.map((row) => Number(row.n))).toEqual(rows.map((_, i) => first + i));
});

test('an issue in the making is heard of in the office alone', async () => {
  const start = await here('county');
  await fixture.run('county', 'mutation { openDigest { id } }');
  const last = await submitted(fixture, 'officer');
  for (const account of ['leader', 'analyst', 'county'] as const) {
    const listener = await listen(first(), account, start);
    await until(() => listener.seen.some((change) => change.reportId === last));
    const kinds = listener.seen.map((change) => change.kind);
    expect(kinds).toEqual(account === 'county' ? ['DIGEST_OPENED', 'REPORT_SUBMITTED'] : ['REPORT_SUBMITTED']);
    await listener.cut();
  }
});

/** Content as long as it may be, many times over: a few such frames are more than the kernel keeps for a socket. */
const HEAVY = `subscription ($after: Cursor) { changes(after: $after) { cursor ${Array.from({ length: 18 }, (_, i) => `r${i}: report { content }`).join(' ')} } }`;
/** Some 28 of them fill what stands between server and reader. */
const EVENTS = 48;
const AT_ONCE = 4;

test('a socket that does not read falls out and goes on from its cursor, while the others get everything', async () => {
  const start = await here('county');
  const subscribe = { id: '1', type: 'subscribe', payload: { query: HEAVY, variables: { after: start } } };
  const [token, slow, quick] = [await first().signIn('county'), new RawClient(), new RawClient()];
  await slow.open(first(), { token });
  await quick.open(first(), { token });
  for (const client of [slow, quick]) client.send(subscribe);
  slow.socket.pause();
  const cursors = (client: RawClient) =>
    client.heard.flatMap(({ payload }) => (payload?.data ? [payload.data.changes.cursor as string] : []));
  // Some at once, so that it reads on before our goodbye is given up (FAREWELL_MS in connection.ts).
  for (let sent = 0; sent < EVENTS; ) {
    const some = Array.from({ length: AT_ONCE }, () => submitted(fixture, 'officer', { content: '水'.repeat(5_000) }));
    sent += (await Promise.all(some)).length;
    await until(() => cursors(quick).length === sent, 20_000);
  }
  slow.socket.resume();
  expect(await slow.closed).toEqual([4408, 'TOO_SLOW']);
  const taken = cursors(slow);
  expect(taken.length).toBeLessThan(EVENTS);
  const again = new RawClient();
  await again.open(second(), { token });
  again.send({ ...subscribe, payload: { query: HEAVY, variables: { after: taken.at(-1) ?? start } } });
  await until(() => cursors(again).length === EVENTS - taken.length, 20_000);
  expect([...taken, ...cursors(again)]).toEqual(cursors(quick));
  for (const client of [quick, again]) client.socket.terminate();
}, 60_000);

/** Sockets on which nothing is subscribed to: one with its session in the request, one that tells it with the greeting. */
async function bare(account: Account): Promise<{ token: string; clients: RawClient[] }> {
  const token = await first().signIn(account);
  const [known, told] = [new RawClient(), new RawClient()];
  await known.open(first(), { token });
  await told.open(first(), { init: false });
  told.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  for (const client of [known, told]) await client.next('connection_ack');
  return { token, clients: [known, told] };
}
const ENDINGS: [string, (token: string) => Promise<unknown>][] = [
  ['signed out', (token) => first().post({ query: 'mutation { signOut }' }, { authorization: `Bearer ${token}` })],
  [
    'expired',
    (token) =>
      fixture.admin.query(`update session set expires_at = now() - interval '1 second' where token_hash = $1`, [
        createHash('sha256').update(token).digest('hex'),
      ]),
  ],
  [
    'of a person who is disabled',
    () =>
      fixture.admin.query('update person set is_active = false where id = $1', [fixture.rights('analyst').personId]),
  ],
];
test.each(ENDINGS)(
  'sockets of a session that is %s close without a subscription, and others stay',
  async (_how, end) => {
    const [{ token, clients }, others] = [await bare('analyst'), await bare('leader')];
    await end(token);
    for (const client of clients) expect(await client.closed).toEqual([4401, 'UNAUTHENTICATED']);
    for (const { socket } of others.clients) {
      expect(socket.readyState).toBe(socket.OPEN);
      socket.terminate();
    }
  },
  20_000,
);
