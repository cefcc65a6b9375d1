import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf, endOf } from '@lxq/schema/calendar.ts';
import pg from 'pg';
import { pino } from 'pino';
import { jobs } from '../jobs.ts';
import { startWorker } from '../platform/jobs/worker.ts';
import { COUNTY, type Fixture, OTHER_COUNTY, startFixture, UNITS } from '../testing/fixture.ts';
import { startServer } from '../testing/server.ts';
import { owed } from './deadline.testing.ts';
import { moveDeadlines } from './deadline-moving.job.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterEach(() => dayOn(DUE));
afterAll(() => fixture.close());
beforeEach(() => fixture.admin.query('delete from reminder; delete from deadline; delete from event'));

/** The last working Monday to come whose day nobody has arranged; the deadlines below are due on it. */
const DUE = nextMonday(addDays(dayOf(new Date()), 420));
function nextMonday(day: string): string {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1 ? day : nextMonday(addDays(day, 1));
}
const at = (day: string) => new Date(+endOf(addDays(day, -1)) + 10 * 3_600_000);
const dueThen = { rule: 'CASE_POLICY_GENERAL', from: at(addDays(DUE, -7)) } as const;

const DAY = 'insert into calendar_day (day, is_workday, name, source) values ($1, false, $2, $3)';
const dayOff = (day: string) => fixture.admin.query(DAY, [day, '临时放假', '县政府通知']);
const dayOn = (day: string) => fixture.admin.query('delete from calendar_day where day = $1', [day]);
/** As a worker does it, on a connection of its own. */
async function move(): Promise<number> {
  const client = await fixture.database.jobs.connect();
  try {
    return await moveDeadlines(client);
  } finally {
    client.release();
  }
}
const one = async (text: string, values: unknown[] = []) => (await fixture.admin.query(text, values)).rows[0];
const told = async () =>
  (
    await fixture.admin.query(
      `select unit_code::float8 as unit, about from event where kind = 'DEADLINES_MOVED' order by 1`,
    )
  ).rows;

test('a day off that comes moves what was due on it, with its proof, reminders, a line, and one event a unit', async () => {
  const first = await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.east });
  await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.east });
  await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.west });
  const stays = await owed(fixture, 'county', { rule: 'CASE_DECIDE' });
  const before = await one('select * from deadline where id = $1', [first.id]);
  expect(before.due_at).toEqual(endOf(DUE));
  await dayOff(DUE);
  expect(await move()).toBe(3);
  const after = await one('select * from deadline where id = $1', [first.id]);
  expect(after).toMatchObject({ due_at: endOf(addDays(DUE, 1)), moved_from: before.due_at, version: 2 });
  expect(after.proof).toMatchObject({
    rolledFrom: DUE,
    skipped: [{ from: DUE, to: DUE, why: 'HOLIDAY', name: '临时放假' }],
  });
  expect(after.ladder[1].at).not.toBe(before.ladder[1].at);
  const line = await one(`select detail, actor_name from audit where subject_id = $1 and deed = 'move'`, [first.id]);
  expect(
    Object.values(line.detail)
      .map((due) => +new Date(due as string))
      .sort(),
  ).toEqual([+endOf(DUE), +endOf(addDays(DUE, 1))]);
  expect(await one('select moved_at, version from deadline where id = $1', [stays.id])).toEqual({
    moved_at: null,
    version: 1,
  });
  expect((await told()).map(({ unit }) => unit)).toEqual([UNITS.east, UNITS.west]);
  expect(await move()).toBe(0);
  expect(await told()).toHaveLength(2);
  await dayOn(DUE);
  expect(await move()).toBe(3); // and back
  expect((await one('select due_at from deadline where id = $1', [first.id])).due_at).toEqual(before.due_at);
});

test('the unit finds under the event what has moved, and only its own', async () => {
  await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.east });
  await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.west });
  const cursor = (await fixture.run<any>('clerk', '{ cursor }')).data.cursor;
  const server = await startServer(fixture);
  const client = server.socket(await server.signIn('clerk'));
  const heard: any[] = [];
  client.subscribe<any>(
    {
      query: 'subscription ($after: Cursor) { changes(after: $after) { kind movedDeadlines { dueAt movedFrom } } }',
      variables: { after: cursor },
    },
    // That somebody is told of a duty is said beside.
    {
      next: ({ data }) => data && data.changes.kind !== 'NOTIFIED' && heard.push(data.changes),
      error: () => {},
      complete: () => {},
    },
  );
  await dayOff(DUE);
  await move();
  for (const end = Date.now() + 10_000; !heard.length && Date.now() < end; )
    await new Promise((done) => setTimeout(done, 50));
  await client.dispose();
  await server.stop();
  expect(heard).toEqual([
    {
      kind: 'DEADLINES_MOVED',
      movedDeadlines: [{ dueAt: endOf(addDays(DUE, 1)).toISOString(), movedFrom: endOf(DUE).toISOString() }],
    },
  ]);
});

