import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { climbAlerts } from '../../alerts/alert.climbing.ts';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { type Account, draft, type Fixture, idOf, startFixture, submitted, UNITS } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const ALERTS = '{ alerts(first: 50) { edges { node { step dueAt withdrawnAt report { id } } } } }';
const alertsOf = async (account: Account, report: string) =>
  (await ask(fixture, account, ALERTS)).alerts.edges
    .map(({ node }: any) => node)
    .filter((one: any) => one.report.id === report);
const urgent = (account: Account = 'officer', changes: Record<string, unknown> = {}) =>
  submitted(fixture, account, { urgency: 'HIGH', ...changes });
const READ =
  '{ report(id: "ID") { state urgency submittedAt urgentAt urgentDueAt version viewerCanTriage viewerCanPlanUrgent viewerCanLowerUrgent urgentPlan { text unit { code } noticeTo } } }';
const read = async (account: Account, id: string) => (await ask(fixture, account, READ.replace('ID', id))).report;
const PLAN =
  'mutation ($id: ID!, $version: Int!, $plan: UrgentPlanInput!) { planUrgent(id: $id, version: $version, plan: $plan) { state version urgentPlan { text unit { code } plannedAt noticeTo noticeAt } } }';
const LOWER =
  'mutation ($id: ID!, $reason: String!) { lowerUrgent(id: $id, version: 1, reason: $reason) { state urgency urgentAt } }';
const plan = (changes: Record<string, unknown> = {}) => ({
  text: '已派抢修队，先送水到户',
  unit: String(UNITS.water),
  dueAt: new Date(Date.now() + 6 * 3_600_000).toISOString(),
  ...changes,
});
const later = (id: string, minutes: number) =>
  fixture.admin.query(
    `with moved as (update report set urgent_at = urgent_at - $2 * interval '1 minute', urgent_due_at = urgent_due_at - $2 * interval '1 minute' where id = $1)
     update alert set raised_at = raised_at - $2 * interval '1 minute', due_at = due_at - $2 * interval '1 minute' where report_id = $1`,
    [id, minutes],
  );
const climb = () => climbAlerts(fixture.database.jobs);

test('what its author calls urgent is on the clock from the receipt, and the leader in charge is called at once', async () => {
  const id = await urgent();
  const report = await read('clerk', id);
  expect(report).toMatchObject({ state: 'URGENT', urgency: 'HIGH', viewerCanPlanUrgent: true, viewerCanTriage: false });
  expect(report.urgentAt).toEqual(report.submittedAt);
  expect(+report.urgentDueAt - +report.submittedAt).toBe(30 * 60_000);
  expect(await alertsOf('leader', id)).toMatchObject([{ step: 1 }]);
  expect(await alertsOf('leader2', id)).toEqual([]);
  const { rows } = await fixture.admin.query('select kind from event where subject_id = $1 order by n', [id]);
  expect(rows.map(({ kind }) => kind)).toEqual(['REPORT_SUBMITTED', 'REPORT_URGENT', 'ALERT_RAISED']);
});

test('an urgent accusation calls the discipline desk and nobody else, and that desk flags too', async () => {
  const id = await urgent('officer', { topic: 'CONDUCT' });
  expect(await alertsOf('discipline', id)).toMatchObject([{ step: 1 }]);
  for (const account of ['leader', 'leader2', 'director'] as const) {
    const { data } = await fixture.run<any>(account, '{ alerts { edges { node { report { id } } } } }');
    expect(JSON.stringify(data)).not.toContain(id);
  }
  const { rows } = await fixture.admin.query('select leader_id, line from alert where report_id = $1', [id]);
  expect(rows).toEqual([{ leader_id: idOf('discipline'), line: 'SEALED' }]);
  await later(id, 31);
  expect(await climb()).toBe(0);
  const calm = await submitted(fixture, 'officer', { topic: 'CONDUCT' });
  const FLAG = 'mutation ($id: ID!) { flagUrgent(id: $id, version: 1) { state alertedLeaders { name } } }';
  const { flagUrgent } = await ask(fixture, 'discipline', FLAG, { id: calm });
  expect(flagUrgent).toEqual({ state: 'URGENT', alertedLeaders: [{ name: '测试·discipline' }] });
  expect(await alertsOf('discipline', calm)).toHaveLength(1);
});

