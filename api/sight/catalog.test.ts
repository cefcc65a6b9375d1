import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownerOptions } from '@lxq/db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '@lxq/db/test-database.ts';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { entities } from '../entities.ts';
import { DEFINERS } from './sight.definers.ts';
import { COUNTYLESS } from './sight.tables.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const list = async (text: string) => (await client.query(text)).rows.map((row) => Object.values(row).join(' '));
const RUNTIME = `rolname ~ '^(at_|lxq_app|lxq_jobs)'`;
const TABLES = `from pg_class c where c.relnamespace = 'public'::regnamespace`;

// The faults that each check exists for, made and undone, so that none of them can rot into always passing.
const faulty = async (fault: string, check: () => Promise<unknown[]>) => {
  await client.query('begin');
  await client.query(fault);
  const found = await check();
  await client.query('rollback');
  return found.length;
};

test('every table forces row security on its owner too', async () => {
  const check = () =>
    list(`select relname ${TABLES} and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`);
  expect(await check()).toEqual([]);
  expect(await faulty('alter table report no force row level security', check)).toBe(1);
});

test('unit, person and accusations are asked for beside the county alone, which looks whether the scope holds', async () => {
  const check = () =>
    list(
      `select policyname from pg_policies, unnest(array[qual, with_check]) condition
       where schemaname = 'public' and condition ~ 'app\\.' and tablename <> 'calendar_day' and condition !~ ('^\\(+county_code = app\\.county_' || array_to_string(roles, '|') || '\\(\\)\\)($| AND )')
       union all select proname from pg_proc where pronamespace = 'app'::regnamespace and prosrc ~ 'app\\.(unit|person|matter|sealed|office|leads|reads_issues)\\(\\)' and prosrc !~ 'app\\.county\\(\\)'`,
    );
  expect(await check()).toEqual([]);
  const leak = 'create policy leak on report for select to at_village using (village_code = app.unit())';
  expect(await faulty(leak, check)).toBe(1);
  expect(await faulty(leak.replace(/\((.*)\)$/, '(county_code = app.county_at_village() or $1)'), check)).toBe(1);
  expect(await faulty(leak.replace(/\((.*)\)$/, '(county_code = app.county_at_county() and $1)'), check)).toBe(1);
  const hole = `create function app.hole() returns bigint language sql as 'select count(*) from report where village_code = app.unit()'`;
  expect(await faulty(hole, check)).toBe(1);
  expect(await faulty(hole.replace('village_code = app.unit()', 'app.sealed()'), check)).toBe(1);
  expect(await faulty(hole.replace('village_code = app.unit()', 'app.office()'), check)).toBe(1);
});

test('the planner keeps no common values of what a policy asks for plainly', async () => {
  const check = () =>
    list(
      `select distinct p.tablename, asked[1] from pg_policies p, regexp_matches(p.qual, '(\\w+) = app\\.(?:unit|person)\\(\\)', 'g') asked
       join pg_attribute a on a.attname = asked[1] where a.attrelid = format('%I.%I', p.schemaname, p.tablename)::regclass and a.attstattarget is distinct from 1`,
    );
  expect(await check()).toEqual([]);
  expect(await faulty('alter table report alter column village_code set statistics default', check)).toBe(1);
  expect(await faulty('alter policy person_village_see on person using (id = app.person())', check)).toBe(1);
});

test('every view reads with its reader’s rights, and there is no materialized view', async () => {
  const check = () =>
    list(
      `select relname ${TABLES} and (relkind = 'm' or relkind = 'v' and not coalesce('security_invoker=true' = any(reloptions), false))`,
    );
  expect(await check()).toEqual([]);
  expect(await faulty('create view public.leak as select * from public.report', check)).toBe(1);
});

test('functions that run with the owner’s rights are the listed ones, and each fixes its search path', async () => {
  const check = () =>
    list(
      `select proname from pg_proc where pronamespace in ('app'::regnamespace, 'public'::regnamespace) and prosecdef and proname not in (${DEFINERS.map((name) => `'${name}'`)})`,
    );
  expect(await check()).toEqual([]);
  expect(
    await list(`select proname from pg_proc where pronamespace = 'app'::regnamespace and prosecdef order by proname`),
  ).toEqual([...DEFINERS].sort());
  expect(
    await list(
      `select proname from pg_proc where pronamespace = 'app'::regnamespace and prosecdef and not exists (select from unnest(proconfig) c where c like 'search_path=%')`,
    ),
  ).toEqual([]);
  expect(await faulty(`create function app.hole() returns void language sql security definer as ''`, check)).toBe(1);
});

