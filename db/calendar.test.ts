import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { confirmedThrough, isWorkDay } from '@lxq/schema/calendar.ts';
import pg from 'pg';
import { publishedDays, seedCalendar } from './calendar.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the published days are holidays of the week and weekends worked in exchange', () => {
  const days = new Map(publishedDays().map((each) => [each.day, each]));
  const source = '国办发明电〔2025〕7号';
  expect(days.get('2026-02-17')).toEqual({ day: '2026-02-17', isWorkday: false, name: '春节', source });
  expect(days.get('2026-02-14')).toEqual({ day: '2026-02-14', isWorkday: true, name: '春节调休上班', source });
  expect(days.has('2026-02-15')).toBe(false); // a Sunday that is a holiday is off either way
  expect(days.has('2026-03-10')).toBe(false);
});

test('deadlines are sure to the end of the last published year', () => {
  const published = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
  const last = publishedDays().at(-1)?.day.slice(0, 4);
  expect(confirmedThrough(published)).toBe(`${last}-12-31`);
  for (const [day, isWorkday] of published) expect([day, isWorkDay(day, published)]).toEqual([day, isWorkday]);
});

test('seeding the calendar again keeps what the county has changed', async () => {
  const client = new pg.Client(database.adminUrl);
  await client.connect();
  await client.query('delete from calendar_day');
  expect(await seedCalendar(client)).toBe(publishedDays().length);
  await client.query(`update calendar_day set is_workday = true where day = '2026-02-17'`);
  expect(await seedCalendar(client)).toBe(0);
  const { rows } = await client.query(`select is_workday from calendar_day where day = '2026-02-17'`);
  expect(rows).toEqual([{ is_workday: true }]);
  await client.end();
});