test('without a plan an alert climbs each half hour, once, and with one it stays', async () => {
  const id = await urgent();
  await fixture.admin.query(`update post set leader_level = 'CITY' where person_id = $1`, [idOf('leader2')]);
  expect(await climb()).toBe(0);
  await later(id, 31);
  expect(await climb()).toBe(1); // the director; the other leader is the city's
  expect(await climb()).toBe(0);
  expect(await alertsOf('director', id)).toMatchObject([{ step: 2 }]);
  await later(id, 31);
  expect(await climb()).toBe(1);
  expect(await alertsOf('leader2', id)).toMatchObject([{ step: 3 }]);
  const other = await urgent();
  await ask(fixture, 'clerk', PLAN, { id: other, version: 1, plan: plan() });
  await later(other, 31);
  expect(await climb()).toBe(0);
  await fixture.admin.query(`update post set leader_level = null where person_id = $1`, [idOf('leader2')]);
});

test('a plan ends the clock: text, unit, time, and whom above was told', async () => {
  const id = await urgent();
  for (const wrong of [{ text: '' }, { unit: '1' }, { dueAt: new Date(Date.now() - 60_000).toISOString() }])
    expect(await refusal(fixture, 'clerk', PLAN, { id, version: 1, plan: plan(wrong) })).toMatchObject({
      code: 'BAD_INPUT',
    });
  for (const account of ['officer', 'leader', 'analyst'] as const)
    expect(await refusal(fixture, account, PLAN, { id, version: 1, plan: plan() })).toMatchObject({
      code: 'FORBIDDEN',
    });
  const { planUrgent } = await ask(fixture, 'clerk', PLAN, { id, version: 1, plan: plan({ noticeTo: '市信访局' }) });
  expect(planUrgent).toMatchObject({
    state: 'TRIAGED',
    urgentPlan: { text: '已派抢修队，先送水到户', unit: { code: String(UNITS.water) }, noticeTo: '市信访局' },
  });
  expect(planUrgent.urgentPlan.noticeAt).not.toBeNull();
  const { rows } = await fixture.admin.query(`select note from audit where subject_id = $1 and deed = 'planUrgent'`, [
    id,
  ]);
  expect(rows).toEqual([{ note: '已派抢修队，先送水到户（已报告市信访局）' }]);
  expect(await refusal(fixture, 'clerk', PLAN, { id, version: 2, plan: plan() })).toMatchObject({ unmet: ['state'] });
});

test('a desk lowers the urgency with a reason, and whoever was called hears so; an author who withdraws too', async () => {
  const id = await urgent();
  expect(await refusal(fixture, 'clerk', LOWER, { id, reason: '' })).toMatchObject({ code: 'BAD_INPUT' });
  const { lowerUrgent } = await ask(fixture, 'clerk', LOWER, { id, reason: '水已恢复' });
  expect(lowerUrgent).toEqual({ state: 'SUBMITTED', urgency: 'NORMAL', urgentAt: null });
  expect((await alertsOf('leader', id))[0].withdrawnAt).not.toBeNull();
  const other = await urgent();
  await ask(fixture, 'officer', 'mutation ($id: ID!) { withdrawReport(id: $id, version: 1) { state } }', { id: other });
  expect((await alertsOf('leader', other))[0].withdrawnAt).not.toBeNull();
});

test('a returned report that comes back urgent is on the clock again', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写清楚") { id } }', {
    id,
  });
  const RESUBMIT =
    'mutation ($id: ID!, $draft: ReportDraft!) { resubmitReport(id: $id, version: 2, draft: $draft) { state } }';
  const { resubmitReport } = await ask(fixture, 'officer', RESUBMIT, {
    id,
    draft: draft('officer', { urgency: 'HIGH' }),
  });
  expect(resubmitReport).toEqual({ state: 'URGENT' });
  expect(await alertsOf('leader', id)).toHaveLength(1);
});

