import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { haystackOf, keysOf, needlesOf } from '@lxq/schema/search/search-tokens.ts';
import { type Account, COUNTY, code, type Fixture, rightsOf, startFixture } from '../../testing/fixture.ts';

/*
 * Search goes about its work in several ways, by how common a word is thought to be. Whatever way, and however wrong it was
 * thought, it answers what a look at every report answers.
 */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  for (const [i, author] of AUTHORS.entries()) await fill(author, i);
  await fixture.admin.query('select app.count_words()');
  await fixture.admin.query('vacuum (analyze) report, report_search');
}, 120_000);
afterAll(() => fixture.close());

const AUTHORS = ['officer', 'officer2', 'poplarOfficer', 'otherOfficer', 'foreignOfficer'] as const;
const EACH = 3_000;
/** Which of an author's reports hold a word, the newest being the first. */
const WORDS: [word: string, holds: (n: number, author: number) => boolean][] = [
  ['群众', (n) => n % 3 !== 0],
  ['路灯', (n) => n % 12 === 0],
  ['机井', (n) => n % 150 === 0],
  ['缆车', (n) => n % 1_000 === 7],
  ['塌方', (n) => n < 40], // these days
  ['旱情', (n) => n > EACH - 400 && n % 3 === 0], // long ago
  ['柳林', (_n, author) => author === 1], // in one place
  ['xiliulincun', (n, author) => author === 2 && n % 4 === 0],
];

async function fill(author: (typeof AUTHORS)[number], place: number): Promise<void> {
  const { countyCode, unitCode, personId, postId } = rightsOf(author);
  const contents = Array.from({ length: EACH }, (_, n) =>
    haystackOf([
      `第${n}件，请有关部门到村里来看一看，谢谢。`,
      ...WORDS.flatMap(([word, holds]) => (holds(n, place) ? [word] : [])),
      `2026-${String(n * 5 + place).padStart(6, '0')}`,
    ]),
  );
  await fixture.admin.query('set session_replication_role = replica');
  await fixture.admin.query(
    `with told as (
       insert into report (county_code, unit_code, id, client_id, content_hash, author_id, post_id, state, line, channel, topic_code, urgency, place_code, occurred_at, submitted_at, due_at, content)
       select $1, $2, i.id, i.id, 'x', $3, $4, case when t.n % 5 = 0 then 'SUBMITTED' else 'ARCHIVED' end,
         case when t.n % 40 = 1 then 'SEALED' when t.n % 30 = 2 then 'DIRECT' else 'LINE' end, 'OFFICER', 'ROAD', 'NORMAL', $2, at.at, at.at, at.at, t.content
       from unnest($5::text[]) with ordinality t (content, n), lateral (select gen_random_uuid() as id where t.n > 0) i,
         lateral (select date_trunc('hour', now()) - interval '1 hour' * (t.n / 3) as at) at -- three at a time
       returning *)
     insert into report_search (county_code, unit_code, report_id, author_id, line, submitted_at, haystack, keys)
     select r.county_code, r.unit_code, r.id, r.author_id, r.line, r.submitted_at, r.content, k.keys::int[]
     from told r join unnest($5::text[], $6::text[]) k (content, keys) on k.content = r.content`,
    [countyCode, unitCode, personId, postId, contents, contents.map((text) => `{${keysOf(countyCode, text)}}`)],
  );
  await fixture.admin.query('set session_replication_role = origin');
}

const SCOPES: Record<'county' | 'discipline' | 'clerk' | 'head' | 'officer', string> = {
  county: `line <> 'SEALED'`,
  discipline: `line = 'SEALED'`, // their desk is the accusations'
  clerk: `township_code = ${code(COUNTY, 101)} and line = 'LINE'`,
  head: `village_code = ${code(COUNTY, 101, 201)} and line = 'LINE'`,
  officer: `author_id = '${rightsOf('officer').personId}'`,
};

