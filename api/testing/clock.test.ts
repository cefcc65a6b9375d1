import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrateDatabase } from '@lxq/db/migrate.ts';
import { letClockMove } from '@lxq/db/test-clock.ts';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { pino } from 'pino';
import { jobs } from '../jobs.ts';
import * as desk from '../openings/opening.testing.ts';
import { moveClock, now } from '../platform/scope/clock.ts';
import { COUNTY, type Fixture, startFixture, submitted } from './fixture.ts';

const DAY_MS = 86_400_000;
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await desk.staffDesk(fixture);
  await fixture.admin.query(`update session set expires_at = '2100-01-01'`);
});
afterAll(() => fixture.close());

/** How far the database's clock is from the machine's, in whole days. */
async function daysAhead(): Promise<number> {
  const { rows } = await fixture.admin.query(
    `select round(extract(epoch from app.now() - now()) / 86400)::int as now, round(extract(epoch from app.clock() - clock_timestamp()) / 86400)::int as clock`,
  );
  expect(rows[0].clock).toBe(rows[0].now);
  return rows[0].now;
}

test('a clock that nobody has let move stays, in the process as in the database', async () => {
  await expect(moveClock(fixture.admin, 2 * DAY_MS)).rejects.toMatchObject({ code: '42883' });
  expect(Math.abs(+now() - Date.now())).toBeLessThan(DAY_MS / 2);
  expect(await daysAhead()).toBe(0);
});

test('nothing but what a migration writes asks PostgreSQL for the time by a rule', async () => {
  const { rows } = await fixture.admin.query(
    `select p.proname from pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname not in ('now', 'clock')
       and regexp_replace(p.prosrc, 'timestamptz_send\\(now\\(\\)\\)', '', 'g') ~* '(?<!app[.])\\m(now|clock_timestamp|statement_timestamp|transaction_timestamp)\\(|\\mcurrent_(date|timestamp|time)\\M|\\mlocaltime'`,
  );
  expect(rows).toEqual([]);
  const { rows: defaults } = await fixture.admin.query(
    `select a.attrelid::regclass as of, a.attname from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
     join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and pg_get_expr(d.adbin, d.adrelid) ~* '(?<!app[.])\\mnow\\(|current_'
       and c.relname not like 'mikro_orm%'`,
  );
  expect(defaults).toEqual([]);
});

test('two days later a report is overdue, an opening has expired and a digest is late', async () => {
  await letClockMove(fixture.admin);
  const monday = nextMonday();
  const at = (day: string) => moveClock(fixture.admin, Date.parse(`${day}T10:00:00+08:00`) - Date.now());
  await at(monday);
  await lastIssueUntil(addDays(monday, -8)); // the next is expected on this Monday
  const report = await submitted(fixture, 'officer');
  const { id } = await desk.requested(fixture, 'second', 'third');
  await desk.as(fixture, 'discipline', desk.OPEN, { id });
  expect(await seen(report)).toEqual({ isOverdue: false, opening: 'OPENED', late: 0 });
  await at(addDays(monday, 2));
  expect(await seen(report)).toEqual({ isOverdue: true, opening: 'EXPIRED', late: 1 });
  expect(await desk.as(fixture, 'discipline', desk.OPEN, { id })).toMatchObject({ code: 'REFUSED' });
});

test('the server’s own role moves no clock, and the next migration puts a moved one right', async () => {
  await moveClock(fixture.admin, 9 * DAY_MS);
  await expect(fixture.database.pool('COUNTY').query(`select app.move_clock('3 days')`)).rejects.toMatchObject({
    code: '42501',
  });
  expect(await daysAhead()).toBe(9);
  await migrateDatabase(fixture.adminUrl);
  expect(await daysAhead()).toBe(0);
});

const nextMonday = () => {
  const today = dayOf(new Date());
  return addDays(today, 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
};

/** Weekly from here on. */
async function lastIssueUntil(day: string): Promise<void> {
  await fixture.admin.query(`update county set digest_cycle = 'WEEK'`);
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients, year, no, cum_no)
     values ($1, gen_random_uuid(), 'ISSUED', $2::date - 6, $2::date, '摘报', '内部资料', '群工办', '{}', 2026, 1, 1)`,
    [COUNTY, day],
  );
}

async function seen(report: string) {
  const { data } = await fixture.run<any>('clerk', 'query ($id: ID!) { report(id: $id) { isOverdue } }', {
    id: report,
  });
  const { identityOpenings } = await desk.as(fixture, 'discipline', desk.LIST);
  const { tell_late_digests } = jobs(fixture.database, pino({ level: 'silent' })).tasks;
  const helpers = { withPgClient: (work: (client: unknown) => unknown) => work(fixture.admin) };
  await (tell_late_digests as (payload: unknown, helpers: unknown) => Promise<void>)({}, helpers);
  const { rows } = await fixture.admin.query(
    `select count(*)::int as n from event where kind = 'DIGEST_OVERDUE' and county_code = $1`,
    [COUNTY],
  );
  return { isOverdue: data.report.isOverdue, opening: identityOpenings[0].state, late: rows[0].n };
}
