import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rowsOf } from './import.testing.ts';
import { PEOPLE, startCounty, type Table, VILLAGE } from './network.testing.ts';

/** Who a unit's principal is (R17): by the units file's column, or by the posts file. */
let county: Awaited<ReturnType<typeof startCounty>>;
beforeAll(async () => {
  county = await startCounty();
  await county.put('people', [...PEOPLE, ['W-004', '测试丁', '', ''], ['W-005', '测试戊', '', '']]);
  await county.put('units', UNITS);
});
afterAll(() => county.stop());

const UNITS: Table = [
  ['单位名称', '类别', '第一责任人'],
  ['水利局', '县直部门', 'W-001'],
  ['教育局', '县直部门', ''],
];
const HEADER = ['person', 'unit', 'role', '职务类别', 'from', 'to'];
const principals = (unit: string) =>
  rowsOf<{ who: string }>(
    county.url,
    `select person_name || ' ' || role || ' ' || valid_from || '..' || coalesce(valid_to::text, '') as who from post p join unit u using (county_code)
     where u.code = p.unit_code and u.name = $1 and capacity = 'PRINCIPAL' order by valid_from`,
    [unit],
  ).then((rows) => rows.map(({ who }) => who));

test('whom the units file names gets a post as principal, and the same file again changes nothing', async () => {
  expect(await principals('水利局')).toEqual(['测试甲 TOWNSHIP_LEADER 2026-03-01..']);
  expect(await county.summary('units', UNITS)).toBe('0 added, 0 renamed, 0 closed');
  expect(await principals('水利局')).toHaveLength(1);
});

test('another principal ends the former one’s post the day before, and an empty cell leaves who it is', async () => {
  const next = [UNITS[0], ['水利局', '县直部门', 'W-002']] as Table;
  await rowsOf(county.url, `update post set valid_from = '2025-01-01' where capacity = 'PRINCIPAL'`);
  expect(await county.summary('units', next)).toBe('0 added, 0 renamed, 1 changed, 0 closed');
  const after = ['测试甲 TOWNSHIP_LEADER 2025-01-01..2026-02-28', '测试乙 TOWNSHIP_LEADER 2026-03-01..'];
  expect(await principals('水利局')).toEqual(after);
  expect(await county.summary('units', [UNITS[0], ['水利局', '县直部门', '']] as Table)).toBe(
    '0 added, 0 renamed, 0 closed',
  );
  expect(await principals('水利局')).toEqual(after);
});

test('somebody who leads the unit already becomes its principal by that post; of a room it is its head', async () => {
  await county.put('posts', [HEADER, ['W-004', VILLAGE, 'VILLAGE_HEAD', '', '2020-05-01', '']]);
  const room = [
    ['单位代码', '单位名称', '类别', '第一责任人'],
    [VILLAGE, '南堤居委会群众工作室', '村群众工作室', 'W-004'],
  ] as Table;
  await county.put('units', room);
  expect(await principals('南堤居委会群众工作室')).toEqual(['测试丁 VILLAGE_HEAD 2020-05-01..']);
});

test('two principals at once are refused by their line, with the other’s name: of the system, and of the file itself', async () => {
  expect(
    await county.refused('posts', [HEADER, ['W-003', '水利局', '单位领导', '主要负责人', '2026-04-01', '']]),
  ).toEqual([[2, 'capacity', 'PRINCIPAL_TAKEN']]);
  const both = [
    HEADER,
    ['W-003', '教育局', '单位领导', '主要负责人', '2026-04-01', '2026-06-30'],
    ['W-004', '教育局', 'Unit leader', 'PRINCIPAL', '2026-06-30', ''],
  ] as Table;
  expect(await county.refused('posts', both)).toEqual([[3, 'capacity', 'PRINCIPAL_TAKEN']]);
  (both[2] as string[])[4] = '2026-07-01';
  expect(await county.summary('posts', both)).toBe('2 added, 0 renamed, 0 closed');
});

test('two principals change places in one file, in any order of its lines, and one who is no longer one says so', async () => {
  const now = '2026-07-01';
  const swap = (first: string, second: string): Table => [
    HEADER,
    [first, '教育局', 'TOWNSHIP_LEADER', '主要负责人', now, ''],
    [second, '教育局', 'TOWNSHIP_LEADER', '无', now, ''],
  ];
  await county.put('posts', [HEADER, ['W-005', '教育局', 'TOWNSHIP_LEADER', '分管领导', now, '']]);
  await county.put('posts', swap('W-005', 'W-004'));
  expect((await principals('教育局')).at(-1)).toBe('测试戊 TOWNSHIP_LEADER 2026-07-01..');
  const [header, one, other] = swap('W-004', 'W-005') as [string[], string[], string[]];
  await county.put('posts', [header, other, one]);
  expect((await principals('教育局')).at(-1)).toBe('测试丁 TOWNSHIP_LEADER 2026-07-01..');
  await county.put('posts', [header, one, other]);
  expect((await principals('教育局')).length).toBe(2);
});

test('a capacity that the role cannot be, and a word that is none, are refused with what may stand there', async () => {
  const rows = [
    HEADER,
    ['W-003', '水利局', '单位经办', '主要负责人', '', ''],
    ['W-003', '水利局', '单位领导', '党政主要领导', '', ''],
    ['W-003', '水利局', '单位领导', '处长', '', ''],
  ] as Table;
  expect(await county.refused('posts', rows)).toEqual([
    [2, 'capacity', 'CAPACITY_ROLE'],
    [3, 'capacity', 'CAPACITY_ROLE'],
    [4, 'capacity', 'UNKNOWN_WORD'],
  ]);
});

test('who is to be principal by the posts file is not overruled by the units file', async () => {
  await county.put('posts', [HEADER, ['W-002', '水利局', '单位领导', '', '2026-03-01', '2026-08-31']]);
  await county.put('posts', [HEADER, ['W-005', '水利局', '单位领导', '主要负责人', '2026-09-01', '']]);
  const units = [UNITS[0], ['水利局', '县直部门', 'W-003']] as Table;
  const before = await principals('水利局');
  expect(before.at(-1)).toBe('测试戊 TOWNSHIP_LEADER 2026-09-01..');
  const error = await county.put('units', units).catch((error) => error);
  expect(error.findings.list).toMatchObject([{ line: 2, field: 'principal', code: 'PRINCIPAL_TAKEN' }]);
  expect(await principals('水利局')).toEqual(before);
});
