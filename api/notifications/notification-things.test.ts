import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../digests/digest.testing.ts';
import { asking } from '../testing/answers.ts';
import { type Account, draft, type Fixture, idOf, startFixture, submitted } from '../testing/fixture.ts';
import { SAME_THING } from './notification.read.ts';

/** What is told of one thing stands as one. */
let fixture: Fixture;
let said: ReturnType<typeof asking>;
beforeAll(async () => {
  fixture = await startFixture();
  said = asking(fixture);
});
afterEach(() => fixture.admin.query('delete from notification; delete from event; delete from alert'));
afterAll(() => fixture.close());

const PAGE =
  '{ notifications(first: 50) { unreadCount edges { node { id kind link count unreadCount acknowledgedAt } } } }';
const listOf = async (account: Account): Promise<any[]> =>
  (await ask(fixture, account, PAGE)).notifications.edges.map(({ node }: any) => node);
const unreadOf = async (account: Account) => (await ask(fixture, account, PAGE)).notifications.unreadCount;
const KNOW = 'mutation ($id: ID!) { acknowledgeNotification(id: $id) { id acknowledgedAt } }';
const RETURN = 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写清楚户数") { id } }';
const RESUBMIT =
  'mutation ($id: ID!, $version: Int!, $draft: ReportDraft!) { resubmitReport(id: $id, version: $version, draft: $draft) { version } }';
const returned = async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', RETURN, { id });
  return id;
};

test('several of one thing stand as one, the newest on top, and are acknowledged together, but for what came later', async () => {
  const [first, second] = [await returned(), await returned()];
  const again = async (id: string) => {
    const { rows } = await fixture.admin.query('select version from report where id = $1', [id]);
    const given = { id, version: rows[0].version, draft: draft('officer') };
    const { version } = (await ask(fixture, 'officer', RESUBMIT, given)).resubmitReport;
    await ask(fixture, 'clerk', RETURN.replace('version: 1', `version: ${version}`), { id });
  };
  await again(first);
  const list = await listOf('officer');
  expect(list).toMatchObject([
    { link: `/officer/mine/${first}`, count: 2, unreadCount: 1 }, // the first of them was answered
    { link: `/officer/mine/${second}`, count: 1, unreadCount: 1 },
  ]);
  expect(await unreadOf('officer')).toBe(2);
  await fixture.admin.query('update notification set acknowledged_at = null');
  expect(await unreadOf('officer')).toBe(3);
  await again(first);
  expect((await said('officer', KNOW, { id: list[0].id })).acknowledgedAt).not.toBeNull();
  expect(await listOf('officer')).toMatchObject([{ count: 3, unreadCount: 1 }, { unreadCount: 1 }]);
});

test('a page holds as many things, however much was told of each, and none stands on two', async () => {
  const own = fixture.rights('officer');
  await fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, author_id, kind, why, subject, subject_id, key, created_at)
     select $1, gen_random_uuid(), $2, $3, $3, 'REPORT_ANSWERED', 'AUTHOR', 'REPORT', ('00000000-0000-7000-8000-' || lpad((i % 25)::text, 12, '0'))::uuid, 'k' || i, now() - i * interval '1 minute' from generate_series(1, 150) i`,
    [own.countyCode, own.unitCode, own.personId],
  );
  const seen: string[] = [];
  const IDS =
    'query ($after: String) { notifications(first: 10, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id count } } } }';
  for (let after: string | null = null; seen.length < 100; ) {
    const { edges, pageInfo }: any = (await ask(fixture, 'officer', IDS, { after })).notifications;
    seen.push(...edges.map(({ node }: any) => node.id));
    expect(edges.every(({ node }: any) => node.count === 6)).toBe(true);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
});

test('an urgent report stands by itself, as it is acknowledged', async () => {
  const id = await submitted(fixture, 'officer', { urgency: 'HIGH' });
  await fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, kind, why, subject, subject_id, key, created_at)
     select county_code, gen_random_uuid(), unit_code, person_id, k, 'CALLED', subject, subject_id, k, created_at + interval '1 second' from notification, unnest(array['DUTY_BEGUN', 'URGENT_REPORT']) k where person_id = $1 and subject_id = $2`,
    [idOf('leader'), id],
  );
  const list = await listOf('leader');
  expect(list.map(({ count }: any) => count)).toEqual([1, 1, 1]);
  await said('leader', KNOW, { id: list.find(({ kind }: any) => kind === 'DUTY_BEGUN').id });
  expect(await unreadOf('leader')).toBe(2);
});

test('what is of the same thing is found by its index under everybody’s rights, however much a person is told', async () => {
  const own = fixture.rights('clerk');
  await fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, kind, why, subject, subject_id, key, created_at)
     select $1, gen_random_uuid(), $2, $3, 'DUTY_BEGUN', 'HANDLER', 'CASE', gen_random_uuid(), 'k' || i, now() - i * interval '1 minute' from generate_series(1, 5000) i`,
    [own.countyCode, own.unitCode, own.personId],
  );
  await fixture.admin.query('analyze notification');
  for (const account of ['clerk', 'head', 'officer', 'county', 'leader', 'discipline'] as const) {
    const scope = fixture.scope(account);
    const plan = await scope.rows(
      `explain select g.n from notification n cross join lateral (select count(*) as n from notification m where ${SAME_THING}) g where n.county_code = ${own.countyCode} and n.id = '${own.personId}'`,
    );
    await scope.end('rollback');
    expect(JSON.stringify(plan)).toContain('using notification_thing on notification m');
  }
});
