import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { publishedDays } from './calendar.ts';
import { WANGXI } from './demo/counties.ts';
import { makeCounty } from './demo/county-tables.ts';
import { asFiller, type Row } from './demo/rows.ts';
import { APP_ROLE, appPassword, MIGRATIONS, migrateDatabase, migrateTables, prepare } from './migrate.ts';
import { createBareDatabase, createTestDatabase, type TestDatabase } from './test-database.ts';

/*
 * A database that an older version left, with a county in it: tables as of its last migration, policies as migrations made
 * them and as somebody has altered them since. Then it is brought to this version, and has to be like a new one.
 */
const OLDER = [
  ['the version before', readdirSync(MIGRATIONS).sort().at(-2)?.replace('.ts', '') as string],
  ['the first that had counties', 'Migration20261122000009_search'],
];
const COUNTY = WANGXI.countyCode;
const ALTERED = `
  alter policy alert_county_see on alert using (true);
  drop policy post_village_see on post;
  create policy everybody on report for select to at_village using (true);
  alter table audit no force row level security;
  grant select, delete on login to at_county`;

/** What an issue's making and going out told of, as events were before they had a subject, and a policy that asks for what goes. */
const TOLD = `
  drop policy event_county_see on event;
  create policy event_county_see on event for select to at_county using (digest_id is null);
  insert into event (county_code, id, unit_code, n, kind, at, report_id, digest_id, item_id, instruction_id)
  select d.county_code, gen_random_uuid(), d.county_code * 1000000000::bigint, row_number() over (order by t.place), t.kind, d.issued_at + t.later * interval '1 hour',
    case when t.concerns ~ 'r' then l.report_id end, case when t.concerns ~ 'd' then d.id when t.concerns ~ 'o' then o.id end,
    case when t.concerns ~ 'i' then l.item_id end, case when t.concerns ~ 'n' then gen_random_uuid() end
  from (select * from digest where issued_at is not null order by issued_at limit 1) d
  join (select * from digest_item_report order by report_id) l on l.county_code = d.county_code and l.digest_id = d.id,
    lateral (select id from digest where issued_at is null limit 1) o,
    (values (1, 'REPORT_SUBMITTED', -9, 'r'), (2, 'DIGEST_EDITED', -8, 'di'), (3, 'REPORT_DIGESTED', 0, 'rd'), (4, 'DIGEST_ISSUED', 0, 'd'), (5, 'INSTRUCTED', 1, 'dni'),
      (6, 'DIGEST_OPENED', 2, 'o'), (7, 'ALERT_RAISED', 3, 'r'), (8, 'DIGEST_OVERDUE', 4, '')) t (place, kind, later, concerns)
  where l.report_id = (select min(report_id::text)::uuid from digest_item_report where digest_id = d.id)`;
const ISSUES = `select array[d.id, (select id from digest where issued_at is null limit 1), (select item_id from digest_item_report where digest_id = d.id order by report_id limit 1)] as ids
  from digest d where issued_at is not null order by issued_at limit 1`;
/** Who did what to what, a line a deed, as far as every version kept it. */
const HISTORY = `select id, subject, subject_id, at, deed, from_state, to_state, actor_id, actor_role, note, author_id, line from audit`;

/** Everything that could have been left as it was, a line a thing. */
const OURS = `in ('public'::regnamespace, 'app'::regnamespace)`;
const CATALOG = {
  tables: `select relname, relkind, relrowsecurity, relforcerowsecurity, reloptions, relowner::regrole from pg_class where relkind in ('r', 'S', 'v', 'm') and relnamespace ${OURS}`,
  columns: `select a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, a.attstattarget, pg_get_expr(d.adbin, d.adrelid)
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace ${OURS} and a.attnum > 0 and not a.attisdropped`,
  indexes: `select pg_get_indexdef(indexrelid) from pg_index x join pg_class c on c.oid = x.indrelid where c.relnamespace ${OURS}`,
  constraints: `select conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid) from pg_constraint where connamespace ${OURS}`,
  triggers: `select tgenabled, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal`,
  policies: `select p.*, obj_description(o.oid, 'pg_policy') from pg_policies p join pg_policy o on o.polname = p.policyname and o.polrelid = format('%I.%I', p.schemaname, p.tablename)::regclass`,
  functions: `select pg_get_functiondef(oid), proowner::regrole from pg_proc where pronamespace ${OURS}`,
  grants: `select c.oid::regclass::text, a.grantee::regrole, a.privilege_type from pg_class c, aclexplode(c.relacl) a where c.relnamespace ${OURS}
    union all select p.oid::regprocedure::text, a.grantee::regrole, a.privilege_type from pg_proc p, aclexplode(p.proacl) a where p.pronamespace ${OURS}`,
  migrations: 'select name from app.migration',
};

