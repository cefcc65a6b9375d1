import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, COUNTY, type Fixture, idOf, startFixture, submitted } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const PAGE =
  'query ($isKnown: Boolean, $first: Int! = 10, $after: String) { alerts(isKnown: $isKnown, first: $first, after: $after) { waitingCount knownCount pageInfo { hasNextPage endCursor } edges { node { id raisedAt dueAt acknowledgedAt withdrawnAt report { id no topic { name } } } } } }';
const alertsOf = async (account: Account, variables = {}) => {
  const { alerts } = await ask(fixture, account, PAGE, variables);
  return alerts.edges.map(({ node }: any) => node);
};
const ACKNOWLEDGE = 'mutation ($id: ID!) { acknowledgeAlert(id: $id) { id acknowledgedAt report { id } } }';

test('the leader in charge of the topic is alerted, the others are not', async () => {
  const report = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { flagUrgent(id: $id, version: 1) { state } }', { id: report });
  const alerts = await alertsOf('leader');
  expect(alerts).toMatchObject([{ acknowledgedAt: null, report: { id: report, topic: { name: '饮水' } } }]);
  expect(+alerts[0].dueAt - +alerts[0].raisedAt).toBe(30 * 60_000);
  expect(await alertsOf('leader2')).toEqual([]);
  expect(await refusal(fixture, 'county', PAGE)).toMatchObject({ code: 'FORBIDDEN' });
});

test('an alert is acknowledged by its leader alone, and once', async () => {
  const [{ id, report }] = await alertsOf('leader');
  expect(await refusal(fixture, 'leader2', ACKNOWLEDGE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const { acknowledgedAt } = (await ask(fixture, 'leader', ACKNOWLEDGE, { id })).acknowledgeAlert;
  expect(acknowledgedAt).not.toBeNull();
  expect((await ask(fixture, 'leader', ACKNOWLEDGE, { id })).acknowledgeAlert.acknowledgedAt).toEqual(acknowledgedAt);
  expect(await alertsOf('leader', { isKnown: false })).toEqual([]);
  const { rows } = await fixture.admin.query(
    `select count(*)::int as n from event where kind = 'ALERT_ACKNOWLEDGED' and about->>'REPORT' = $1`,
    [report.id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

/** 30 alerts of the leader: 24 wait, 3 are known, one was withdrawn just now, one long ago, one after it was known. */
async function thirtyAlerts(): Promise<void> {
  const report = await submitted(fixture, 'officer');
  await fixture.admin.query('delete from alert');
  await fixture.admin.query(
    `insert into alert (county_code, id, report_id, leader_id, step, raised_at, due_at, acknowledged_at, withdrawn_at)
     select $1, gen_random_uuid(), $2, $3, 1, now() - n * interval '1 minute', now() - n * interval '1 minute' + interval '30 minutes',
       case when n in (5, 6, 7, 10) then now() end, case n when 8 then now() when 10 then now() when 9 then now() - interval '25 hours' end
     from generate_series(1, 30) n`,
    [COUNTY, report, idOf('leader')],
  );
}

test('alerts come in pages of ten, and the counts are of all of them', async () => {
  await thirtyAlerts();
  const seen: any[] = [];
  let after: string | null = null;
  for (let page = 0; page < 3; page++) {
    const { alerts }: any = await ask(fixture, 'leader', PAGE, { isKnown: false, after });
    expect(alerts).toMatchObject({ waitingCount: 24, knownCount: 4 });
    expect(alerts.edges.length).toBe(page < 2 ? 10 : 6);
    expect(alerts.pageInfo.hasNextPage).toBe(page < 2);
    seen.push(...alerts.edges.map(({ node }: any) => node));
    after = alerts.pageInfo.endCursor;
  }
  // What waits first, newest first; then what was withdrawn within a day, acknowledged or not.
  const waiting = seen.filter(({ acknowledgedAt, withdrawnAt }) => !acknowledgedAt && !withdrawnAt);
  expect(seen.slice(0, 24)).toEqual(waiting);
  expect(seen.slice(24).every(({ withdrawnAt }) => withdrawnAt)).toBe(true);
  expect(waiting.map(({ raisedAt }) => +raisedAt)).toEqual(
    waiting.map(({ raisedAt }) => +raisedAt).sort((a, b) => b - a),
  );
  const known = await alertsOf('leader', { isKnown: true });
  expect(new Set([...seen, ...known].map(({ id }) => id)).size).toBe(30);
  expect(known.length).toBe(4);
});

test('an alert that is acknowledged on any page is counted no more', async () => {
  await thirtyAlerts();
  const last = (await alertsOf('leader', { isKnown: false, first: 24 })).at(-1);
  await ask(fixture, 'leader', ACKNOWLEDGE, { id: last.id });
  const { alerts } = await ask(fixture, 'leader', PAGE, { isKnown: false });
  expect(alerts).toMatchObject({ waitingCount: 23, knownCount: 5 });
  expect(await alertsOf('leader2')).toEqual([]);
});

test('a page of alerts costs the same number of statements whatever its length, and answers a fifth of what fifty did', async () => {
  await thirtyAlerts();
  const costOf = async (first: number) => {
    const before = fixture.database.statements;
    const { alerts } = await ask(fixture, 'leader', PAGE, { first });
    return [fixture.database.statements - before, JSON.stringify(alerts).length] as const;
  };
  const [few, small] = await costOf(5);
  const [many, large] = await costOf(30);
  expect(many).toBe(few);
  expect(small * 4).toBeLessThan(large);
});

test('a report tells whoever opens it of their own alert, and nobody else of it', async () => {
  await thirtyAlerts();
  const [{ report }] = await alertsOf('leader');
  const ALERT = 'query ($id: ID!) { report(id: $id) { viewerAlert { id } } }';
  const [newest] = await alertsOf('leader');
  expect((await ask(fixture, 'leader', ALERT, { id: report.id })).report.viewerAlert).toEqual({ id: newest.id });
  for (const account of ['leader2', 'county', 'clerk', 'officer'] as const)
    expect([account, (await ask(fixture, account, ALERT, { id: report.id })).report.viewerAlert]).toEqual([
      account,
      null,
    ]);
});

test.each([0, 201, 1e6])('a page of %d alerts is refused by name', async (first) => {
  expect(await refusal(fixture, 'leader', PAGE, { first })).toMatchObject({ code: 'BAD_INPUT', field: 'first' });
});
