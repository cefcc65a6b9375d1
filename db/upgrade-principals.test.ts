import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { appPassword, migrateDatabase, migrateTables, prepare } from './migrate.ts';
import { createBareDatabase, type TestDatabase } from './test-database.ts';

/** What becomes of whom a unit named as its principal, when posts alone say it (migration 79). */
let database: TestDatabase;
let client: pg.Client;
const person = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const UNITS = [
  ['水利局', 'DEPARTMENT', 990101601000000, 1], // nobody's post there: gets one
  ['教育局', 'DEPARTMENT', 990101602000000, 2], // a clerk there: gets one as leader
  ['柳林村群众工作室', 'VILLAGE_ROOM', 990101101201000, 3], // its head: became one with migration 67
  ['民政局', 'DEPARTMENT', 990101603000000, 4], // led it until 2021: is nobody's any more
  ['林业局', 'DEPARTMENT', 990101604000000, 5], // has left the network
  ['司法局', 'DEPARTMENT', 990101605000000, 6], // somebody else has been made it since
  ['财政局', 'DEPARTMENT', 990101606000000, null],
  ['清禾县群工办', 'COUNTY_OFFICE', 990101000000000, 7],
] as const;

beforeAll(async () => {
  database = await createBareDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
  await prepare(client, appPassword(database.adminUrl));
  await migrateTables(database.adminUrl, 'Migration20261129000066_one_subject');
  await client.query('set session_replication_role = replica');
  for (let n = 1; n < 9; n++)
    await client.query('insert into person (county_code, id, name, is_active) values (990101, $1, $2, $3)', [
      ...[person(n), `人${n}`, n !== 5],
    ]);
  for (const [name, kind, code, principal] of UNITS) {
    await client.query(
      `insert into place (county_code, code, name, full_name, level, pinyin, initials, valid_from) values (990101, $1, $2, $2, 'SEAT', '', '', '2020-01-01')`,
      [code, name],
    );
    await client.query(
      'insert into unit (county_code, code, name, kind, principal_id) values (990101, $1, $2, $3, $4)',
      [...[code, name, kind, principal && person(principal)]],
    );
  }
  const post = (holder: number, role: string, unit: number, to: string | null = null) =>
    client.query(
      `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from, valid_to) values (990101, gen_random_uuid(), $1, $2, $3, $4, $4, '2020-01-01', $5)`,
      [person(holder), `人${holder}`, role, unit, to],
    );
  await post(2, 'TOWNSHIP_CLERK', 990101602000000);
  await post(3, 'VILLAGE_HEAD', 990101101201000);
  await post(4, 'TOWNSHIP_LEADER', 990101603000000, '2021-12-31');
  await post(8, 'TOWNSHIP_LEADER', 990101605000000);
  await client.query('reset session_replication_role');
  await migrateTables(database.adminUrl, 'Migration20261129000067_capacities');
  await client.query(`update post set capacity = 'PRINCIPAL' where person_id = $1`, [person(8)]);
  await migrateDatabase(database.adminUrl);
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('whom a unit named is its principal by a post, unless that word was out of date', async () => {
  const { rows } = await client.query(
    `select u.name, p.person_name || ' ' || p.role || case when p.valid_from = app.today() then ' new' else '' end as principal
     from unit u left join post p on p.county_code = u.county_code and p.unit_code = u.code and p.capacity = 'PRINCIPAL' and coalesce(p.valid_to, 'infinity') >= app.today()`,
  );
  expect(Object.fromEntries(rows.map(({ name, principal }) => [name, principal]))).toEqual({
    水利局: '人1 TOWNSHIP_LEADER new',
    教育局: '人2 TOWNSHIP_LEADER new',
    柳林村群众工作室: '人3 VILLAGE_HEAD',
    民政局: null,
    林业局: null,
    司法局: '人8 TOWNSHIP_LEADER',
    财政局: null,
    清禾县群工办: '人7 COUNTY_DIRECTOR new',
  });
  const { rowCount } = await client.query(`select from information_schema.columns where column_name = 'principal_id'`);
  expect(rowCount).toBe(0);
});