let newDatabase: TestDatabase;
let fresh: pg.Client;
beforeAll(async () => {
  newDatabase = await createTestDatabase();
  fresh = await connect(newDatabase.adminUrl);
});
afterAll(async () => {
  await fresh.end();
  await newDatabase.drop();
});

describe.each(OLDER)('a database of %s', (_, lastMigration) => {
  let database: TestDatabase;
  let old: pg.Client;
  let filled: Record<string, number>;
  let histories: string[];
  const hasNoSubject = lastMigration < 'Migration20261129000066';
  beforeAll(async () => {
    database = await createBareDatabase();
    old = await connect(database.adminUrl);
    await prepare(old, appPassword(database.adminUrl)); // the role is the whole cluster's, other tests run as it
    await migrateTables(database.adminUrl, lastMigration);
    await fill(old);
    if (hasNoSubject) await old.query(TOLD);
    histories = await linesOf(old, HISTORY);
    await old.query(`select app.grant_by_policies(); ${ALTERED}`);
    filled = await countsOf(old);
    await migrateDatabase(database.adminUrl);
  }, 60_000);
  afterAll(async () => {
    await old.end();
    await database.drop();
  });

  test.each(Object.entries(CATALOG))('has the %s of a new one', async (_, text) => {
    const expected = await linesOf(fresh, text);
    expect(expected.length).toBeGreaterThan(5);
    expect(await linesOf(old, text)).toEqual(expected);
  });

  test('keeps every row', async () => {
    expect(filled.report).toBe(201);
    expect(await countsOf(old)).toMatchObject(filled);
  });

  test('keeps the history of every report, issue and instruction', async () => {
    const nouns = `select distinct subject from audit where subject in ('REPORT', 'DIGEST', 'INSTRUCTION')`;
    expect(await linesOf(old, nouns)).toHaveLength(3);
    expect(await linesOf(old, HISTORY)).toEqual(histories);
    await expect(old.query('set role lxq_owner; update audit set note = $$$$')).rejects.toMatchObject({
      code: '42501',
    });
    await old.query('reset role');
  });

  if (hasNoSubject) {
    test('says of every event what it is of, what else it concerns, and whose ears it is for', async () => {
      const { rows } = await old.query(
        `select e.kind, e.subject, e.ears, e.about, array(select key from jsonb_each_text(e.about) where value = e.subject_id::text) as is
       from event e order by n`,
      );
      const [issue, open, item] = (await old.query(ISSUES)).rows[0].ids;
      const [report, instruction] = [
        expect.stringMatching(/^[0-9a-f-]{36}$/),
        expect.stringMatching(/^[0-9a-f-]{36}$/),
      ];
      expect(rows.map(({ kind, subject, ears, about, is }) => [kind, subject, is, ears, about])).toEqual([
        ['REPORT_SUBMITTED', 'REPORT', ['REPORT'], 'EVERYBODY', { REPORT: report }],
        ['DIGEST_EDITED', 'DIGEST', ['DIGEST'], 'OFFICE', { DIGEST: issue, ITEM: item }],
        ['REPORT_DIGESTED', 'REPORT', ['REPORT'], 'READERS', { REPORT: report, DIGEST: issue }],
        ['DIGEST_ISSUED', 'DIGEST', ['DIGEST'], 'READERS', { DIGEST: issue }],
        [
          'INSTRUCTED',
          'INSTRUCTION',
          ['INSTRUCTION'],
          'LEADERS',
          { INSTRUCTION: instruction, DIGEST: issue, ITEM: item },
        ],
        ['DIGEST_OPENED', 'DIGEST', ['DIGEST'], 'OFFICE', { DIGEST: open }],
        ['ALERT_RAISED', 'REPORT', ['REPORT'], 'EVERYBODY', { REPORT: report }],
        ['DIGEST_OVERDUE', 'DIGEST', [], 'EVERYBODY', {}],
      ]);
    });

    test.each([
      ['COUNTY', 8, ['DIGEST', 'INSTRUCTION', 'REPORT']],
      ['LEADER', 6, ['INSTRUCTION', 'REPORT']],
      ['ANALYST', 5, ['REPORT']],
      ['DISCIPLINE', 3, ['REPORT']],
    ])('shows a %s of the county what is for their ears', async (level, events, subjects) => {
      await old.query('begin');
      await old.query('select app.enter($1, $2, $3, gen_random_uuid())', [level, COUNTY, COUNTY * 1e9]);
      expect(await linesOf(old, 'select n from event')).toHaveLength(events);
      expect(await linesOf(old, 'select distinct subject from audit')).toEqual(subjects);
      await old.query('rollback');
    });
  }

  test('shows each level the reports in its sight, and the runtime role none', async () => {
    const [author] = (
      await old.query(`select author_id, township_code, village_code from report where line = 'DIRECT' limit 1`)
    ).rows;
    const { author_id, township_code, village_code } = author;
    const levels = [
      ['COUNTY', COUNTY * 1e9, `line <> 'SEALED'`],
      ['DISCIPLINE', COUNTY * 1e9, 'true'],
      ['TOWNSHIP', township_code, `line = 'LINE' and township_code = ${township_code}`],
      ['VILLAGE', village_code, `line = 'LINE' and village_code = ${village_code}`],
      ['OFFICER', village_code, `author_id = '${author_id}'`],
    ] as const;
    for (const [level, unit, condition] of levels) {
      const expected = await linesOf(old, `select id from report where ${condition}`);
      expect(expected.length).toBeGreaterThan(0);
      await old.query('begin');
      await old.query('select app.enter($1, $2, $3, $4)', [level, COUNTY, unit, author_id]);
      expect([level, await linesOf(old, 'select id from report')]).toEqual([level, expected]);
      await old.query('rollback');
    }
    await old.query(`begin; set local role ${APP_ROLE}`);
    await expect(old.query('select from report')).rejects.toMatchObject({ code: '42501' });
    await old.query('rollback');
  });

  test('is left alone from then on: no policy is made anew', async () => {
    const made = `select p.oid from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace`;
    const before = await linesOf(old, made);
    await migrateDatabase(database.adminUrl);
    expect(await linesOf(old, made)).toEqual(before);
  });
});

