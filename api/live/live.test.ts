import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { pino } from 'pino';
import { contract } from '../schema.ts';
import { type Account, type Fixture, startFixture, submitted } from '../testing.ts';
import { startServer, type TestServer } from '../testing-server.ts';
import { Hub } from './hub.ts';

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

const asked = (account: Account, query: string, variableValues: Record<string, unknown>, operationName?: string) => ({
  schema: contract(),
  document: parse(query),
  variableValues,
  operationName,
  contextValue: fixture.scope(account),
});

/** A listener without a socket: what it is sent, and why it fell out. */
function ear(id = '1') {
  const seen: any[] = [];
  const outlet = {
    isFull: false,
    fell: '',
    deliver: (frames: Buffer) => void seen.push(...messagesIn(frames)),
    fallOut: (reason: string) => {
      outlet.fell = reason;
    },
  };
  return { id, outlet, seen, n: 0, session: null, audience: null, isGone: false };
}
/** The messages in a run of whole frames, as a socket would cut them apart. */
function* messagesIn(frames: Buffer): Iterable<any> {
  for (let at = 0; at < frames.length; ) {
    const short = frames[at + 1] as number;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    const length =
      short < 126 ? short : short === 126 ? frames.readUInt16BE(at + 2) : Number(frames.readBigUInt64BE(at + 2));
    yield JSON.parse(String(frames.subarray(start, start + length)));
    at = start + length;
  }
}
const newHub = () => new Hub(fixture.database, pino({ level: 'silent' }));

test('who leaves while still catching up is forgotten', async () => {
  const start = await here('county');
  const hub = newHub();
  const [staying, leaving, late] = [ear(), ear(), ear()];
  await hub.subscribe(asked('county', CHANGES, {}), staying);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked('county', CHANGES, { after: start }), leaving);
  await submitted(fixture, 'officer');
  await hub.subscribe(asked('county', CHANGES, { after: start }), late);
  for (const one of [late, leaving, staying]) hub.leave(one);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([(hub as any).counties.size, (hub.sessions as any).known.size]).toEqual([0, 0]); // private, and what it keeps is the point
});

test('a resync that fails leaves nobody behind', async () => {
  const hub = newHub();
  (hub as any).execute = () => Promise.reject(new Error('the database is away'));
  await expect(hub.subscribe(asked('county', CHANGES, { after: 'elsewhere.1' }), ear())).rejects.toThrow('away');
  expect([(hub as any).counties.size, (hub.sessions as any).known.size]).toEqual([0, 0]);
});

test('listeners with other variables or another operation of a document get their own frames', async () => {
  const start = await here('county');
  const id = await submitted(fixture, 'officer');
  const hub = newHub();
  const query = `subscription A($after: Cursor, $full: Boolean!) { changes(after: $after) { reportId report @include(if: $full) { id } } }
    subscription B($after: Cursor) { changes(after: $after) { kind } }`;
  const first = async (variables: Record<string, unknown>, operation: string) => {
    const one = ear();
    await hub.subscribe(asked('county', query, { after: start, ...variables }, operation), one);
    await until(() => one.seen.length > 0);
    hub.leave(one);
    return one.seen[0].payload.data.changes;
  };
  expect([await first({ full: false }, 'A'), await first({ full: true }, 'A'), await first({}, 'B')]).toEqual([
    { reportId: id },
    { reportId: id, report: { id } },
    { kind: 'REPORT_SUBMITTED' },
  ]);
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
