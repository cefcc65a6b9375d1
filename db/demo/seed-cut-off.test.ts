import { expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from '../test-database.ts';
import { seedDemo } from './seed.ts';

test('a seeding that is cut off leaves nothing of the county behind', async () => {
  const { adminUrl, drop } = await createTestDatabase();
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query(`alter table event_counter add constraint cut_off check (county_code <> 990102)`);
  await expect(seedDemo({ adminUrl, password: 'demo-password', log: () => {} })).rejects.toThrow('cut_off');
  const { rows } = await client.query(
    'select (select count(*) from county)::int as counties, (select count(*) from report)::int as reports',
  );
  expect(rows).toEqual([{ counties: 0, reports: 0 }]);
  await client.end();
  await drop();
}, 180_000);