async function connect(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  return client;
}

const linesOf = async (client: pg.Client, text: string): Promise<string[]> =>
  (await client.query({ text, rowMode: 'array' })).rows.map((row) => row.join(' ')).sort();

/** What came later, by the table that tells whether it was there. */
const LATER: Record<string, string> = {
  ...{ CASE: 'cases', REVISIT: 'revisit', ORDER: 'guidance_order', CENSURE: 'censure', THEME: 'theme' },
  ACCOUNTABILITY: 'accountability',
};

/** Rows of today's demo, of what columns and states there were. Triggers are of this version, and know tables that were not there. */
async function fill(client: pg.Client): Promise<void> {
  const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
  const { tables } = makeCounty(WANGXI, new Date(), calendar, { report: 0, instruction: 0, case: 0 });
  const columns = `select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'`;
  const known = new Set(await linesOf(client, columns));
  // Instructions went no further than their reading, and posts had no history.
  const cut = (table: string) => (row: Row) => ({
    ...Object.fromEntries(Object.entries(row).filter(([column]) => known.has(`${table}.${column}`))),
    ...(table === 'instruction' && { state: 'INSTRUCTED' }),
  });
  const add = await asFiller(client);
  await client.query('set session_replication_role = replica');
  const wasThere = (subject: string) =>
    subject !== 'POST' && (!LATER[subject] || known.has(`${LATER[subject]}.county_code`));
  const ofThen = ({ subject }: Row) => !subject || wasThere(subject as string);
  for (const [table, rows] of tables)
    if (known.has(`${table}.county_code`)) await add(table, rows.filter(ofThen).map(cut(table)));
  await client.query('reset session_replication_role');
}

/** How many rows tables have that have any; every migration may add to the calendar. */
async function countsOf(client: pg.Client): Promise<Record<string, number>> {
  const tables = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'calendar_day'`;
  const counts = (await linesOf(client, tables)).map(
    (name) => `select '${name}' as name, count(*)::int as n from ${name}`,
  );
  const { rows } = await client.query(counts.join(' union all '));
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ name, n }) => [name, n]));
}
