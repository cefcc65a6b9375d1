import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { letClockMove } from '@lxq/db/test-clock.ts';
import { pino } from 'pino';
import { jobs } from '../../jobs.ts';
import { startWorker } from '../../platform/jobs/worker.ts';
import { moveClock } from '../../platform/scope/clock.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../../testing/fixture.ts';
import { meanwhile } from '../../testing/meanwhile.ts';
import * as deadlines from '../deadline.service.ts';
import { deed, owed } from '../deadline.testing.ts';
import { sendReminders } from './reminder.job.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await letClockMove(fixture.admin);
});
afterEach(() => moveClock(fixture.admin, 0));
afterAll(() => fixture.close());
beforeEach(() => fixture.admin.query('delete from reminder; delete from deadline; delete from event'));

/** By the clock of Shanghai. */
const clockAt = (time: string) => moveClock(fixture.admin, Date.parse(`${time}:00+08:00`) - Date.now());
async function send(): Promise<number> {
  const client = await fixture.database.jobs.connect();
  try {
    return await sendReminders(client);
  } finally {
    client.release();
  }
}
const sent = async () =>
  (await fixture.admin.query('select rung, addressee from reminder order by sent_at, rung')).rows.map(
    ({ rung, addressee }) => `${rung} ${addressee}`,
  );
const heard = async () =>
  (
    await fixture.admin.query(
      `select unit_code::float8 as unit, ears from event where kind = 'DEADLINE_REMINDED' order by at`,
    )
  ).rows.map(({ unit, ears }) => [unit, ears]);

/** Begun on Tuesday 22 September 2026, due a week later at the end of Tuesday the 29th. */
async function begin(unitCode: number = UNITS.east) {
  await clockAt('2026-09-22T10:00');
  return owed(fixture, 'county', { rule: 'CASE_POLICY_GENERAL', unitCode });
}

test('it climbs: whoever handles it before and on the day, then the office head, the leader, the county office, each at work', async () => {
  await begin();
  const made: [string, number][] = [];
  for (const time of [
    '2026-09-27T10:00',
    '2026-09-28T08:29',
    '2026-09-28T08:30',
    '2026-09-28T12:00',
    '2026-09-29T09:00',
    '2026-09-30T07:00',
    '2026-09-30T10:00',
    '2026-10-03T10:00',
    '2026-10-08T08:31',
    '2026-10-09T17:31',
    '2026-10-10T08:30',
  ]) {
    await clockAt(time);
    made.push([time, await send()]);
  }
  expect(made.filter(([, n]) => n)).toEqual([
    ['2026-09-28T08:30', 1],
    ['2026-09-29T09:00', 1],
    ['2026-09-30T10:00', 1],
    ['2026-10-08T08:31', 1],
    ['2026-10-10T08:30', 1], // the third work day after was over when the worker came back
  ]);
  expect(await sent()).toEqual([
    'BEFORE HANDLER',
    'AT HANDLER',
    'AFTER OFFICE_HEAD',
    'AFTER_2 LEADER',
    'AFTER_3 COUNTY_OFFICE',
  ]);
  expect(await heard()).toEqual([
    ...Array.from({ length: 3 }, () => [UNITS.east, 'OFFICE']),
    [UNITS.east, 'LEADERS'],
    [UNITS.county, 'OFFICE'],
  ]);
});

test('two workers with two schedulers make one, whatever they are asked at once', async () => {
  const things = await Promise.all(Array.from({ length: 20 }, () => begin()));
  await clockAt('2026-09-28T09:00');
  // A third process is in the midst of it, so that the others find nothing written yet.
  const first = await fixture.database.jobs.connect();
  await first.query('begin');
  await first.query('select app.send_reminders()');
  const log = pino({ level: 'silent' });
  const workers = [1, 2].map(() => startWorker(fixture.database, log, jobs(fixture.database, log)));
  for (let n = 0; n < 6; n++) await fixture.admin.query(`select graphile_worker.add_job('send_reminders')`);
  const others = Promise.all(Array.from({ length: 6 }, send));
  await new Promise((done) => setTimeout(done, 500));
  await first.query('commit');
  first.release();
  await others;
  const waiting = async () =>
    (await fixture.admin.query(`select 1 from graphile_worker.jobs where task_identifier = 'send_reminders'`)).rowCount;
  for (const end = Date.now() + 20_000; (await waiting()) && Date.now() < end; )
    await new Promise((done) => setTimeout(done, 100));
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(await sent()).toHaveLength(things.length);
  expect(await heard()).toHaveLength(things.length);
});

test('nothing is sent for what is met, dropped or paused; resumed it goes on with what was not sent', async () => {
  const [met, dropped, paused] = [await begin(), await begin(), await begin()];
  const rule = 'CASE_POLICY_GENERAL';
  await clockAt('2026-09-28T09:00');
  await deed(fixture, 'county', async (scope) => {
    await deadlines.meet(scope, met.subjectId);
    await deadlines.drop(scope, dropped.subjectId);
    await deadlines.pause(scope, paused.subjectId, { rule, reason: '等待上级复函，暂停计时' });
  });
  expect(await send()).toBe(0);
  await clockAt('2026-10-09T10:00');
  expect(await send()).toBe(0);
  await deed(fixture, 'county', (scope) => deadlines.resume(scope, paused.subjectId, rule)); // a day was left: due on Saturday 10 October, which is worked
  expect(await send()).toBe(1);
  expect(await sent()).toEqual(['BEFORE HANDLER']);
});