/** A look at every report. */
async function expected(account: keyof typeof SCOPES, text: string, more = 'true'): Promise<string[]> {
  const { rows } = await fixture.admin.query(
    `select id from report where county_code = $1 and ${SCOPES[account]} and ${more}
       and not exists (select from unnest($2::text[]) needle where position(needle in content) = 0)
     order by submitted_at desc, id desc`,
    [COUNTY, needlesOf(text)],
  );
  return rows.map(({ id }) => id);
}

async function found(account: Account, text: string, filter: object | null, pages: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null, page = 0; page < pages; page++) {
    const { data, errors }: any = await fixture.run(
      account,
      `query ($text: String!, $after: String, $filter: ReportFilter) {
        searchReports(text: $text, first: 20, after: $after, filter: $filter) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      { text, after, filter },
    );
    expect(errors).toBeUndefined();
    ids.push(...data.searchReports.edges.map((edge: any) => edge.node.id));
    after = data.searchReports.pageInfo.endCursor;
    if (!data.searchReports.pageInfo.hasNextPage) break;
  }
  return ids;
}

const TEXTS = [
  ...WORDS.map(([word]) => word),
  ...[
    '群众 路灯',
    '路灯 机井',
    '群众 缆车',
    '塌方 旱情',
    '群众 路灯 机井',
    '村里',
    '2026-00',
    '2026-000123',
    '没有这个词',
  ],
];

async function expectRight(account: keyof typeof SCOPES): Promise<void> {
  for (const text of TEXTS) {
    const all = await expected(account, text);
    expect([account, text, await found(account, text, null, 4)]).toEqual([account, text, all.slice(0, 80)]);
  }
}

test.each(Object.keys(SCOPES) as (keyof typeof SCOPES)[])('%s finds what a look at every report finds', expectRight);

test('a search with a filter finds as many as without one, less what the filter drops', async () => {
  for (const text of ['群众', '机井', '塌方']) {
    const all = await expected('county', text, `state = 'SUBMITTED'`);
    expect([text, await found('county', text, { states: ['SUBMITTED'] }, 3)]).toEqual([text, all.slice(0, 60)]);
  }
});

test('what was counted wrongly, or never, only costs time', async () => {
  const county = rightsOf('county').countyCode;
  // The common taken for rare and the rare for common.
  await fixture.admin.query(
    `update search_frequency f set n = greatest(1, t.n - f.n) from search_frequency t where t.county_code = f.county_code and t.key = 0 and f.key <> 0`,
  );
  for (const account of ['county', 'clerk', 'head'] as const) await expectRight(account);
  await fixture.admin.query('delete from search_frequency where county_code = $1', [county]);
  for (const account of ['county', 'clerk', 'officer'] as const) await expectRight(account);
  await fixture.admin.query('select app.count_words()');
});

test('counting finds how common a word is, to a few hundredths', async () => {
  const { rows } = await fixture.admin.query(
    `select f.n::float8 / t.n as share from search_frequency f join search_frequency t on t.county_code = f.county_code and t.key = 0
     where f.county_code = $1 and f.key = $2`,
    [COUNTY, keysOf(COUNTY, '群众')[0]],
  );
  expect(rows[0].share).toBeGreaterThan(0.62);
  expect(rows[0].share).toBeLessThan(0.71);
});

test('a level may run its own search and no other', async () => {
  // lxq_migrator may become the owner.
  const { rows } = await fixture.admin.query(
    `select p.proname || ' ' || r.rolname as may from pg_proc p, pg_roles r where p.pronamespace = 'app'::regnamespace and p.proname ~ '^(search|find)_' and r.rolname ~ '^(at|lxq)_'
       and r.rolname not in ('lxq_owner', 'lxq_migrator') and has_function_privilege(r.oid, p.oid, 'execute')`,
  );
  expect(rows.map(({ may }) => may).sort()).toEqual(
    ['find', 'search_by', 'search', 'search_words']
      .flatMap((name) => ['county', 'officer', 'township', 'village'].map((level) => `${name}_${level} at_${level}`))
      .sort(),
  );
});
