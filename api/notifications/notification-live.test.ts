import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../digests/digest.testing.ts';
import { asked, CHANGES, ear, here, newHub, until } from '../platform/live/hub.testing.ts';
import { type Account, type Fixture, idOf, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { spread } from './delivering/spreading.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.admin.query('delete from notification; delete from event'));
afterAll(() => fixture.close());

const PAGE =
  'query ($first: Int! = 50, $after: String) { notifications(first: $first, after: $after) { unreadCount pageInfo { endCursor } edges { node { id kind deliveries { channel state } } } } }';
const BADGE = '{ notifications { unreadCount } }';
const listOf = async (account: Account) =>
  (await ask(fixture, account, PAGE)).notifications.edges.map(({ node }: any) => node);
const unreadOf = async (account: Account) => (await ask(fixture, account, BADGE)).notifications.unreadCount;
const RETURN = 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写清楚户数") { id } }';
const returned = async () => ask(fixture, 'clerk', RETURN, { id: await submitted(fixture, 'officer') });

test('of several processes each thing that rang is spread once', async () => {
  for (let n = 0; n < 4; n++) await returned();
  // One is in the midst of it, so that the others find nothing marked yet.
  const first = await fixture.database.jobs.connect();
  await first.query('begin');
  const begun = await first.query('select app.spread_notifications(500) as n');
  const others = Promise.all(Array.from({ length: 3 }, () => spread(fixture.database)));
  await new Promise((done) => setTimeout(done, 300));
  await first.query('commit');
  first.release();
  const counts = [begun.rows[0].n, ...(await others)];
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(4);
  const { rows } = await fixture.admin.query(`select count(*)::int as n from event where kind = 'NOTIFIED'`);
  expect(rows[0].n).toBe(counts.filter(Boolean).length);
});

test('the badge’s change is heard by whom it is for without asking, and says nothing of what happened', async () => {
  const hub = newHub(fixture);
  const ears = await Promise.all(
    (['officer', 'officer2', 'head', 'otherClerk', 'leader'] as const).map(async (account) => {
      const one = ear(account);
      const after = await here(fixture, account);
      await hub.subscribe(asked(fixture, account, CHANGES, { after, kinds: ['NOTIFIED'] }), one);
      return one;
    }),
  );
  await returned();
  await spread(fixture.database);
  const heard = () => ears.map(({ seen }) => seen.length);
  hub.tick();
  await until(() => heard()[0] === 1 && heard()[2] === 1);
  expect(heard()).toEqual([1, 0, 1, 0, 0]); // the room of its village hears that somebody there was told
  expect(ears[0]?.seen[0].payload.data.changes).toMatchObject({ kind: 'NOTIFIED', reportId: null });
});

test('what is acknowledged on one screen the others hear of, and nothing is told where nothing changed', async () => {
  await returned();
  await spread(fixture.database);
  const hub = newHub(fixture);
  const one = ear('officer');
  const after = await here(fixture, 'officer');
  await hub.subscribe(asked(fixture, 'officer', CHANGES, { after, kinds: ['NOTIFIED'] }), one);
  const [{ id }] = await listOf('officer');
  const KNOW = 'mutation ($id: ID!) { acknowledgeNotification(id: $id) { unreadCount } }';
  expect((await ask(fixture, 'officer', KNOW, { id })).acknowledgeNotification.unreadCount).toBe(0);
  hub.tick();
  await until(() => one.seen.length === 1);
  expect(one.seen[0].payload.data.changes).toMatchObject({ kind: 'NOTIFIED', reportId: null });
  await ask(fixture, 'officer', KNOW, { id });
  await ask(fixture, 'officer', 'mutation ($upTo: DateTime!) { acknowledgeNotifications(upTo: $upTo) }', {
    upTo: new Date().toISOString(),
  });
  const { rows } = await fixture.admin.query(`select subject_id, author_id, ears from event where kind = 'NOTIFIED'`);
  const silent = { subject_id: null, author_id: idOf('officer'), ears: 'UNIT' };
  expect(rows).toEqual([silent, silent]);
});

test('a badge costs one statement by its index, however many there are, and counts no further than it shows', async () => {
  const many = (n: number) =>
    fixture.admin.query(
      `insert into notification (county_code, id, unit_code, person_id, author_id, kind, why, subject, key, created_at, acknowledged_at)
       select county_code, gen_random_uuid(), $2, id, id, 'REPORT_RETURNED', 'AUTHOR', 'REPORT', 'k' || i, now(), case when i > 150 then now() end from person, generate_series(1, $3) i where id = $1`,
      [idOf('officer'), UNITS.willow, n],
    );
  const costOf = async (document: string) => {
    const before = fixture.database.statements;
    await ask(fixture, 'officer', document);
    return fixture.database.statements - before;
  };
  const bare = await costOf('{ cursor }');
  expect(await costOf(BADGE)).toBe(bare);
  await many(5_000);
  expect(await costOf(BADGE)).toBe(bare);
  expect(await unreadOf('officer')).toBe(100);
  const few = await costOf(PAGE.replace('= 50', '= 5'));
  expect(await costOf(PAGE)).toBe(few);
  const { edges, pageInfo } = (await ask(fixture, 'officer', PAGE)).notifications;
  const next = (await ask(fixture, 'officer', PAGE, { after: pageInfo.endCursor })).notifications.edges;
  expect(new Set([...edges, ...next].map(({ node }: any) => node.id)).size).toBe(100);
});

test('what rang long ago is swept away with where it went', async () => {
  await returned();
  await spread(fixture.database);
  await fixture.admin.query(`update notification set created_at = now() - interval '91 days'`);
  await returned();
  const { rows } = await fixture.database.jobs.query(`select app.sweep_notifications('90 days') as n`);
  expect([rows[0].n, (await listOf('officer')).length]).toEqual([1, 1]);
});
