import { hash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Account, COUNTY, type Fixture, idOf, startFixture, submitted, UNITS } from '../../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../../testing/server.ts';
import { until } from '../live/hub.testing.ts';

let fixture: Fixture;
let servers: TestServer[];
let report: string;
beforeAll(async () => {
  fixture = await startFixture();
  servers = await Promise.all([startServer(fixture), startServer(fixture)]); // two processes' worth on one database
  report = await submitted(fixture, 'officer');
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await fixture.close();
});

const PRESENCE = 'subscription ($subject: String!, $id: ID!) { presence(subject: $subject, id: $id) { names count } }';
interface Screen {
  seen: { names: string[]; count: number }[];
  errors: any[];
  raw: RawClient;
  token: string;
}
let pings = 0;
const answer = (raw: RawClient) => {
  pings++;
  raw.send({ type: 'pong' });
};
const shown = new Set<Screen>();
afterEach(async () => {
  for (const { raw } of shown) raw.socket.terminate();
  shown.clear();
  await new Promise((resolve) => setTimeout(resolve, 300));
});

async function openBy(token: string, at = 0, id = report, subject = 'REPORT'): Promise<Screen> {
  const raw = await new RawClient().open(servers[at] as TestServer, { token });
  const screen: Screen = { seen: [], errors: [], raw, token };
  raw.socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data));
    if (type === 'ping') answer(raw);
    if (type === 'next' && payload.data) screen.seen.push(payload.data.presence);
    if (payload?.errors) screen.errors.push(...payload.errors);
    if (type === 'error') screen.errors.push(...payload);
  });
  await raw.next('connection_ack');
  raw.send({ id: '1', type: 'subscribe', payload: { query: PRESENCE, variables: { subject, id } } });
  shown.add(screen);
  await until(() => screen.seen.length + screen.errors.length > 0);
  return screen;
}
const open = async (account: Account, at = 0, id = report) =>
  openBy(await (servers[at] as TestServer).signIn(account), at, id);
/** Whoever left may be shown for so long: what two connections of a process say may be heard in another order (gossip.ts). */
const GHOST_MS = 10_000;
const shows = (screen: Screen, ...names: string[]) =>
  until(() => JSON.stringify(screen.seen.at(-1)?.names) === JSON.stringify(names), GHOST_MS);

test('two clerks of one station see each other through different processes, and themselves not', async () => {
  const one = await open('clerk', 0);
  expect(one.seen).toEqual([{ names: [], count: 0 }]);
  const other = await open('clerk2', 1);
  await shows(one, '测试·clerk2');
  await shows(other, '测试·clerk');
  const again = await open('clerk', 1); // a second screen of the same person is nobody else
  await shows(again, '测试·clerk2');
  expect(other.seen.at(-1)).toEqual({ names: ['测试·clerk'], count: 1 });
});

test('the county office and the station do not see each other, nor the discipline desk the office', async () => {
  const screens = [await open('clerk'), await open('county'), await open('discipline', 1)];
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  for (const { seen } of screens) expect(seen).toEqual([{ names: [], count: 0 }]);
});

/** More clerks of the station, each with the token of the same name. */
const staffStation = (from: number, to: number) =>
  fixture.admin.query(
    `with p as (insert into person (county_code, id, name) select $1, gen_random_uuid(), 'station-clerk-number-' || n from generate_series($3::int, $4::int) n returning id, name),
       o as (insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from)
         select $1, gen_random_uuid(), id, name, 'TOWNSHIP_CLERK', $2, $2, '2020-01-01' from p returning id, person_id, person_name)
     insert into session (token_hash, county_code, person_id, post_id, expires_at)
       select encode(sha256(convert_to(person_name, 'UTF8')), 'hex'), $1, person_id, id, now() + interval '1 day' from o`,
    [COUNTY, UNITS.east, from, to],
  );

test('at most three names are told, and how many there are', async () => {
  const watching = await open('townLeader');
  await staffStation(1, 4);
  for (const n of [1, 2, 3, 4]) await openBy(`station-clerk-number-${n}`);
  await until(() => watching.seen.at(-1)?.count === 4, GHOST_MS);
  expect(watching.seen.at(-1)?.names).toEqual([1, 2, 3].map((n) => `station-clerk-number-${n}`));
});

