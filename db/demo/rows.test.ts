import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { asFiller } from './rows.ts';

const ODD = 'tab\there, \\N, line\nbreak, “引号”';
const people = Array.from({ length: 9_000 }, (_, i) => ({
  county_code: 990199,
  id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
  name: i === 0 ? ODD : `人${i}`,
  is_active: i % 2 === 0,
}));
let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
});
afterAll(async () => {
  await admin.query('reset role');
  await admin.query('drop role if exists rows_test');
  await admin.end();
  await database.drop();
});

async function filled(client: pg.Client): Promise<unknown> {
  await client.query('begin');
  const add = await asFiller(client);
  await add('county', [{ county_code: 990199, name: '某县', office_name: '某办', digest_cycle: 'TEN_DAYS' }]);
  await add('person', people);
  await add('person', []);
  const { rows } = await client.query(
    `select count(*)::int as people, (count(*) filter (where is_active))::int as active, min(name) filter (where id = $1) as odd from person where county_code = 990199`,
    [people[0]?.id],
  );
  await client.query('rollback');
  return rows[0];
}

const all = { people: 9_000, active: 4_500, odd: ODD };

test('an administrator copies rows in, whatever characters they hold', async () => {
  expect(await filled(admin)).toEqual(all);
});

test('a role that row security binds adds the same rows as their owner', async () => {
  await admin.query(`create role rows_test login noinherit password 'rows-test'`);
  await admin.query('grant lxq_owner to rows_test');
  const url = new URL(database.adminUrl);
  url.username = 'rows_test';
  url.password = 'rows-test';
  const client = new pg.Client(url.href);
  await client.connect();
  expect(await filled(client)).toEqual(all);
  await client.end();
});
