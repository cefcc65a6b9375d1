import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ROLES, STOOD_IN_FOR } from '@lxq/schema/roles.ts';
import pg from 'pg';
import { scopeLevelOf } from '../platform/scope/scope.ts';
import {
  type Account,
  COUNTY,
  type Fixture,
  idOf,
  OTHER_COUNTY,
  startFixture,
  submitted,
  UNITS,
} from '../testing/fixture.ts';
import { ENTER, given, OPEN } from './forging.testing.ts';

/** A hole in the process: any SQL whatever, as the role that the server runs as. */
let fixture: Fixture;
let hole: pg.Client;
let file: string;
beforeAll(async () => {
  fixture = await startFixture();
  await submitted(fixture, 'officer');
  await submitted(fixture, 'foreignOfficer');
  file = idOf('file');
  hole = new pg.Client(fixture.appUrl);
  await hole.connect();
});
afterAll(async () => {
  await hole.end();
  await fixture.close();
});
beforeEach(async () => void (await hole.query('rollback; reset role; reset all')));

const refused = (code: string) => expect.objectContaining({ code });
const values = (account: Account, change: object = {}) => given(fixture.rights(account), change);
async function enter(account: Account, change: object = {}) {
  await hole.query('begin');
  await hole.query(ENTER, values(account, change));
}
const counties = async () =>
  (await hole.query('select distinct county_code from report order by 1')).rows.map((row) => row.county_code);

test('a session that holds opens its own county and level', async () => {
  await enter('county');
  expect(await counties()).toEqual([COUNTY]);
});

test('any scope is entered by nobody, and sealed by nobody', async () => {
  const asked = [
    `select app.enter('COUNTY', ${OTHER_COUNTY}, ${UNITS.otherCounty}, gen_random_uuid())`,
    `select app.set_scope('COUNTY', ${UNITS.otherCounty}, gen_random_uuid())`,
    `select setval('app.scope_place', ${UNITS.otherCounty} * 8)`,
    `select nextval('app.scope_place')`,
    `select setval('app.scope_moment', app.role_mark('at_county'))`,
    `select app.open_job_scope(${OTHER_COUNTY}, gen_random_uuid(), gen_random_uuid())`,
    'select * from session',
    'select * from login',
  ];
  for (const role of ['none', 'at_county', 'at_officer', 'at_door'])
    for (const text of asked) {
      await hole.query(`set role ${role}`);
      await expect(hole.query(text)).rejects.toEqual(refused('42501'));
    }
});

test.each<[string, Account, object]>([
  ['a session that is not there', 'county', { tokenHash: 'nobody' }],
  ['another’s session', 'county', { tokenHash: 'foreignClerk' }],
  ['another county', 'county', { countyCode: OTHER_COUNTY }],
  ['another unit', 'clerk', { unitCode: UNITS.west }],
  ['another person', 'clerk', { personId: idOf('clerk2') }],
  ['another post’s role', 'clerk', { role: 'COUNTY_CLERK' }],
  ['the county’s level for a township', 'clerk', { level: 'COUNTY' }],
  ['the sealed line for the county office', 'county', { level: 'DISCIPLINE' }],
  ['a station’s level for an officer', 'officer', { level: 'TOWNSHIP' }],
  ['no level at all', 'county', { level: 'OWNER' }],
])('with %s nothing is entered', async (_what, account, change) => {
  await hole.query('begin');
  await expect(hole.query(ENTER, values(account, change))).rejects.toEqual(refused('LX001'));
});

test('a session that has run out or was ended gives nothing', async () => {
  const open = (token: string, until: string) =>
    fixture.admin.query(
      `insert into session (token_hash, county_code, person_id, post_id, expires_at) select $1, county_code, person_id, post_id, now() + $2::interval from session where token_hash = 'county'`,
      [token, until],
    );
  await open('expired', '-1 second');
  await open('ended', '1 hour');
  await enter('county', { tokenHash: 'ended' });
  await hole.query('rollback');
  await fixture.admin.query(`delete from session where token_hash = 'ended'`);
  for (const tokenHash of ['expired', 'ended'])
    await expect(enter('county', { tokenHash }))
      .rejects.toEqual(refused('LX001'))
      .then(() => hole.query('rollback'));
});

/** What settings there ever were, written by hand. */
const FORGED = ['on', `COUNTY|${OTHER_COUNTY}|${UNITS.otherCounty}|${idOf('foreignClerk')}`].map(
  (scope) =>
    `set local app.scope = '${scope}'; set local app.level = 'COUNTY'; set local app.county = '${OTHER_COUNTY}'`,
);
const addTopic = (county: number, topic: string) =>
  hole.query(`insert into term (county_code, kind, code, name, name_en) values ($1, 'TOPIC', $2, 'x', 'x')`, [
    county,
    topic,
  ]);

test.each(FORGED)('settings written by hand open nothing: %s', async (settings) => {
  const never = new pg.Client(fixture.appUrl);
  await never.connect();
  await never.query(`begin; set local role at_county; ${settings}`);
  await expect(never.query('select from report')).rejects.toEqual(refused('55000')); // this connection was never in a scope
  await never.end();

  await enter('county');
  await hole.query(settings);
  expect(await counties()).toEqual([COUNTY]); // the scope that the session gives, and no other
  await addTopic(COUNTY, 'MINE');
  await expect(addTopic(OTHER_COUNTY, 'THEIRS')).rejects.toEqual(refused('42501'));
  await hole.query('rollback');

  await hole.query(`begin; set local role at_county; ${settings}`);
  expect(await counties()).toEqual([]); // after its transaction the scope is no longer good for anything
});

