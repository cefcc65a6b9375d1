import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { assignmentOf, caseOf } from '../cases/case-deeds.testing.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import { given } from './forging.testing.ts';

/* A scope that is opened on a matter (docs/decisions/0042): what belongs to it is seen as without, and no row more. */
let fixture: Fixture;
let client: pg.Client;
let waters: string;
let wests: string;
beforeAll(async () => {
  fixture = await startFixture();
  const [one, other] = [await caseOf(fixture), await caseOf(fixture)];
  await one.reported();
  await other.assigned(assignmentOf({ mainUnit: String(UNITS.west), coUnits: [] }));
  [waters, wests] = [one.id, other.id];
  client = new pg.Client(fixture.appUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await fixture.close();
});
beforeEach(async () => void (await client.query('rollback; reset role')));

const ENTER = 'select app.enter_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)';
async function enter(account: Account, matter: string | null, reading = true): Promise<string | null> {
  await client.query('rollback; begin');
  await client.query(ENTER, [...given(fixture.rights(account), { reading }), matter]);
  return (await client.query('select app.matter() as matter')).rows[0].matter;
}
const OF: Record<string, string> = { cases: 'id', result_report: 'subject_id', signature: 'subject_id' };
for (const table of ['revisit', 'audit', 'paper', 'deadline', 'participation']) OF[table] = 'subject_id';
/** How many rows of each table, of which matter. */
async function seen(): Promise<unknown[]> {
  const counted = Object.entries(OF).map(
    ([table, column]) => `select '${table}' as what, ${column} as matter, count(*)::int as n from ${table} group by 2`,
  );
  return (await client.query(`${counted.join(' union all ')} order by 1, 2`)).rows;
}

test.each<Account>(['bureau', 'bureauHead', 'clerk', 'otherClerk', 'head', 'county'])(
  'whichever matter a scope is opened on, %s sees the same',
  async (account) => {
    await enter(account, null);
    const before = await seen();
    for (const matter of [waters, wests]) {
      await enter(account, matter);
      expect(await seen()).toEqual(before);
    }
  },
);

test('it is opened for whoever takes part, below the county, where nothing is written', async () => {
  expect(await enter('bureau', waters)).toBe(waters);
  expect(await enter('bureau', wests)).toBeNull();
  expect(await enter('otherClerk', wests)).toBe(wests);
  expect(await enter('otherClerk', waters)).toBeNull();
  expect(await enter('county', waters)).toBeNull();
  expect(await enter('bureau', waters, false)).toBeNull();
  expect(await enter('bureau', null)).toBeNull();
});

test('whoever opens a scope by hand has it for reading alone: who takes part may change before they write', async () => {
  const values = [...given(fixture.rights('bureau'), { reading: false }).slice(0, -1), waters];
  await client.query('rollback; begin');
  await client.query(`select app.open_scope(${values.map((_, i) => `$${i + 1}`).join(', ')})`, values);
  await client.query(`select app.take_scope('TOWNSHIP', false)`);
  expect((await client.query('select app.matter() as matter')).rows).toEqual([{ matter: null }]);
  await client.query('set transaction read only');
  expect((await client.query('select app.matter() as matter')).rows).toEqual([{ matter: waters }]);
  await expect(client.query('set transaction read write')).rejects.toMatchObject({ code: '25001' });
});

test('nobody opens one by hand, and no scope after it has it', async () => {
  expect(await enter('bureau', waters)).toBe(waters);
  const asked = [
    `select app.set_matter('${wests}', 990101, ${UNITS.west})`,
    `select setval('app.scope_matter_low', 1)`,
    `select nextval('app.scope_matter_moment')`,
  ];
  for (const text of asked) {
    await enter('bureau', null);
    await expect(client.query(text)).rejects.toMatchObject({ code: '42501' });
  }
  // In one message both have the same moment.
  const values = (account: Account, matter: string | null) =>
    [...given(fixture.rights(account), { reading: true }), matter]
      .map((value) => (value === null ? 'null' : client.escapeLiteral(String(value))))
      .join(', ');
  const results = (await client.query(
    `rollback; begin; select app.enter_session(${values('bureau', waters)}); commit; begin; select app.enter_session(${values('otherClerk', null)}); select app.matter() as matter; select count(*)::int as n from signature; rollback`,
  )) as unknown as pg.QueryResult[];
  expect(results.at(-3)?.rows).toEqual([{ matter: null }]);
});