test('a deadline that moves takes along what was not sent, and nobody is reminded twice of the same', async () => {
  const { id } = await begin();
  await clockAt('2026-09-28T09:00');
  expect(await send()).toBe(1);
  // As a calendar that changed does it: planned anew from the first rung.
  await fixture.admin.query(`update deadline set remind_at = (ladder->0->>'at')::timestamptz where id = $1`, [id]);
  expect(await send()).toBe(0);
  await clockAt('2026-09-29T09:00');
  expect(await send()).toBe(1);
  expect(await sent()).toEqual(['BEFORE HANDLER', 'AT HANDLER']);
});

test('one that is read while the next is sent loses neither: a deadline carries both', async () => {
  const { id } = await begin();
  await clockAt('2026-09-28T09:00');
  expect(await send()).toBe(1);
  await clockAt('2026-09-29T09:00');
  const sending = await fixture.database.jobs.connect();
  await sending.query('begin');
  await sending.query('select app.send_reminders()');
  const reading = fixture.admin.query(
    `update reminder set read_at = app.now() where deadline_id = $1 and rung = 'BEFORE'`,
    [id],
  );
  await new Promise((done) => setTimeout(done, 300));
  await sending.query('commit');
  sending.release();
  await reading;
  const { rows } = await fixture.admin.query('select reminded from deadline where id = $1', [id]);
  expect(rows[0].reminded.map((one: any) => [one.rung, one.readAt !== null])).toEqual([
    ['BEFORE', true],
    ['AT', false],
  ]);
});

test('the county office owes it itself: nobody is above it', async () => {
  await begin(UNITS.county);
  await clockAt('2026-10-10T08:30');
  await send();
  expect(await sent()).not.toContain('AFTER_3 COUNTY_OFFICE');
});

const READ =
  'mutation ($id: ID!, $rung: Rung!) { markReminderRead(deadline: $id, rung: $rung) { rung readAt isForViewer } }';
test('it is read by whom it is for, the first time counts, and to others it is forbidden or not there', async () => {
  const { id } = await begin();
  await clockAt('2026-09-30T10:00');
  expect(await send()).toBe(3);
  const mark = async (account: Account, rung = 'AT') => {
    const { data, errors } = await fixture.run<any>(account, READ, { id, rung });
    return errors?.[0]?.extensions?.code ?? data.markReminderRead.readAt;
  };
  expect(await mark('otherClerk')).toBe('NOT_FOUND');
  expect(await mark('officer')).toBe('FORBIDDEN');
  expect(await mark('county')).toBe('FORBIDDEN');
  expect(await mark('townLeader')).toBe('FORBIDDEN'); // in charge: hers comes on the second day
  expect(await mark('clerk', 'AFTER')).toBe('FORBIDDEN');
  const first = await mark('clerk');
  await clockAt('2026-09-30T11:00');
  expect(await mark('clerk2')).toEqual(first);
});

test('what a village room owes late its station is reminded of, who answers for it', async () => {
  const { id } = await begin(UNITS.willow);
  for (const day of ['2026-09-28', '2026-10-08', '2026-10-09']) {
    await clockAt(`${day}T09:00`);
    await send();
  }
  const read = async (account: Account, rung: string) =>
    (await fixture.run<any>(account, READ, { id, rung })).errors?.[0]?.extensions?.code ?? 'read';
  expect(await read('clerk', 'BEFORE')).toBe('FORBIDDEN'); // the room's own to handle
  expect(await read('head', 'BEFORE')).toBe('read');
  expect(await read('townLeader', 'AFTER_2')).toBe('read');
});

test('a deadline carries whom it has reminded, and that each read it, two at once too', async () => {
  const { id } = await begin();
  await clockAt('2026-09-30T10:00');
  await send();
  const carried = async (account: Account) => {
    const { data } = await fixture.run<any>(
      account,
      'query ($id: ID!) { deadline(id: $id) { reminders { rung readAt } } }',
      { id },
    );
    return data.deadline.reminders.map(({ rung, readAt }: any) => [rung, readAt !== null]);
  };
  expect(await carried('clerk')).toEqual([
    ['AFTER', false],
    ['AT', false],
    ['BEFORE', false],
  ]);
  const first = "update reminder set read_at = app.now() where deadline_id = $1 and rung = 'BEFORE'";
  await meanwhile(fixture, { statement: first, id }, () => fixture.run('clerk', READ, { id, rung: 'AT' }));
  expect(await carried('county')).toEqual([
    ['AFTER', false],
    ['AT', true],
    ['BEFORE', true],
  ]);
});
