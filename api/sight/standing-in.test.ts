import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Account, COUNTY, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { ENTER, given } from './forging.testing.ts';

/** As in forging.test.ts a hole in the process: here somebody who stands in for a leader wants more than that. */
let fixture: Fixture;
let hole: pg.Client;
beforeAll(async () => {
  fixture = await startFixture();
  hole = new pg.Client(fixture.appUrl);
  await hole.connect();
});
afterAll(async () => {
  await hole.end();
  await fixture.close();
});
beforeEach(async () => void (await hole.query('rollback; reset role; reset all')));

const refused = (code: string) => expect.objectContaining({ code });
async function enter(account: Account, change: object = {}) {
  await hole.query('begin');
  await hole.query(ENTER, given(fixture.rights(account), change));
}

const standIn = idOf('stand-in');
const who = { tokenHash: 'standing in', actedById: idOf('otherClerk'), actedByName: '测试·otherClerk' };
/** The clerk of another township stands in for a leader of the county, and has taken the post up. */
beforeEach(async () => {
  await fixture.admin.query('delete from stand_in');
  await fixture.admin.query(
    `insert into stand_in (county_code, id, unit_code, post_id, holder_id, person_id, person_name, valid_from, valid_to, reason)
     values ($1, $2, $3, $4, $5, $6, 'x', current_date - 1, current_date + 1, 'x')`,
    [COUNTY, standIn, UNITS.county, idOf('post/leader'), idOf('leader'), idOf('otherClerk')],
  );
  await fixture.admin.query(
    `insert into session (token_hash, county_code, person_id, post_id, expires_at) values ('standing in', $1, $2, $3, now() + interval '1 day')
     on conflict (token_hash) do update set post_id = excluded.post_id`,
    [COUNTY, idOf('otherClerk'), idOf('post/leader')],
  );
  await fixture.admin.query('update person set is_active = true');
  await fixture.admin.query('update post set valid_to = null');
});
const take = () => enter('leader', who);
const found = async () => (await fixture.admin.query(`select * from app.session_find('{standing in}')`)).rows;

test('a stand-in enters the scope of the post’s holder, and says who acts', async () => {
  await take();
  const { rows } = await hole.query('select app.person() as person, app.acting() as acting, app.level() as level');
  expect(rows).toEqual([{ person: idOf('leader'), acting: idOf('otherClerk'), level: 'LEADER' }]);
  expect(await found()).toMatchObject([
    {
      person_id: idOf('leader'),
      person_name: '测试·leader',
      acted_by_id: idOf('otherClerk'),
      acted_by_name: '测试·otherClerk',
    },
  ]);
});

test.each<[string, string]>([
  ['whose days are over', 'update stand_in set valid_to = current_date - 1'],
  // By the county's own day, which begins eight hours before the server's.
  ['whose days have not begun', 'update stand_in set valid_from = current_date + 2, valid_to = current_date + 2'],
  ['that was ended early', 'update stand_in set ended_at = now()'],
  ['for another post', `update stand_in set post_id = '${idOf('post/leader2')}', holder_id = '${idOf('leader2')}'`],
  ['lent by somebody whose post it is not', `update stand_in set holder_id = '${idOf('leader2')}'`],
  ['for a post that has ended', `update post set valid_to = current_date - 1 where id = '${idOf('post/leader')}'`],
  ['who is disabled', `update person set is_active = false where id = '${idOf('otherClerk')}'`],
  ['of a holder who is disabled', `update person set is_active = false where id = '${idOf('leader')}'`],
  ['for an administrator’s post', `update post set role = 'ADMIN' where id = '${idOf('post/leader')}'`],
  ['for the discipline desk', `update post set role = 'DISCIPLINE_CLERK' where id = '${idOf('post/leader')}'`],
])('a stand-in %s enters nothing, is found no longer and chooses nothing', async (_what, change) => {
  await fixture.admin.query(change);
  await expect(take()).rejects.toEqual(refused('LX001'));
  expect(await found()).toEqual([]);
  const { rows } = await fixture.admin.query(`select app.session_choose('standing in', $1) as chosen`, [
    idOf('post/leader'),
  ]);
  expect(rows).toEqual([{ chosen: false }]);
  await fixture.admin.query(`update post set role = 'LEADER' where id = $1`, [idOf('post/leader')]);
});

test.each<[string, object]>([
  ['as the holder in person', { actedById: null, actedByName: null }],
  ['with nobody’s id and a name', { actedById: null }],
  ['in another’s name', { actedByName: '测试·clerk' }],
  ['as somebody else who acts', { actedById: idOf('clerk'), actedByName: '测试·clerk' }],
  ['for somebody else', { personId: idOf('leader2'), personName: '测试·leader2' }],
  ['under the holder’s own session', { tokenHash: 'leader' }],
  ['at another level', { level: 'COUNTY' }],
])('a stand-in enters nothing %s', async (_what, change) => {
  await expect(enter('leader', { ...who, ...change })).rejects.toEqual(refused('LX001'));
});

test('a stand-in is no author of what the holder wrote: at the level of officers everybody is themselves', async () => {
  await enter('leader', { ...who, level: 'OFFICER' });
  const { rows } = await hole.query('select app.person() as person, app.acting() as acting');
  expect(rows).toEqual([{ person: idOf('otherClerk'), acting: null }]);
});

test('a stand-in writes no line of the audit in the holder’s name without their own, and nobody else in theirs', async () => {
  const line = (acting: string | null) =>
    hole.query(
      `insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, actor_id, actor_name, actor_role, acted_by_id)
       values ($1, gen_random_uuid(), $2, now(), 'POST', gen_random_uuid(), 'x', $3, 'x', 'LEADER', $4)`,
      [COUNTY, UNITS.county, idOf('leader'), acting],
    );
  for (const [change, acting] of [
    [who, null],
    [who, idOf('clerk')],
    [{}, idOf('otherClerk')],
  ] as const) {
    await enter('leader', change);
    await expect(line(acting)).rejects.toEqual(refused('42501'));
    await hole.query('rollback');
  }
  await take();
  await line(idOf('otherClerk'));
});

test('a stand-in passes the post on to nobody, and prolongs nothing', async () => {
  const lend = () =>
    hole.query(
      `insert into stand_in (county_code, id, unit_code, post_id, holder_id, person_id, person_name, valid_from, valid_to, reason)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, 'x', current_date + 10, current_date + 11, 'x')`,
      [COUNTY, UNITS.county, idOf('post/leader'), idOf('leader'), idOf('clerk')],
    );
  await take();
  await expect(lend()).rejects.toEqual(refused('42501'));
  await hole.query('rollback');
  await take();
  expect((await hole.query('update stand_in set valid_to = valid_to + 10')).rowCount).toBe(0);
  await hole.query('rollback');
  await enter('leader');
  await lend(); // the holder does
});

test('a stand-in lends nobody what is not theirs: a row about another’s post opens nothing', async () => {
  await enter('leader2');
  await hole.query(
    `insert into stand_in (county_code, id, unit_code, post_id, holder_id, person_id, person_name, valid_from, valid_to, reason)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, 'x', current_date, current_date, 'x')`,
    [COUNTY, UNITS.county, idOf('post/director'), idOf('leader2'), idOf('otherClerk')],
  );
  await hole.query('commit');
  const { rows } = await fixture.admin.query(`select app.session_choose('standing in', $1) as chosen`, [
    idOf('post/director'),
  ]);
  expect(rows).toEqual([{ chosen: false }]);
});