test('two workers at once reckon 2,000 deadlines of two counties within a minute: each moves once, each unit hears once', async () => {
  const { id } = await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.east });
  await fixture.admin.query(
    `insert into deadline (county_code, id, unit_code, subject, subject_id, rule, started_at, amount, due_at, proof, calendar, ladder)
     select u / 1000000000, gen_random_uuid(), u, 'CASE', gen_random_uuid(), rule, started_at, amount, due_at, proof, calendar, ladder
     from deadline, generate_series(1, 500), unnest($2::bigint[]) u where id = $1`,
    [id, [UNITS.east, UNITS.west, UNITS.county, UNITS.otherTown]],
  );
  await dayOff(DUE);
  const log = pino({ level: 'silent' });
  const started = Date.now();
  const workers = [1, 2].map(() => startWorker(fixture.database, log, jobs(fixture.database, log)));
  for (let n = 0; n < 2; n++) await fixture.admin.query(`select graphile_worker.add_job('move_deadlines')`);
  const left = async () => Number((await one('select count(*) from deadline where version = 1')).count);
  const isTold = async () => (await told()).length >= 4;
  for (const end = Date.now() + 60_000; ((await left()) || !(await isTold())) && Date.now() < end; )
    await new Promise((done) => setTimeout(done, 100));
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(Date.now() - started).toBeLessThan(60_000);
  expect(await one('select count(*)::int as n, min(version) as least, max(version) as most from deadline')).toEqual({
    n: 2_001,
    least: 2,
    most: 2,
  });
  const lines = `select count(*)::int as n from audit a join deadline d on d.id = a.subject_id and d.county_code = a.county_code where deed = 'move'`;
  expect((await one(lines)).n).toBe(2_001);
  expect((await told()).map(({ unit }) => unit)).toEqual([UNITS.county, UNITS.east, UNITS.west, UNITS.otherTown]);
  expect(
    new Set((await fixture.admin.query('select county_code from event')).rows.map((row) => row.county_code)),
  ).toEqual(new Set([COUNTY, OTHER_COUNTY]));
});

test('a worker that is killed half-way leaves nothing half done, and the next goes on', async () => {
  for (let n = 0; n < 3; n++) await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.east });
  await dayOff(DUE);
  const killed = new pg.Client(fixture.appUrl);
  killed.on('error', () => {});
  await killed.connect();
  await killed.query('set role lxq_jobs; begin');
  const { mark } = await one('select app.calendar_version() as mark');
  const { rows } = await killed.query('select * from app.stale_deadlines($1, 500)', [mark]);
  expect(rows).toHaveLength(3);
  expect(await move()).toBe(0); // they are the other's
  expect(await told()).toEqual([]); // and nobody hears before all of it is done
  await killed.end();
  expect(await move()).toBe(3);
  expect(await told()).toHaveLength(1);
});

test('whoever still knows the calendar before the last change undoes nothing', async () => {
  const before = await one('select app.calendar_version() as mark');
  const { id } = await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.east });
  await dayOff(DUE);
  await move();
  const asOlder = await fixture.database.jobs.query('select * from app.stale_deadlines($1, 500)', [before.mark]);
  expect(asOlder.rows).toEqual([]);
  expect(
    (await fixture.database.jobs.query('select app.tell_moved_deadlines($1) as told', [before.mark])).rows,
  ).toEqual([{ told: 0 }]);
  expect((await one('select due_at from deadline where id = $1', [id])).due_at).toEqual(endOf(addDays(DUE, 1)));
});

test('what is met or dropped stays as it was', async () => {
  const { id } = await owed(fixture, 'county', { ...dueThen, unitCode: UNITS.east });
  await fixture.admin.query(`update deadline set state = 'MET', met_at = now() where id = $1`, [id]);
  await dayOff(DUE);
  expect(await move()).toBe(0);
  expect((await one('select due_at from deadline where id = $1', [id])).due_at).toEqual(endOf(DUE));
});