const transactions = async () => {
  await fixture.admin.query('select pg_stat_clear_snapshot()');
  const { rows } = await fixture.admin.query(
    'select xact_commit::int as n from pg_stat_database where datname = current_database()',
  );
  return rows[0].n as number;
};
test('fifty clerks who sit at their reports cost the database next to nothing, and each socket a ping every two or three seconds', async () => {
  const seconds = 10;
  const within = async () => {
    const before = await transactions();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return (await transactions()) - before;
  };
  await staffStation(101, 150);
  const reports = await Promise.all(Array.from({ length: 10 }, () => submitted(fixture, 'officer')));
  const empty = await within();
  const screens: Screen[] = [];
  for (let n = 101; n <= 150; n++) screens.push(await openBy(`station-clerk-number-${n}`, n % 2, reports[n % 10]));
  await until(() => screens.every(({ seen }) => seen.at(-1)?.count === 4), GHOST_MS);
  const told = screens.reduce((sum, { seen }) => sum + seen.length, 0);
  pings = 0;
  const full = await within();
  const more = screens.reduce((sum, { seen }) => sum + seen.length, 0) - told;
  const figures = { told, more, pings: pings / seconds, transactions: (full - empty) / seconds };
  expect(more).toBe(0);
  expect(figures.told).toBeLessThanOrEqual(50 * 5); // the first, and one for each who comes
  expect(figures.pings).toBeLessThan(26);
  // A beat each 2.5 s of two processes, and rights of fifty sockets, which every socket costs: 2 and 4 slices a second.
  expect(figures.transactions).toBeLessThan(15); // twenty if each asked at each ping
  if (process.env.FIGURES) process.stdout.write(`${JSON.stringify(figures)}\n`);
}, 60_000);

test('what is out of sight, absent or of no noun is the same NOT_FOUND, and who has no desk is refused', async () => {
  const elsewhere = await submitted(fixture, 'otherOfficer');
  for (const [id, subject] of [
    [elsewhere, 'REPORT'],
    [idOf('nothing'), 'REPORT'],
    ['no id', 'REPORT'],
    [report, 'PERSON'],
  ]) {
    const screen = await openBy(await (servers[0] as TestServer).signIn('clerk'), 0, id, subject);
    expect(screen.errors[0].extensions.code).toBe('NOT_FOUND');
  }
  for (const account of ['officer', 'leader', 'analyst', 'admin'] as const)
    expect((await open(account)).errors[0].extensions.code).toBe('FORBIDDEN');
});

const WAYS: Record<string, (screen: Screen) => unknown> = {
  'who closes the report': ({ raw }) => raw.send({ id: '1', type: 'complete' }),
  'whose tab is gone': ({ raw }) => raw.socket.terminate(),
  'who lost the network': ({ raw }) => raw.socket.pause(),
  'who was signed out': ({ token }) =>
    fixture.admin.query('delete from session where token_hash = $1', [hash('sha256', token)]),
};
test.each(Object.entries(WAYS))(
  '%s is gone within ten seconds, at both processes',
  async (_, leave) => {
    const [near, far, going] = [await open('clerk', 0), await open('townLeader', 1), await open('clerk2', 0)];
    await shows(near, '测试·townLeader', '测试·clerk2');
    await shows(far, '测试·clerk', '测试·clerk2');
    const at = Date.now();
    await leave(going);
    await shows(near, '测试·townLeader');
    await shows(far, '测试·clerk');
    expect(Date.now() - at).toBeLessThan(10_000);
    going.raw.socket.resume();
  },
  30_000,
);

test('a process that was killed leaves no ghost longer than ten seconds', async () => {
  const screen = await open('clerk');
  const place = [COUNTY, 'TOWNSHIP', UNITS.east, 'REPORT', report].join('|');
  const ghost = { id: 'ghost', place, personId: idOf('clerk2'), name: '测试·clerk2' };
  const said = JSON.stringify({ from: 'killed', here: [ghost], gone: [] });
  const at = Date.now();
  await fixture.admin.query('select pg_notify($1, $2)', ['lxq_presence', said]);
  await shows(screen, '测试·clerk2');
  await shows(screen);
  expect(Date.now() - at).toBeLessThan(10_000);
}, 30_000);

test('whoever sees the report no longer is told of nobody more', async () => {
  const screen = await open('clerk');
  await fixture.admin.query(`update report set line = 'DIRECT' where id = $1`, [report]);
  try {
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    const place = [COUNTY, 'TOWNSHIP', UNITS.east, 'REPORT', report].join('|');
    const here = [{ id: 'late', place, personId: idOf('clerk2'), name: '测试·clerk2' }];
    await fixture.admin.query('select pg_notify($1, $2)', [
      'lxq_presence',
      JSON.stringify({ from: 'x', here, gone: [] }),
    ]);
    await until(() => screen.errors.length > 0);
    expect(screen.errors[0].extensions.code).toBe('NOT_FOUND');
    expect(screen.seen).toEqual([{ names: [], count: 0 }]);
  } finally {
    await fixture.admin.query(`update report set line = 'LINE' where id = $1`, [report]);
  }
}, 30_000);