test('nobody but the owner makes anything that could be found by another’s name', async () => {
  const check = () =>
    list(`
    select 'temporary', rolname from pg_roles where ${RUNTIME} and has_database_privilege(oid, current_database(), 'temporary, create')
    union all select nspname, rolname from pg_namespace n, pg_roles r where ${RUNTIME} and has_schema_privilege(r.oid, n.oid, 'create')`);
  expect(await check()).toEqual([]);
  expect(await faulty('create schema theirs; grant create on schema theirs to lxq_jobs', check)).toBe(1);
  const grant = `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`;
  expect(await faulty(grant, check)).toBe(7);
});

test('what policies and triggers ask by names that the caller could shadow names its types with their schema', async () => {
  const check = () =>
    list(`select proname from pg_proc p where pronamespace = 'app'::regnamespace and proconfig is null
      and (prorettype = 'trigger'::regtype or has_function_privilege('public', p.oid, 'execute')) and prosrc ~ '::(?!pg_catalog\\.|(bigint|int|bit)\\M)'`);
  expect(await check()).toEqual([]);
  const person = `create or replace function app.person() returns uuid language sql as 'select null::uuid'`;
  expect(await faulty(person, check)).toBe(1);
});

test('the login role owns nothing and was granted nothing of its own', async () => {
  const check = () =>
    list(`
    select c.relname from pg_class c, aclexplode(c.relacl) a where a.grantee = 'lxq_app'::regrole
    union all select p.proname from pg_proc p, aclexplode(p.proacl) a where a.grantee = 'lxq_app'::regrole
    union all select n.nspname from pg_namespace n, aclexplode(n.nspacl) a where a.grantee = 'lxq_app'::regrole
    union all select c.relname from pg_class c where c.relowner = 'lxq_app'::regrole`);
  expect(await check()).toEqual([]);
  expect(await faulty('grant select on report to lxq_app', check)).toBe(1);
  expect(
    await list(
      `select rolname from pg_roles where rolname ~ '^(lxq|at)_' and (rolsuper or rolbypassrls or rolcreaterole)`,
    ),
  ).toEqual([]);
  expect(await list(`select rolname from pg_roles where rolname ~ '^(lxq|at)_' and rolcanlogin`)).toEqual(['lxq_app']);
  expect(await list(`select rolinherit from pg_roles where rolname = 'lxq_app'`)).toEqual(['false']);
});

test('nothing was granted to everybody, and nobody but the listed levels may run what sees more than a level', async () => {
  expect(
    await list(
      `select c.relname from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee = 0`,
    ),
  ).toEqual([]);
  const open = await list(
    `select proname from pg_proc p where pronamespace = 'app'::regnamespace and has_function_privilege('public', p.oid, 'execute') order by 1`,
  );
  expect(open).toEqual([
    'acting',
    'clock',
    'county',
    'county_at_county',
    'county_at_officer',
    'county_at_township',
    'county_at_village',
    'enter_session',
    'hears',
    'leads',
    'level',
    'level_of',
    'level_roles',
    'levels',
    'matter',
    'now',
    'office',
    'open_scope',
    'person',
    'reads_issues',
    'role_mark',
    'sealed',
    'submit_reports',
    'take_scope',
    'today',
    'unit',
  ]);
});

test('the county stands first in every primary, unique and foreign key, and leads every index', async () => {
  const exceptions = COUNTYLESS.map((name) => `'${name}'`);
  const check = () =>
    list(`
    select c.relname, i.relname from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam
    where c.relnamespace = 'public'::regnamespace and m.amname = 'btree' and c.relname not in (${exceptions})
      and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) <> 'county_code'`);
  expect(await check()).toEqual([]);
  expect(await faulty('create index bare on report (submitted_at)', check)).toBe(1);
  const foreign = `select c.conrelid::regclass, c.conname from pg_constraint c join pg_class r on r.oid = c.conrelid where c.contype = 'f' and r.relnamespace = 'public'::regnamespace
    and (select attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) <> 'county_code'`;
  expect(await list(foreign)).toEqual([]);
});

test('the migrations make exactly what the entities describe', async () => {
  const orm = await MikroORM.init({
    ...ownerOptions(database.adminUrl),
    entities,
    schemaGenerator: { ignoreSchema: ['app', 'graphile_worker'], createForeignKeyConstraints: false } as never,
  });
  const drift = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false });
  await orm.close();
  // Foreign keys, triggers and what excludes overlaps stand in migrations alone: entities hold plain columns. A default that calls nextval is read back as an identity.
  const isOurs = (line: string) =>
    /drop constraint "(\w+_fk|post_one_principal|stand_in_one_at_a_time|stand_in_\w+_check)"|drop (trigger|function) if exists|set default nextval/.test(
      line,
    );
  expect(drift.split('\n').filter((line) => line.trim() && !isOurs(line))).toEqual([]);
});
