import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@lxq/db/test-database.ts';
import pg from 'pg';
import { label, type Managed, observe, rowsFor, type Table, tablesOf, VIEWERS } from './sight.matrix.ts';
import type { Viewer } from './sight.rules.ts';
import { may, RULES } from './sight.tables.ts';

let database: TestDatabase;
let client: pg.Client;
let tables: Table[];
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
  tables = await tablesOf(client);
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
});
afterAll(async () => {
  await client.query('rollback');
  await client.end();
  await database.drop();
});

function expected(table: Table, viewer: Viewer): Managed {
  const deeds = ['see', 'change', 'remove', 'add'] as const;
  return new Set(
    rowsFor(table).flatMap((row) =>
      deeds.filter((deed) => may(table.name, deed, viewer, row)).map((deed) => label(deed, row)),
    ),
  );
}

test('every table says who sees it, and nothing says it for a table that is gone', () => {
  expect(tables.map((table) => table.name).sort()).toEqual(Object.keys(RULES).sort());
});

test.each(VIEWERS)(
  'as %s: of every table, own and sibling village, other township and other county, each line, own and others’ rows',
  async (viewer) => {
    let cases = 0;
    for (const table of tables) {
      expect([table.name, await observe(client, table, viewer)]).toEqual([table.name, expected(table, viewer)]);
      cases += rowsFor(table).length * 4;
    }
    expect(cases).toBeGreaterThan(800);
  },
  60_000,
);

test('without a scope the runtime role is refused on every table, and a level without its settings sees no row', async () => {
  for (const table of tables) {
    for (const role of ['lxq_app', 'at_door', 'lxq_jobs']) {
      await client.query('savepoint bare');
      await client.query(`set local role ${role}`);
      await expect(client.query(`select 1 from "${table.name}"`)).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback to savepoint bare');
    }
  }
});

test('a scope is entered once: from inside a level, another is refused', async () => {
  await client.query('savepoint twice');
  await client.query(`select app.enter('OFFICER', 990101, 990101101201000, gen_random_uuid())`);
  await expect(
    client.query(`select app.enter('COUNTY', 990101, 990101000000000, gen_random_uuid())`),
  ).rejects.toMatchObject({ code: '42501' });
  await client.query('rollback to savepoint twice');
});

test('the matrix goes red when any one policy is dropped', async () => {
  const { rows: policies } = await client.query(
    // One that admits nobody stands for its grant: what a list joins is empty there, and not refused.
    `select tablename, policyname, roles::text[] as roles from pg_policies where schemaname = 'public' and qual !~ 'AND false\\)$'`,
  );
  expect(policies.length).toBeGreaterThan(80);
  const unnoticed: string[] = [];
  for (const { tablename, policyname, roles } of policies) {
    const table = tables.find(({ name }) => name === tablename) as Table;
    await client.query('savepoint dropped');
    await client.query(`drop policy "${policyname}" on "${tablename}"`);
    if (!(await isRed(table, roles))) unnoticed.push(policyname);
    await client.query('rollback to savepoint dropped; release savepoint dropped');
  }
  expect(unnoticed).toEqual([]);
}, 120_000);

const VIEWERS_OF: Record<string, Viewer[]> = {
  lxq_owner: ['OWNER'],
  at_county: ['COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'ADMIN'],
  at_township: ['TOWNSHIP'],
  at_village: ['VILLAGE'],
  at_officer: ['OFFICER'],
};
async function isRed(table: Table, roles: string[]): Promise<boolean> {
  for (const viewer of roles.flatMap((role) => VIEWERS_OF[role] as Viewer[]))
    if (differ(expected(table, viewer), await observe(client, table, viewer))) return true;
  return false;
}
const differ = (one: Managed, other: Managed) => one.size !== other.size || [...one].some((item) => !other.has(item));