test('a scope counts under its own role alone', async () => {
  await enter('officer');
  expect(await counties()).toEqual([COUNTY]);
  for (const role of ['at_county', 'at_township', 'at_village']) {
    await hole.query(`set local role ${role}`);
    expect([role, await counties()]).toEqual([role, []]);
  }
});

test('a county’s clerk becomes no discipline desk', async () => {
  await submitted(fixture, 'officer', { line: 'SEALED' });
  const lines = async () =>
    (await hole.query('select distinct line from report order by 1')).rows.map(({ line }) => line);
  await enter('county');
  await hole.query(`set local app.level = 'DISCIPLINE'`);
  expect(await lines()).toEqual(['LINE']);
  await hole.query('rollback');
  await enter('discipline');
  expect(await lines()).toEqual(['LINE', 'SEALED']);
  await hole.query('rollback; begin; set local role at_county');
  expect(await lines()).toEqual([]); // nor does anybody after its transaction
});

/** A type's name is looked for among a connection's own types first: there `uuid` and `text` may be anything. */
const SHADOWS = {
  uuid: `create type pg_temp.uuid as enum ('${idOf('officer2')}');
    create function pg_temp.said(pg_catalog.text) returns pg_temp.uuid language sql as $$ select '${idOf('officer2')}'::pg_temp.uuid $$;
    create cast (pg_catalog.text as pg_temp.uuid) with function pg_temp.said(pg_catalog.text) as assignment`,
  text: `create type pg_temp.text as enum ('at_county', 'at_township', 'at_village', 'at_officer');
    create function pg_temp.said(pg_temp.text) returns pg_catalog.text language sql as
      $$ select case $1 when 'at_officer'::pg_temp.text then 'at_county' else 'none' end $$;
    create cast (pg_temp.text as pg_catalog.text) with function pg_temp.said(pg_temp.text) as assignment`,
};

test('types that somebody makes stand for none that a scope is read with', async () => {
  const database = new URL(fixture.appUrl).pathname.slice(1);
  await submitted(fixture, 'officer2');
  const seenBehind = async (shadow: string, role: string) => {
    const shadowed = new pg.Client(fixture.appUrl);
    await shadowed.connect();
    try {
      await shadowed.query(shadow);
      await shadowed.query('begin');
      await shadowed.query(`select ${OPEN}`, values('officer', { level: 'OFFICER' }).slice(0, -1));
      await shadowed.query(`set local role ${role}`);
      const { rows } = await shadowed.query('select distinct author_id from report');
      return rows.map(({ author_id }) => author_id);
    } finally {
      await shadowed.end();
    }
  };
  await expect(seenBehind(SHADOWS.uuid, 'at_officer')).rejects.toEqual(refused('42501')); // they make none
  await fixture.admin.query(`grant temporary on database ${database} to lxq_app`);
  try {
    expect(await seenBehind(SHADOWS.uuid, 'at_officer')).toEqual([idOf('officer')]);
    expect(await seenBehind(SHADOWS.text, 'at_county')).toEqual([]);
  } finally {
    await fixture.admin.query(`revoke temporary on database ${database} from lxq_app`);
  }
});

test('a report is submitted by nobody but its author', async () => {
  const open = (change: object) => hole.query(`select ${OPEN} as holds`, values('officer', change).slice(0, -1));
  await enter('officer');
  expect((await open({})).rows[0].holds).toBe(true);
  expect((await open({ tokenHash: 'officer2' })).rows[0].holds).toBe(false);
  expect((await open({ personId: idOf('officer2') })).rows[0].holds).toBe(false);
});

test('a job opens the county of a file that is being made, until it is made', async () => {
  const digest = idOf('digest');
  await fixture.admin.query('begin');
  await fixture.admin.query('set local session_replication_role = replica');
  await fixture.admin.query(
    `insert into digest_file (county_code, id, digest_id, format, content_hash, requested_at) values ($1, $2, $3, 'PDF', 'x', now())`,
    [COUNTY, file, digest],
  );
  await fixture.admin.query('commit');
  const job = (county = COUNTY) => hole.query('select app.enter_job($1, $2, $3)', [county, file, idOf('county')]);
  await expect(job()).rejects.toEqual(refused('42501')); // the queue's alone
  await hole.query('begin; set local role lxq_jobs');
  await job();
  expect(await counties()).toEqual([COUNTY]);
  await hole.query('rollback; begin; set local role lxq_jobs');
  await expect(job(OTHER_COUNTY)).rejects.toEqual(refused('42501'));
  await fixture.admin.query(`update digest_file set state = 'READY' where id = $1`, [file]);
  await hole.query('rollback; begin; set local role lxq_jobs');
  await expect(job()).rejects.toEqual(refused('42501'));
});

test('the database knows the levels of roles as the server does', async () => {
  const { rows } = await fixture.admin.query('select role, app.level_of(role) as level from unnest($1::text[]) role', [
    ROLES,
  ]);
  expect(Object.fromEntries(rows.map(({ role, level }) => [role, level]))).toEqual(
    Object.fromEntries(ROLES.map((role) => [role, scopeLevelOf(role)])),
  );
});

test('the database knows whose posts somebody may stand in for as the server does', async () => {
  const { rows } = await fixture.admin.query(
    'select role, app.may_be_stood_in_for(role) as may from unnest($1::text[]) role',
    [ROLES],
  );
  expect(rows.filter(({ may }) => may).map(({ role }) => role)).toEqual(
    ROLES.filter((role) => STOOD_IN_FOR.includes(role)),
  );
});
