import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { letClockMove } from '@lxq/db/test-clock.ts';
import { ACKNOWLEDGE_MINUTES } from '@lxq/schema/alerts/climbing.ts';
import { climbAlerts } from '../alerts/alert.climbing.ts';
import { caseOf } from '../cases/case-deeds.testing.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import { deed, owed } from '../deadlines/deadline.testing.ts';
import { sendReminders } from '../deadlines/reminders/reminder.job.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { instructed } from '../instructions/instruction.testing.ts';
import { moveClock } from '../platform/scope/clock.ts';
import { asking } from '../testing/answers.ts';
import { type Account, type Fixture, idOf, startFixture, submitted, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
let said: ReturnType<typeof asking>;
beforeAll(async () => {
  fixture = await startFixture();
  said = asking(fixture);
  await letClockMove(fixture.admin);
});
afterEach(async () => {
  await moveClock(fixture.admin, 0);
  await fixture.admin.query(
    'delete from notification; delete from event; delete from alert; delete from reminder; delete from deadline',
  );
});
afterAll(() => fixture.close());

const PAGE =
  'query ($first: Int! = 50, $after: String) { notifications(first: $first, after: $after) { unreadCount pageInfo { hasNextPage endCursor } edges { node { id kind why link count unreadCount isSevere createdAt acknowledgedAt climbedAt deliveries { channel state } } } } }';
const BADGE = '{ notifications { unreadCount } }';
const listOf = async (account: Account) =>
  (await ask(fixture, account, PAGE)).notifications.edges.map(({ node }: any) => node);
/** Of each thing the newest alone. */
const kindsOf = async (account: Account) => (await listOf(account)).map(({ kind }: any) => kind);
const unreadOf = async (account: Account) => (await ask(fixture, account, BADGE)).notifications.unreadCount;
const KNOW = 'mutation ($id: ID!) { acknowledgeNotification(id: $id) { id acknowledgedAt } }';
const KNOW_ALL = 'mutation ($upTo: DateTime!) { acknowledgeNotifications(upTo: $upTo) }';
const RETURN = 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写清楚户数") { id } }';
const returned = async (account: Account = 'officer') => {
  const id = await submitted(fixture, account);
  await ask(fixture, 'clerk', RETURN, { id });
  return id;
};

test('whoever reported is told that it was returned, answered and instructed on, and nobody else is', async () => {
  const back = await returned();
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', 'mutation ($ids: [ID!]!) { triageReports(ids: $ids) { ok } }', { ids: [id] });
  await instructed(fixture, { report: id });
  expect(await kindsOf('officer')).toEqual(['REPORT_INSTRUCTED', 'REPORT_RETURNED']);
  await ask(
    fixture,
    'clerk',
    'mutation ($id: ID!) { replyReport(id: $id, version: 2, answer: "水泵已修好，全村恢复供水") { id } }',
    { id },
  );
  const list = await listOf('officer');
  expect(list.map(({ kind, why, link, count }: any) => [kind, why, link, count])).toEqual([
    ['REPORT_ANSWERED', 'AUTHOR', `/officer/mine/${id}`, 2],
    ['REPORT_RETURNED', 'AUTHOR', `/officer/mine/${back}`, 1],
  ]);
  for (const other of ['officer2', 'head', 'clerk', 'townLeader'] as const) expect(await kindsOf(other)).toEqual([]);
  expect(await refusal(fixture, 'admin', PAGE)).toMatchObject({ code: 'FORBIDDEN' });
});

test('an issue that is out tells whoever reported what it rests on, merely by its line in their history', async () => {
  const id = await submitted(fixture, 'officer');
  await fixture.admin.query(
    `insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, actor_id, actor_name, actor_role, author_id) select county_code, gen_random_uuid(), unit_code, now(), 'REPORT', id, 'digest', $2, '', 'COUNTY_CLERK', author_id from report where id = $1`,
    [id, idOf('county')],
  );
  expect(await kindsOf('officer')).toEqual(['REPORT_ADOPTED']);
});

test('a return that is taken back or answered rings no more', async () => {
  const id = await returned();
  expect(await unreadOf('officer')).toBe(1);
  await ask(fixture, 'clerk', 'mutation ($ids: [ID!]!) { unreturnReports(ids: $ids) { ok } }', { ids: [id] });
  expect(await unreadOf('officer')).toBe(0);
});

test('what is undone with its deed did not ring', async () => {
  const id = await submitted(fixture, 'officer');
  const twice =
    'mutation ($id: ID!) { a: returnReport(id: $id, version: 1, reason: "请写清楚户数") { id } b: returnReport(id: $id, version: 1, reason: "请写清楚户数") { id } }';
  await fixture.run('clerk', twice, { id });
  expect(await kindsOf('officer')).toEqual([]);
});

const clockAt = (time: string) => moveClock(fixture.admin, Date.parse(`${time}:00+08:00`) - Date.now());
async function remind(): Promise<void> {
  const client = await fixture.database.jobs.connect();
  await sendReminders(client).finally(() => client.release());
}

test('a duty rings when it begins for whoever handles it, nears, passes for whoever answers, and ends once it is done', async () => {
  await clockAt('2026-09-22T10:00');
  const { id: subjectId } = await caseOf(fixture, 'clerk', { receivedOn: '2026-09-22' });
  await fixture.admin.query('delete from notification; delete from deadline');
  const { id } = await owed(fixture, 'county', { rule: 'CASE_POLICY_GENERAL', unitCode: UNITS.east, subjectId });
  for (const clerk of ['clerk', 'clerk2'] as const) expect(await kindsOf(clerk)).toEqual(['DUTY_BEGUN']);
  for (const day of ['2026-09-28', '2026-09-29', '2026-10-08']) {
    await clockAt(`${day}T09:00`);
    await Promise.all([remind(), remind()]);
    await remind();
  }
  expect(await listOf('clerk')).toMatchObject([{ kind: 'DUTY_NEARS', count: 3, unreadCount: 3 }]);
  expect((await listOf('townLeader')).map(({ kind, why, link }: any) => [kind, why, link])).toEqual([
    ['DUTY_PASSED', 'LEADER', `/matters/cases/${subjectId}`],
  ]);
  for (const other of ['county', 'otherClerk', 'officer', 'head', 'leader'] as const)
    expect(await kindsOf(other)).toEqual([]);
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { markReminderRead(deadline: $id, rung: AT) { rung } }', { id });
  expect(await unreadOf('clerk2')).toBe(2); // a reminder is read by one for all
  await deed(fixture, 'county', (scope) => deadlines.meet(scope, subjectId));
  expect(await unreadOf('clerk')).toBe(0);
  expect(await unreadOf('townLeader')).toBe(0);
});

test('what is handed to another unit begins there, once', async () => {
  const { subjectId } = await owed(fixture, 'county', { rule: 'CASE_SIGN', unitCode: UNITS.east });
  await deed(fixture, 'county', (scope) => deadlines.handOver(scope, subjectId, { rule: 'CASE_SIGN', to: UNITS.west }));
  expect(await kindsOf('otherClerk')).toEqual(['DUTY_BEGUN']);
});

test('whoever is told acknowledges it, once; another’s is not there', async () => {
  await returned();
  const [{ id }] = await listOf('officer');
  for (const other of ['officer2', 'head', 'clerk', 'county'] as const)
    expect([other, (await said(other, KNOW, { id })).code]).toEqual([other, 'NOT_FOUND']);
  expect((await said('officer', KNOW, { id: 'no id' })).code).toBe('NOT_FOUND');
  const [first, second] = [await said('officer', KNOW, { id }), await said('officer', KNOW, { id })];
  expect(first.acknowledgedAt).not.toBeNull();
  expect(second).toEqual(first);
  expect(await unreadOf('officer')).toBe(0);
});

test('two clicks at once are one acknowledgement', async () => {
  await returned();
  const [{ id }] = await listOf('officer');
  const answers = await Promise.all(Array.from({ length: 4 }, () => said('officer', KNOW, { id })));
  expect(new Set(answers.map(({ acknowledgedAt }) => String(acknowledgedAt))).size).toBe(1);
  expect(answers.every(({ code }) => !code)).toBe(true);
});

test('all up to a moment are acknowledged, but urgent reports and what came later', async () => {
  await returned();
  const [{ createdAt: upTo }] = await listOf('officer');
  await new Promise((done) => setTimeout(done, 5));
  await returned();
  expect((await fixture.run<any>('officer', KNOW_ALL, { upTo })).data.acknowledgeNotifications).toBe(1);
  expect(await unreadOf('officer')).toBe(1);
  await submitted(fixture, 'officer', { urgency: 'HIGH' });
  const now = new Date(Date.now() + 1_000).toISOString();
  expect((await fixture.run<any>('leader', KNOW_ALL, { upTo: now })).data.acknowledgeNotifications).toBe(0);
  expect(await unreadOf('leader')).toBe(1);
});

test('an urgent report that is acknowledged by its notification is known by its alert, and the other way round', async () => {
  const id = await submitted(fixture, 'officer', { urgency: 'HIGH' });
  const [told] = await listOf('leader');
  expect(told).toMatchObject({ kind: 'URGENT_REPORT', why: 'CALLED', isSevere: true, link: `/leader/reports/${id}` });
  await ask(fixture, 'leader', KNOW, { id: told.id });
  const { alerts } = await ask(
    fixture,
    'leader',
    '{ alerts(isKnown: true) { edges { node { acknowledgedAt report { id } } } } }',
  );
  expect(alerts.edges.map(({ node }: any) => node.report.id)).toEqual([id]);
  await submitted(fixture, 'officer', { urgency: 'HIGH' });
  const waiting = (await ask(fixture, 'leader', '{ alerts(isKnown: false) { edges { node { id } } } }')).alerts.edges[0]
    .node;
  await ask(fixture, 'leader', 'mutation ($id: ID!) { acknowledgeAlert(id: $id) { id } }', waiting);
  expect(await unreadOf('leader')).toBe(0);
});

const climb = () => climbAlerts(fixture.database.jobs);
const later = (minutes: number) =>
  fixture.admin.query(
    `with moved as (update report set urgent_at = urgent_at - $1 * interval '1 minute', urgent_due_at = urgent_due_at - $1 * interval '1 minute' where urgent_at is not null),
       rung as (update notification set created_at = created_at - $1 * interval '1 minute')
     update alert set raised_at = raised_at - $1 * interval '1 minute', due_at = due_at - $1 * interval '1 minute'`,
    [minutes],
  );
test('nobody acknowledges an urgent report within ten minutes: the next of the ladder are told, once, and it says that it climbed', async () => {
  await fixture.admin.query(`update report set urgent_at = null, state = 'SUBMITTED' where state = 'URGENT'`);
  await fixture.admin.query(`update post set leader_level = 'CITY' where person_id = $1`, [idOf('leader2')]);
  await submitted(fixture, 'officer', { urgency: 'HIGH' });
  await later(ACKNOWLEDGE_MINUTES - 1);
  expect(await climb()).toBe(0);
  await later(2);
  expect([await climb(), await climb()]).toEqual([1, 0]);
  expect(await kindsOf('director')).toEqual(['URGENT_REPORT']);
  expect((await listOf('leader'))[0]).toMatchObject({ acknowledgedAt: null });
  expect((await listOf('leader'))[0].climbedAt).not.toBeNull();
  // Somebody acknowledges: it waits for its plan.
  await ask(fixture, 'director', KNOW, { id: (await listOf('director'))[0].id });
  await later(11);
  expect(await climb()).toBe(0);
  expect(await kindsOf('leader2')).toEqual([]);
  await fixture.admin.query(`update post set leader_level = null where person_id = $1`, [idOf('leader2')]);
});

test('what became an accusation is told of to the discipline desk alone', async () => {
  const id = await submitted(fixture, 'officer', { urgency: 'HIGH' });
  expect(await unreadOf('leader')).toBe(1);
  const SEAL = 'mutation ($id: ID!) { triageReport(id: $id, version: 1, topic: "CONDUCT") { line } }';
  await ask(fixture, 'clerk', SEAL, { id });
  expect(await kindsOf('leader')).toEqual([]);
  expect(await kindsOf('discipline')).toEqual(['URGENT_REPORT']);
});

test('what is brought over from long ago rings for nobody', async () => {
  await fixture.admin.query(
    `insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, actor_id, actor_name, actor_role, author_id)
     values ($1, gen_random_uuid(), $2, now() - interval '2 days', 'REPORT', gen_random_uuid(), 'return', $3, '', 'COUNTY_CLERK', $3)`,
    [fixture.rights('officer').countyCode, UNITS.willow, idOf('officer')],
  );
  expect(await kindsOf('officer')).toEqual([]);
});
