import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seedCalendar } from '@lxq/db/calendar.ts';
import { confirmedThrough, dayOf } from '@lxq/schema/calendar.ts';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';

let fixture: Fixture;
let report: string;
beforeAll(async () => {
  fixture = await startFixture();
  await seedCalendar(fixture.admin);
  report = await submitted(fixture, 'officer');
});
afterAll(() => fixture.close());

const DUE = 'query ($id: ID!) { report(id: $id) { dueAt workDaysLeft isDueProvisional } }';
const LISTED = '{ reports(first: 5) { edges { node { dueAt isDueProvisional } } } }';
const isProvisional = async () => {
  const [one, listed] = await Promise.all([
    fixture.run<any>('clerk', DUE, { id: report }),
    fixture.run<any>('clerk', LISTED),
  ]);
  const both = [one.data?.report.isDueProvisional, listed.data?.reports.edges[0].node.isDueProvisional];
  expect(both[0]).toBe(both[1]);
  return both[0];
};
const setDue = (day: string) =>
  fixture.admin.query('update report set due_at = $2::timestamptz where id = $1', [report, `${day}T16:00:00Z`]);

test('a deadline within the published years is certain, its last day included, and the next is provisional', async () => {
  const { rows } = await fixture.admin.query('select day::text, is_workday from calendar_day');
  const last = confirmedThrough(new Map(rows.map(({ day, is_workday }) => [day, is_workday]))) as string;
  expect(last >= '2026-12-31').toBe(true);
  await setDue(last);
  expect(await isProvisional()).toBe(false);
  await setDue(`${Number(last.slice(0, 4)) + 1}-01-04`);
  expect(await isProvisional()).toBe(true);
});

test('where no holidays are known every deadline is provisional', async () => {
  await setDue(dayOf(new Date()));
  expect(await isProvisional()).toBe(false);
  await fixture.admin.query('delete from calendar_day');
  expect(await isProvisional()).toBe(true);
  await seedCalendar(fixture.admin);
});