test('before it is called urgent, the clerk reads who will be alerted', async () => {
  const id = await submitted(fixture, 'officer');
  const loose = await submitted(fixture, 'officer', { topic: 'LOOSE' });
  const NAMED = 'query ($id: ID!) { report(id: $id) { alertedLeaders { name portfolio } } }';
  const { alertedLeaders } = (await ask(fixture, 'clerk', NAMED, { id })).report;
  expect(alertedLeaders).toEqual([{ name: '测试·leader', portfolio: expect.any(String) }]);
  expect((await ask(fixture, 'clerk', NAMED, { id: loose })).report.alertedLeaders).toEqual([
    { name: '测试·leader', portfolio: null },
    { name: '测试·leader2', portfolio: null },
  ]);
});

test('before it is sent, an officer reads of each topic whom an urgent report alerts, in one statement', async () => {
  const CALLS = '{ terms(kind: TOPIC) { code alertedLeaders { name portfolio } } }';
  const before = fixture.database.statements;
  const { terms } = await ask(fixture, 'officer', CALLS);
  expect(fixture.database.statements - before).toBeLessThanOrEqual(3);
  const called = Object.fromEntries(terms.map((term: any) => [term.code, term.alertedLeaders]));
  expect(called).toMatchObject({
    WATER: [{ name: '测试·leader', portfolio: expect.any(String) }],
    ROAD: [{ name: '测试·leader2', portfolio: expect.any(String) }],
    LOOSE: [
      { name: '测试·leader', portfolio: null },
      { name: '测试·leader2', portfolio: null },
    ],
    CONDUCT: [], // the discipline desk alone, whose people no officer sees
  });
  // Whom it says is whom it calls.
  for (const [topic, leaders] of Object.entries(called).filter(([code]) => code !== 'CONDUCT') as [string, any[]][]) {
    const id = await submitted(fixture, 'officer', { topic, urgency: 'HIGH' });
    const { rows } = await fixture.admin.query(
      'select n.name from alert a join person n on n.county_code = a.county_code and n.id = a.leader_id where a.report_id = $1 order by 1',
      [id],
    );
    expect([topic, rows.map(({ name }) => name)]).toEqual([topic, leaders.map(({ name }) => name).sort()]);
  }
  expect(
    (await ask(fixture, 'foreignOfficer', CALLS)).terms.flatMap(({ alertedLeaders }: any) => alertedLeaders),
  ).toEqual([]);
});

test('an urgent report raises an alert for the leader in charge of its topic and starts a 30-minute clock', async () => {
  const id = await submitted(fixture, 'officer');
  const { data } = await fixture.run<any>(
    'clerk',
    'mutation ($id: ID!) { flagUrgent(id: $id, version: 1) { state urgentAt urgentDueAt } }',
    { id },
  );
  expect(+new Date(data.flagUrgent.urgentDueAt) - +new Date(data.flagUrgent.urgentAt)).toBe(30 * 60_000);
  const { rows } = await fixture.admin.query('select leader_id from alert where report_id = $1', [id]);
  expect(rows).toEqual([{ leader_id: fixture.rights('leader').personId }]);
});

test('an urgent report of a topic that nobody is in charge of raises an alert for every leader of the county', async () => {
  const id = await submitted(fixture, 'officer', { topic: 'LOOSE' });
  await fixture.run('clerk', 'mutation ($id: ID!) { flagUrgent(id: $id, version: 1) { state } }', { id });
  const { rows } = await fixture.admin.query('select leader_id from alert where report_id = $1', [id]);
  const leaders = [fixture.rights('leader').personId, fixture.rights('leader2').personId];
  expect(rows.map((row) => row.leader_id).sort()).toEqual(leaders.sort());
});
