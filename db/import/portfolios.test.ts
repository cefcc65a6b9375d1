import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { countsOf, importFile, refusalOf, rowsOf } from './import.testing.ts';
import { PEOPLE, startCounty, type Table } from './network.testing.ts';

let county: Awaited<ReturnType<typeof startCounty>>;
let codes: { top: string; topName: string; below: string[]; other: string };

beforeAll(async () => {
  county = await startCounty();
  await county.put('people', PEOPLE);
  await county.put('posts', [
    ['person', 'unit', 'role', 'from'],
    ['W-001', '371723000000', '县领导', '2026-01-01'],
    ['W-002', '371723000000', 'LEADER', '2026-01-01'],
    ['W-003', '371723000000', '县群工办经办', '2026-01-01'],
  ]);
  const terms = await rowsOf<{ code: string; name: string; parent_code: string | null }>(
    county.url,
    `select code, name, parent_code from term where kind = 'TOPIC' order by position, code`,
  );
  const below = (code: string) => terms.filter((term) => term.parent_code === code).map((term) => term.code);
  const [first, second] = terms.filter((term) => !term.parent_code && below(term.code).length > 1);
  if (!first || !second) throw new Error('the dictionary has no topics of two levels');
  codes = { top: first.code, topName: first.name, below: below(first.code), other: second.code };
});
afterAll(() => county.stop());

const HEADER = ['分工名称', '领导人员编号', '信息类别', '顺序'];
const held = async () => {
  const rows = await rowsOf<{ name: string; topic_code: string }>(
    county.url,
    `select p.name, t.topic_code from portfolio p join portfolio_topic t on t.portfolio_id = p.id order by 1, 2`,
  );
  const byName = Map.groupBy(rows, ({ name }) => name);
  return (name: string) => (byName.get(name) ?? []).map(({ topic_code }) => topic_code);
};
const sorted = (list: string[]) => [...list].sort();

test('a dry run writes no portfolio', async () => {
  const before = await countsOf(county.url);
  const file = await county.csv([HEADER, ['农业农村工作', 'W-001', codes.top, '']]);
  const { changes } = await importFile(county.url, { kind: 'portfolios', file, isDryRun: true, asOf: '2026-03-01' });
  expect(changes.list.added).toEqual(['农业农村工作 测试甲']);
  expect(await countsOf(county.url)).toEqual(before);
});

test('a top topic takes along what no line names below it; topics are found by name or code', async () => {
  const [moved = '', ...rest] = codes.below;
  const table: Table = [
    HEADER,
    ['农业农村工作', 'W-001', codes.topName, '1'],
    ['城乡建设工作', 'W-002', `${moved}、${codes.other}`, ''],
  ];
  expect(await county.summary('portfolios', table)).toBe('2 added, 0 renamed, 0 closed');
  const of = await held();
  expect(sorted(of('农业农村工作'))).toEqual(sorted([codes.top, ...rest]));
  expect(of('城乡建设工作')).toEqual(expect.arrayContaining([moved, codes.other]));
  expect(await rowsOf(county.url, 'select name, leader_name, position from portfolio order by position')).toEqual([
    { name: '农业农村工作', leader_name: '测试甲', position: 1 },
    { name: '城乡建设工作', leader_name: '测试乙', position: 11 },
  ]);
  expect(await county.summary('portfolios', table, county.xlsx)).toBe('0 added, 0 renamed, 0 closed');
});

test('a topic named elsewhere moves; an empty cell leaves leader’s topics and order as they are', async () => {
  const [moved = ''] = codes.below;
  const table: Table = [HEADER, ['农业农村工作', 'W-002', `${codes.top};${moved}`, '']];
  expect(await county.summary('portfolios', table)).toBe('0 added, 0 renamed, 1 changed, 0 closed');
  const of = await held();
  expect(of('农业农村工作')).toEqual(expect.arrayContaining([codes.top, moved]));
  expect(of('城乡建设工作')).not.toContain(moved);
  const topics = of('农业农村工作');
  expect(await county.summary('portfolios', [HEADER, ['农业农村工作', 'W-001', '', '']])).toBe(
    '0 added, 0 renamed, 1 changed, 0 closed',
  );
  expect((await held())('农业农村工作')).toEqual(topics);
  expect(await rowsOf(county.url, `select leader_name, position from portfolio where name = '农业农村工作'`)).toEqual([
    { leader_name: '测试甲', position: 1 },
  ]);
});

test('every mistake is told by line and field, and nothing is written', async () => {
  const before = await countsOf(county.url);
  const file = await county.csv([
    HEADER,
    ['水', 'W-001', '', ''],
    ['教育工作', 'W-404', '', ''],
    ['教育卫生工作', 'W-003', '', ''],
    ['环境工作', 'W-001', '没有的类别', ''],
    ['交通工作', 'W-001', codes.other, '一'],
    ['民政工作', 'W-001', codes.other, ''],
    ['社保工作', 'W-002', `${codes.other}、${codes.top}`, ''],
    ['民政工作', 'W-001', '', '10000'],
    ['民政工作', 'W-001', '', ''],
    ['政法工作', '13812345678', '', ''],
    ['基层工作', 'W-001', '甲'.repeat(2001), ''],
  ]);
  const findings = await refusalOf(county.url, { kind: 'portfolios', file, asOf: '2026-03-01' });
  expect(findings.map(({ line, field, code }) => [line, field, code])).toEqual([
    [2, 'name', 'NAME_LENGTH'],
    [3, 'leader', 'PERSON_UNKNOWN'],
    [4, 'leader', 'NOT_LEADER'],
    [5, 'topics', 'TOPIC_UNKNOWN'],
    [6, 'position', 'BAD_POSITION'],
    [8, 'topics', 'TOPIC_TWICE'],
    [9, 'position', 'BAD_POSITION'],
    [10, 'name', 'DUPLICATE'],
    [11, 'leader', 'REF_PERSONAL'],
    [12, 'topics', 'TOO_LONG'],
  ]);
  expect(findings.every(({ remedy }) => remedy.zh && remedy.en)).toBe(true);
  expect(await countsOf(county.url)).toEqual(before);
});
