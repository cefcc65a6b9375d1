import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { climbAlerts } from '../../alerts/alert.climbing.ts';
import { asking } from '../../testing/answers.ts';
import { type Fixture, idOf, submitted, UNITS } from '../../testing/fixture.ts';
import {
  addChannel,
  CLEAN,
  countIn,
  errcode,
  laterOn,
  ledger,
  ringMany,
  SAVE,
  type Service,
  saidIn,
  startAllowed,
  startKeeping,
  turn,
} from './outside.testing.ts';
import { spread } from './spreading.ts';

let fixture: Fixture;
let robot: Service;
beforeAll(async () => {
  fixture = await startKeeping();
});
beforeEach(async () => {
  robot = await startAllowed(errcode(0));
});
afterEach(async () => {
  await robot.stop();
  await fixture.admin.query(CLEAN);
});
afterAll(() => fixture.close());

const wecom = (more: object = {}) => ({ kind: 'WECOM', address: `${robot.origin}/send?key=k`, ...more });
test('what one turn is just saying no other says', async () => {
  const channel = await addChannel(fixture, 'leader', wecom());
  await ringMany(fixture, 'leader', 2);
  await spread(fixture.database);
  robot.answer = (call, response) => void setTimeout(() => errcode(0)(call, response), 800);
  const saying = turn(fixture, channel);
  for (const end = Date.now() + 5_000; robot.calls.length === 0 && Date.now() < end; )
    await new Promise((done) => setTimeout(done, 20));
  await fixture.admin.query(`update notification_pace set next_at = now() - interval '1 second'`);
  await turn(fixture, channel);
  await saying;
  expect(robot.calls.map(countIn)).toEqual([2]);
  expect(await ledger(fixture, channel)).toEqual(['DELIVERED 1', 'DELIVERED 1']);
});

test('two who share a robot share its pace; a unit’s robot says once what several of the unit are told', async () => {
  const own = await addChannel(fixture, 'leader', wecom());
  const others = await addChannel(fixture, 'leader2', wecom());
  for (const leader of ['leader', 'leader2'] as const) await ringMany(fixture, leader, 1);
  await spread(fixture.database);
  await Promise.all([turn(fixture, own), turn(fixture, others)]);
  expect(robot.calls).toHaveLength(1);
  await fixture.admin.query(
    'delete from notification_channel; delete from notification; delete from notification_delivery; delete from notification_pace',
  );

  const unit = await addChannel(fixture, 'townLeader', wecom({ isOfUnit: true }));
  const id = await submitted(fixture, 'officer');
  await fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, kind, why, subject, subject_id, key, created_at)
     select p.county_code, gen_random_uuid(), p.unit_code, p.person_id, 'DUTY_BEGUN', 'HANDLER', 'CASE', $2, 'one', now() from post p where p.unit_code = $1`,
    [UNITS.east, id],
  );
  await spread(fixture.database);
  await turn(fixture, unit);
  expect(robot.calls.slice(1).map(saidIn)).toEqual([expect.stringContaining('1 条通知：新的待办 1 条')]);
});

test('in quiet hours only what is severe comes; the rest comes after them, together', async () => {
  const channel = await addChannel(fixture, 'officer', wecom());
  const at = (text: string) =>
    fixture.admin
      .query('select app.after_quiet($1::timestamptz, 1320, 450) as at', [text])
      .then(({ rows }) => rows[0].at.toISOString());
  expect(await at('2026-09-22T21:59:00+08:00')).toBe('2026-09-22T13:59:00.000Z');
  expect(await at('2026-09-22T22:00:00+08:00')).toBe('2026-09-22T23:30:00.000Z');
  expect(await at('2026-09-22T07:29:59+08:00')).toBe('2026-09-21T23:30:00.000Z');
  expect(await at('2026-09-22T07:30:00+08:00')).toBe('2026-09-21T23:30:00.000Z');
  const minute = (shift: number) => new Date(Date.now() + 8 * 3_600_000 + shift * 60_000).toISOString().slice(11, 16);
  await fixture.run('officer', SAVE, { settings: { quiet: { from: minute(-5), to: minute(60) } } });
  await fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, author_id, kind, why, subject, key, created_at)
     select $1, gen_random_uuid(), $2, $3, $3, k, 'AUTHOR', 'REPORT', k, now() from unnest(array['REPORT_RETURNED', 'REPORT_ANSWERED', 'URGENT_REPORT']) k`,
    [fixture.rights('officer').countyCode, UNITS.willow, fixture.rights('officer').personId],
  );
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(robot.calls.map(saidIn)).toEqual([expect.stringContaining('1 条通知：紧急民情 1 条')]);
  await laterOn(fixture, 2);
  await turn(fixture, channel);
  expect(robot.calls.map(countIn)).toEqual([1, 2]);
});

test('what was acknowledged before it went out, or whose channel is taken away, goes nowhere', async () => {
  const channel = await addChannel(fixture, 'leader', wecom());
  await ringMany(fixture, 'leader', 1);
  await fixture.admin.query('update alert set acknowledged_at = now()');
  await spread(fixture.database);
  await turn(fixture, channel);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  await fixture.run('leader', SAVE, { settings: { remove: [channel] } });
  await turn(fixture, channel);
  expect(robot.calls).toEqual([]);
  expect(await ledger(fixture, channel)).toEqual(['FAILED CHANNEL_ENDED 0']);
});

