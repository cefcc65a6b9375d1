import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Account, COUNTY, type Fixture, idOf, startFixture, submitted } from '../testing/fixture.ts';
import { ENTER, given } from './forging.testing.ts';

/** As in forging.test.ts a hole in the process: here whoever acknowledges for a leader, and others, want more than that. */
let fixture: Fixture;
let hole: pg.Client;
let alert: string;
beforeAll(async () => {
  fixture = await startFixture();
  hole = new pg.Client(fixture.appUrl);
  await hole.connect();
});
afterAll(async () => {
  await hole.end();
  await fixture.close();
});
const POST = (account: Account) => idOf(`post/${account}`);
beforeEach(async () => {
  await hole.query('rollback; reset role; reset all');
  await fixture.admin.query('delete from secretary; delete from alert; delete from notification');
  await fixture.admin.query(SAID, said());
  const report = await submitted(fixture, 'officer', { urgency: 'HIGH' });
  alert = (await fixture.admin.query('select id from alert where report_id = $1', [report])).rows[0].id;
});

const denied = expect.objectContaining({ code: '42501' });
async function enter(account: Account) {
  await hole.query('begin');
  await hole.query(ENTER, given(fixture.rights(account), {}));
}
const SAID = `insert into secretary (county_code, id, leader_id, leader_name, leader_post_id, person_id, person_name, post_id, named_at)
  values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, now())`;
const said = (leader: Account = 'leader', person: Account = 'county', change: Record<number, unknown> = {}) =>
  [COUNTY, idOf(leader), `测试·${leader}`, POST(leader), idOf(person), `测试·${person}`, POST(person)].map(
    (value, at) => change[at] ?? value,
  );
const acknowledge = (change = '') =>
  hole.query(
    `update alert set acknowledged_at = now(), acted_by_id = app.person(), acted_by_name = (select name from person where id = app.person())${change} where id = $1`,
    [alert],
  );

test('the secretary acknowledges in their own name', async () => {
  await enter('county');
  expect((await acknowledge()).rowCount).toBe(1);
});

test.each<[string, string]>([
  ['in another’s name', `, acted_by_id = '${idOf('county2')}', acted_by_name = '测试·county2'`],
  ['under another name', `, acted_by_name = '某'`],
  ['as if it had been the leader', ', acted_by_id = null, acted_by_name = null'],
  ['and changes what it is', ', due_at = now()'],
  ['and makes it theirs', ', leader_id = app.person()'],
  ['and withdraws it', ', withdrawn_at = now()'],
])('nobody acknowledges %s', async (_what, change) => {
  await enter('county');
  const set = `update alert set acknowledged_at = now(), acted_by_id = app.person(), acted_by_name = '测试·county'`;
  const last = new Map(
    `${set}${change}`
      .replace('update alert set ', '')
      .split(', ')
      .map((one) => one.split(' = ') as [string, string]),
  );
  const list = [...last].map(([column, value]) => `${column} = ${value}`).join(', ');
  await expect(hole.query(`update alert set ${list} where id = $1`, [alert])).rejects.toEqual(denied);
});

test('acknowledged, it is acknowledged by nobody again, nor forgotten', async () => {
  await fixture.admin.query('update alert set acknowledged_at = now()');
  for (const account of ['county', 'leader'] as const) {
    await enter(account);
    await expect(hole.query('update alert set acknowledged_at = null where id = $1', [alert])).rejects.toEqual(denied);
    await hole.query('rollback');
  }
});

test.each<Account>(['county2', 'director', 'analyst', 'admin', 'discipline', 'leader2'])(
  '%s, whom the leader has not named, changes no alert and reads nobody’s secretary',
  async (account) => {
    await enter(account);
    expect((await acknowledge()).rowCount).toBe(0);
    expect((await hole.query('select * from secretary')).rowCount).toBe(0);
  },
);

test('a sealed one is not the secretary’s to change, even by a statement that names no column', async () => {
  await fixture.admin.query(`update alert set line = 'SEALED'`);
  await enter('county');
  expect((await hole.query('update alert set acknowledged_at = now()')).rowCount).toBe(0);
});

test('nobody puts a table of their own before the secretaries', async () => {
  await enter('county2');
  await expect(hole.query('create temporary table secretary as select * from public.secretary')).rejects.toEqual(
    denied,
  );
});

test.each<[string, Account, unknown[]]>([
  ['a clerk names themselves', 'county2', said('leader', 'county2')],
  ['the secretary names another', 'county', said('leader', 'county2')],
  ['a leader names for another leader', 'leader2', said('leader', 'county2')],
  ['a leader names an analyst', 'leader2', said('leader2', 'analyst')],
  ['a leader names a township’s clerk', 'leader2', said('leader2', 'clerk')],
  ['a leader names by somebody else’s post', 'leader2', said('leader2', 'county', { 6: POST('director') })],
  ['a leader names from another’s post', 'leader2', said('leader2', 'county', { 3: POST('leader') })],
  ['a leader names under another name', 'leader2', said('leader2', 'county', { 5: '某' })],
])('the database refuses that %s', async (_what, account, values) => {
  await enter(account);
  await expect(hole.query(SAID, values)).rejects.toEqual(denied);
});

test('what was said stays: it ends once, and by the leader alone', async () => {
  await enter('county');
  expect((await hole.query('update secretary set ended_at = now()')).rowCount).toBe(0);
  await hole.query('rollback');
  for (const change of [`person_name = '某'`, `post_id = '${POST('director')}', ended_at = now()`]) {
    await enter('leader');
    await expect(hole.query(`update secretary set ${change}`)).rejects.toEqual(denied);
    await hole.query('rollback');
  }
  await enter('leader');
  expect((await hole.query('update secretary set ended_at = now()')).rowCount).toBe(1);
  await expect(hole.query('update secretary set ended_at = null')).rejects.toEqual(denied);
});
