import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FOLDED_ANEW } from '@lxq/db/migrations/Migration20261128000050_visible.ts';
import { haystackOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import { COUNTY, draft, type Fixture, startFixture } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SUBMIT = 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { report { id } } }';
const SEARCH = 'query ($text: String!) { searchReports(text: $text) { edges { node { id } } } }';
const submit = (content: string) =>
  fixture.run<{ submitReport: { report: { id: string } } }>('officer', SUBMIT, {
    draft: draft('officer', { content }),
  });

test.each([
  ['zero-width spaces', '停水'.padEnd(60, '\u200b')],
  ['spaces and line breaks', `停水${'\n　'.repeat(30)}三天`],
  ['variation selectors', '停水'.padEnd(40, '\ufe0f')],
])('a report of four characters and %s is too short', async (_, content) => {
  const { errors } = await submit(content);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'content' });
  expect(errors?.[0]?.message).toContain('至少 20 字');
});

test('twenty visible characters are enough, and five thousand with spaces among them are not too many', async () => {
  expect((await submit('村东机井已经停了三天，三十户人家吃水困难。')).errors).toBeUndefined();
  expect((await submit('村 '.repeat(5_000))).errors).toBeUndefined();
  expect((await submit('村'.repeat(5_001))).errors?.[0]?.extensions).toMatchObject({ field: 'content' });
  expect((await submit(`${'村'.repeat(30)}${' '.repeat(20_000)}事`)).errors?.[0]?.extensions).toMatchObject({
    field: 'content',
  });
});

test.each([
  ['a soft hyphen', '青\u00ad石渡口的渡船停了三天，两岸的人过不了河，请派人来看。', '青石渡'],
  ['a line break', '铁\n索桥的桥板坏了好几块，学生上学要绕行五里路，请派人来看。', '铁索桥'],
  ['padding', '村民欧　阳反映门前排水沟堵塞已经两个星期，臭气难闻，请派人来看。', '欧阳'],
  ['another dot', '阿依古丽•买买提家门前的路灯坏了两个月，夜里走路不便，请派人来看。', '古丽·买买提'],
])('a word with %s inside is found, whether it was stored now or before', async (_, content, text) => {
  const id = (await submit(content)).data?.submitReport.report.id;
  const found = async () =>
    (
      await fixture.run<{ searchReports: { edges: { node: { id: string } }[] } }>('officer', SEARCH, { text })
    ).data?.searchReports.edges.map(({ node }) => node.id);
  expect(await found()).toEqual([id]);
  const stored = 'select haystack, keys from report_search where county_code = $1 and report_id = $2';
  const [now] = (await fixture.admin.query(stored, [COUNTY, id])).rows;
  const before = content.normalize('NFKC').toLowerCase();
  const rest = String(now.haystack).slice(haystackOf([content]).length);
  await fixture.admin.query(
    'update report_search set haystack = $3, keys = $4 where county_code = $1 and report_id = $2',
    [COUNTY, id, before + rest, keysOf(COUNTY, before + rest)],
  );
  expect(await found()).toEqual([]);
  await fixture.admin.query(FOLDED_ANEW);
  expect(await found()).toEqual([id]);
  const [anew] = (await fixture.admin.query(stored, [COUNTY, id])).rows;
  expect(anew.haystack).toBe(now.haystack);
  expect(new Set(anew.keys)).toEqual(new Set(now.keys));
});