test('what is acknowledged while it waits, or for a unit’s robot sealed, is not sent after all', async () => {
  const own = await addChannel(fixture, 'leader', wecom());
  await ringMany(fixture, 'leader', 2);
  await spread(fixture.database);
  await fixture.admin.query(
    `update notification set acknowledged_at = now() where id = (select notification_id from notification_delivery limit 1)`,
  );
  await turn(fixture, own);
  expect(robot.calls.map(countIn)).toEqual([1]);
  expect((await ledger(fixture, own)).toSorted()).toEqual(['DELIVERED 1', 'FAILED SETTLED 0']);

  await fixture.admin.query(CLEAN);
  const unit = await addChannel(fixture, 'townLeader', wecom({ isOfUnit: true }));
  await fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, kind, why, subject, subject_id, key, created_at)
     select p.county_code, gen_random_uuid(), p.unit_code, p.person_id, 'DUTY_BEGUN', 'HANDLER', 'CASE', $2, 'sealed', now() from post p where p.unit_code = $1`,
    [UNITS.east, await submitted(fixture, 'officer')],
  );
  await spread(fixture.database);
  expect(await ledger(fixture, unit)).not.toEqual([]);
  // One of several who are told knows it: the others' room hears of it, once it may.
  const { rows } = await fixture.admin.query(
    `update notification set acknowledged_at = now() where id = (select notification_id from notification_delivery limit 1) returning id`,
  );
  await fixture.admin.query(`update notification_delivery set not_before = now() + interval '1 hour'`);
  await turn(fixture, unit);
  expect(rows).toHaveLength(1);
  expect(await ledger(fixture, unit)).toEqual(['QUEUED 0']);
  await fixture.admin.query(`update notification set line = 'SEALED'`);
  await turn(fixture, unit);
  expect(robot.calls).toHaveLength(1);
  expect(new Set(await ledger(fixture, unit))).toEqual(new Set(['FAILED SETTLED 0']));
});

test('somebody tries their channels once a minute, whichever it is, on that channel alone, and the ledger says how it went', async () => {
  const channel = await addChannel(fixture, 'leader', wecom());
  const other = await addChannel(fixture, 'leader', { kind: 'DINGTALK', address: `${robot.origin}/other` });
  const said = asking(fixture);
  const TRY = 'mutation ($id: ID!) { tryChannel(id: $id) }';
  const tries = await Promise.all([1, 2, 3].map(() => said('leader', TRY, { id: channel })));
  expect(tries.filter(({ code }) => code === 'BAD_INPUT')).toHaveLength(2);
  expect(await said('leader', TRY, { id: other })).toMatchObject({ code: 'BAD_INPUT', field: 'id' });
  await fixture.run('leader', SAVE, { settings: { remove: [other] } });
  const anew = await addChannel(fixture, 'leader', { kind: 'DINGTALK', address: `${robot.origin}/other` });
  expect(await said('leader', TRY, { id: anew })).toMatchObject({ code: 'BAD_INPUT', field: 'id' });
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(robot.calls.map(saidIn)).toEqual([expect.stringContaining('测试消息 1 条')]);
  const { edges } = await said(
    'leader',
    '{ notifications { edges { node { kind deliveries { channel state attempts failure } } } } }',
  );
  expect(edges.map(({ node }: any) => node)).toEqual([
    { kind: 'TRIAL', deliveries: [{ channel: 'WECOM', state: 'DELIVERED', attempts: 1, failure: null }] },
  ]);
});

test('who has left is told nothing any more, at whatever channel of theirs', async () => {
  const channel = await addChannel(fixture, 'leader', wecom());
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  const isActive = (is: boolean) =>
    fixture.admin.query('update person set is_active = $2 where id = $1', [idOf('leader'), is]);
  await isActive(false);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(robot.calls).toEqual([]);
  expect(await ledger(fixture, channel)).toEqual(['FAILED CHANNEL_ENDED 0']);
  await isActive(true);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(await ledger(fixture, channel)).toEqual(['FAILED CHANNEL_ENDED 0', 'DELIVERED 1']);
});

test('after a clock was set back nobody is silent until it has caught up; who asked for an hour’s rest has it', async () => {
  const channel = await addChannel(fixture, 'leader', wecom());
  const TRY = 'mutation ($id: ID!) { tryChannel(id: $id) }';
  expect(await asking(fixture)('leader', TRY, { id: channel })).toEqual({});
  const sentWith = async (nextAt: string) => {
    await ringMany(fixture, 'leader', 1);
    await spread(fixture.database);
    await fixture.admin.query(`update notification_pace set next_at = now() + $1::interval`, [nextAt]);
    await turn(fixture, channel);
    return (await ledger(fixture, channel)).filter((state) => state.startsWith('DELIVERED')).length;
  };
  expect(await sentWith('0')).toBe(2);
  expect(await sentWith('59 minutes')).toBe(2);
  expect(await sentWith('3 days')).toBe(4);
  expect(await asking(fixture)('leader', TRY, { id: channel })).toEqual({});
});

test('what climbs says so in the ledger', async () => {
  await fixture.admin.query(`update report set state = 'SUBMITTED', urgent_at = null where state = 'URGENT'`);
  const channel = await addChannel(fixture, 'leader', wecom());
  await submitted(fixture, 'officer', { urgency: 'HIGH' });
  await spread(fixture.database);
  await turn(fixture, channel);
  await fixture.admin.query(
    `with n as (update notification set created_at = created_at - interval '11 minutes'), r as (update report set urgent_due_at = urgent_due_at - interval '11 minutes' where urgent_at is not null) update alert set raised_at = raised_at - interval '11 minutes'`,
  );
  await climbAlerts(fixture.database.jobs);
  expect(await ledger(fixture, channel)).toEqual(['CLIMBED 1']);
});
