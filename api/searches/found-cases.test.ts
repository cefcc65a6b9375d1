import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACCEPTED, assignmentOf, caseOf } from '../cases/case-deeds.testing.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, COUNTY, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SEARCH = `query ($kind: PaperKind!, $text: String!, $first: Int! = 10, $after: String) { searchPapers(kind: $kind, text: $text, first: $first, after: $after)
  { edges { node { id kind no title text reportId } } pageInfo { hasNextPage endCursor } } }`;
const found = async (account: Account, kind: string, text: string) =>
  (await ask(fixture, account, SEARCH, { kind, text })).searchPapers.edges.map(({ node }: any) => node);

test('a case is found by its number, its notice’s and its words, by whoever takes part, as long as they do', async () => {
  const { id, deed, look, assigned } = await caseOf(fixture, 'clerk', { title: '双龙桥桥面塌陷' });
  const { no } = await look('county');
  const noticeNo = '群发〔2026〕778号';
  expect(await found('bureau', 'CASE', '双龙桥')).toEqual([]);
  await assigned(assignmentOf({ noticeNo }));
  for (const text of [no, no.slice(1), noticeNo, '群发(2026)第778号', '双龙桥 机井'])
    for (const account of ['county', 'director', 'leader', 'clerk', 'clerk2', 'bureau', 'bureauHead'] as const)
      expect([text, account, await found(account, 'CASE', text)]).toMatchObject([
        ...[text, account],
        [{ id, no, kind: 'CASE', title: '双龙桥桥面塌陷', reportId: null }],
      ]);
  for (const text of [no, noticeNo, '双龙桥']) {
    expect(await found('otherClerk', 'CASE', text)).toEqual([]);
    expect(await found('foreignClerk', 'CASE', text)).toEqual([]);
  }
  expect(await found('county', 'CASE', '双龙桥 石桥飞船')).toEqual([]);
  await deed('county', 'recallCase');
  for (const text of [no, noticeNo, '双龙桥']) expect(await found('bureau', 'CASE', text)).toEqual([]);
});

test('an official paper is found by the number on it, by whoever reads its case, and by no words', async () => {
  const { deed, id } = await caseOf(fixture, 'clerk');
  await deed('county', 'decideCase', { decision: ACCEPTED });
  const { rows } = await fixture.admin.query('select id, no from paper where subject_id = $1', [id]);
  expect(rows).toHaveLength(1);
  const [{ id: paper, no }] = rows;
  for (const text of [no, no.replace('〔', '[').replace('〕', ']'), no.replace('〔', '（').replace('〕', '）第')])
    for (const account of ['county', 'leader', 'clerk'] as const)
      expect([text, await found(account, 'OFFICIAL', text)]).toMatchObject([
        text,
        [{ id: paper, no, kind: 'OFFICIAL' }],
      ]);
  for (const account of ['bureau', 'otherClerk', 'foreignClerk'] as const)
    expect(await found(account, 'OFFICIAL', no)).toEqual([]);
  expect(await found('county', 'OFFICIAL', '受理 告知')).toEqual([]);
  for (const account of ['head', 'officer', 'analyst', 'admin', 'discipline'] as const)
    for (const kind of ['CASE', 'OFFICIAL'])
      expect(await refusal(fixture, account, SEARCH, { kind, text: no })).toMatchObject({ code: 'FORBIDDEN' });
});

test('ten times a county’s cases are looked through soon enough to wait for, and a unit’s among its own alone', async () => {
  const { id } = await caseOf(fixture, 'county', { title: '铁索桥桥板缺失' });
  const columns = (
    await fixture.admin.query(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns where table_name = 'cases' and column_name not in ('id', 'client_id', 'serial', 'title', 'opened_at') and is_generated = 'NEVER'`,
    )
  ).rows[0].names;
  await fixture.admin.query('alter table cases disable trigger user');
  await fixture.admin.query(
    `insert into cases (id, client_id, serial, title, opened_at, ${columns}) select gen_random_uuid(), gen_random_uuid(), 1000000 + n, case when n % 3000 = 7 then '铁索桥' else '村道' end || '破损积水', opened_at - interval '1 minute' * n, ${columns} from cases, generate_series(1, 30000) n where id = $1`,
    [id],
  );
  await fixture.admin.query('alter table cases enable trigger user');
  await fixture.admin.query(
    `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state)
     select county_code, id, $2, 'CASE', 'MAIN', now(), opened_at, state from cases where county_code = $1 and serial between 1000001 and 1003100`,
    [COUNTY, UNITS.water],
  );
  await fixture.admin.query('analyze cases; analyze participation');
  for (const [account, hits] of [
    ['county', 11],
    ['bureau', 2],
  ] as const) {
    const { statements } = fixture.database;
    const began = performance.now();
    const { searchPapers } = await ask(fixture, account, SEARCH, { kind: 'CASE', text: '铁索桥', first: 20 });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(fixture.database.statements - statements).toBeLessThanOrEqual(3);
    expect([account, searchPapers.edges.length]).toEqual([account, hits]);
  }
}, 60_000);
