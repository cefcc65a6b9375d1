import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, edited, issued, monthsLater, refusal } from '../digests/digest.testing.ts';
import { instructed } from '../instructions/instruction.testing.ts';
import { type Account, COUNTY, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
let issue: { id: string; no: number | null; cumNo: number | null; year: number | null };
let instruction: string;
beforeAll(async () => {
  fixture = await startFixture();
  issue = await issued(fixture);
  const items = `query ($id: ID!) { digest(id: $id) { items { id } } }`;
  const [item] = (await ask(fixture, 'county', items, { id: issue.id })).digest.items;
  instruction = await instructed(fixture, { item: item.id });
  await monthsLater(fixture);
  const { id } = await edited(fixture);
  await fixture.admin.query(`update digest_item set text = '尚未印发的内容：龙王庙水库' where digest_id = $1`, [id]);
});
afterAll(() => fixture.close());

const SEARCH = `query ($kind: PaperKind!, $text: String!, $first: Int! = 10, $after: String) { searchPapers(kind: $kind, text: $text, first: $first, after: $after)
  { edges { node { id kind no title text at digestId itemId itemNumber reportId } } pageInfo { hasNextPage endCursor } } }`;
const found = async (account: Account, kind: string, text: string) =>
  (await ask(fixture, account, SEARCH, { kind, text })).searchPapers.edges.map(({ node }: any) => node);

test('an issue is found by its number, of the year or of all time', async () => {
  const { no, cumNo, year, id } = issue;
  for (const text of [`第${no}期`, `${year}年第${no}期`, `总第${cumNo}期`, `  第 ${no} 期`]) {
    const hits = await found('county', 'DIGEST', text);
    expect([text, hits]).toMatchObject([
      text,
      [{ id, digestId: id, itemId: null, no: `${year}-${no}`, kind: 'DIGEST' }],
    ]);
  }
  expect(await found('county', 'DIGEST', '1999年第1期')).toEqual([]);
});

test('a piece of an issued issue is found by words of its title and text, all of them; what is in the making is not', async () => {
  const hits = await found('leader', 'DIGEST', '机井 挑水');
  expect(hits.length).toBeGreaterThan(0);
  expect(hits[0]).toMatchObject({ digestId: issue.id, itemNumber: expect.any(Number) });
  expect(await found('county', 'DIGEST', '机井 石桥飞船')).toEqual([]);
  expect(await found('county', 'DIGEST', '龙王庙')).toEqual([]);
});

test('an instruction is found by its number and by its words', async () => {
  const { rows } = await fixture.admin.query(
    `select to_char(instructed_at at time zone 'Asia/Shanghai', 'YYYY') || '-' || lpad(serial::text, 4, '0') as no from instruction where id = $1`,
    [instruction],
  );
  for (const text of [rows[0].no, '查清原因', '水利局 解决'])
    expect(await found('county', 'INSTRUCTION', text)).toMatchObject([{ id: instruction, no: rows[0].no }]);
});

test('everybody finds what they may see, and who has no such papers is told so', async () => {
  for (const account of ['county', 'director', 'leader', 'leader2'] as const)
    expect(await found(account, 'INSTRUCTION', '查清原因')).toHaveLength(1);
  for (const account of ['clerk', 'bureau', 'townLeader'] as const)
    expect(await found(account, 'INSTRUCTION', '查清原因')).toEqual([]);
  await fixture.admin.query(
    `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state) values ($1, $2, $3, 'INSTRUCTION', 'MAIN', now(), now(), 'X')`,
    [COUNTY, instruction, UNITS.water],
  );
  expect(await found('bureau', 'INSTRUCTION', '查清原因')).toHaveLength(1);
  expect(await found('clerk', 'INSTRUCTION', '查清原因')).toEqual([]);
  expect(await found('analyst', 'DIGEST', '机井')).not.toEqual([]);
  const denied: [Account, string][] = [
    ['analyst', 'INSTRUCTION'],
    ['clerk', 'DIGEST'],
    ['discipline', 'DIGEST'],
    ['officer', 'INSTRUCTION'],
    ['admin', 'DIGEST'],
  ];
  for (const [account, kind] of denied)
    expect(await refusal(fixture, account, SEARCH, { kind, text: '机井' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await found('foreignClerk', 'DIGEST', '机井')).toEqual([]);
  await fixture.admin.query(`update instruction set state = 'WITHDRAWN' where id = $1`, [instruction]);
  expect(await found('county', 'INSTRUCTION', '查清原因')).toEqual([]);
});

test('too little, too much and what is no text is refused by its field', async () => {
  for (const text of ['', ' ', '井', '。', '长'.repeat(61)])
    expect(await refusal(fixture, 'county', SEARCH, { kind: 'DIGEST', text })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'text',
    });
  for (const text of [`%' or true --`, '_%\\', '\\x00\\d+', '(((('])
    expect(await found('county', 'DIGEST', text)).toEqual([]);
});

test('ten times a county’s papers are looked through in one statement, in pages, and soon enough to wait for', async () => {
  await fixture.admin.query('alter table digest disable trigger user; alter table digest_item disable trigger user');
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients, year, no, cum_no, issued_at)
     select $1, gen_random_uuid(), 'ISSUED', date '1950-01-01' + n, date '1950-01-01' + n, '摘报', 'MANY', '', '{}', 1950, 1000 + n, 1000 + n, timestamptz '1950-01-01' + interval '1 day' * n
     from generate_series(1, 3000) n`,
    [COUNTY],
  );
  await fixture.admin.query(
    `insert into digest_item (county_code, id, digest_id, position, title, body, text)
     select county_code, gen_random_uuid(), id, n, '第' || n || '条', '{}', repeat('村道路面破损积水，学生上学和农户拉粮都不方便，需要修补。', 10) || case when n = 7 then '铁索桥' else '' end
     from digest, generate_series(1, 10) n where mark = 'MANY'`,
  );
  await fixture.admin.query('analyze digest; analyze digest_item');
  for (const account of ['county', 'leader'] as const) {
    const { statements } = fixture.database;
    const began = performance.now();
    const { searchPapers } = await ask(fixture, account, SEARCH, { kind: 'DIGEST', text: '铁索桥 道路', first: 20 });
    const took = performance.now() - began;
    expect(searchPapers.edges).toHaveLength(20);
    expect(searchPapers.edges[0].node.text).toContain('铁索桥');
    expect(fixture.database.statements - statements).toBeLessThanOrEqual(3);
    expect(took).toBeLessThan(3_000);
    const after = searchPapers.pageInfo.endCursor;
    const more = await ask(fixture, account, SEARCH, { kind: 'DIGEST', text: '铁索桥 道路', first: 20, after });
    const ids = [...searchPapers.edges, ...more.searchPapers.edges].map(({ node }: any) => node.id);
    expect(new Set(ids).size).toBe(40);
  }
}, 60_000);
