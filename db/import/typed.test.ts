import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import { Findings, ImportRefused } from './finding.ts';
import { makeFolder, realText, refusalOf, rowsOf } from './import.testing.ts';
import { prepareImport } from './import.ts';
import { COUNTY, startCounty, type Table, VILLAGE } from './network.testing.ts';
import { idOf, personId } from './person-ref.ts';
import { readTable } from './table.ts';

let county: Awaited<ReturnType<typeof startCounty>>;
let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  [county, folder] = await Promise.all([startCounty(), makeFolder()]);
});
afterAll(() => Promise.all([county.stop(), folder.remove()]));

/** One column of numbers, each with its number format, as a sheet shows them. */
async function shown(cells: [value: number | Date, format?: string][]): Promise<(string | undefined)[]> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['编号']);
  for (const [value, format] of cells) {
    const cell = sheet.addRow([value]).getCell(1);
    if (format) cell.numFmt = format;
  }
  const file = county.place('.xlsx');
  await book.xlsx.writeFile(file);
  return (await readTable(file)).slice(1).map(({ cells: [cell] }) => cell);
}

test('a number in a sheet is what the person sees where its format pads it or adds words', async () => {
  expect(
    await shown([
      [7, '000000'],
      [7, '"W-"000'],
      [1234, '000-000'],
      [371723, '00000000'],
    ]),
  ).toEqual(['000007', 'W-007', '001-234', '00371723']);
});

test('a number that a sheet shows in scientific notation, in groups or with decimals is read by value', async () => {
  expect(
    await shown([[371723001001, '0.00E+00'], [371723001001000], [371723001001, '#,##0'], [7, '0.00'], [7, '0%']]),
  ).toEqual(['371723001001', '371723001001000', '371723001001', '7', '7']);
});

test('a day is a day in whatever form a sheet shows it', async () => {
  const day = new Date('2026-03-01T00:00:00Z');
  expect(
    await shown([
      [day, 'yyyy-mm-dd'],
      [day, '[$-804]yyyy"年"m"月"d"日"'],
      [day, 'm/d/yy'],
      [46082, 'd-mmm'],
    ]),
  ).toEqual(Array(4).fill('2026-03-01'));
});

test('the divisions of a sheet whose codes are numbers go in as those of the CSV', async () => {
  const [header = '', ...lines] = (await realText()).trimEnd().split('\n');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['菏泽市成武县行政区划']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(header.split(','));
  for (const line of lines) {
    const [code, name, level, parent] = line.split(',');
    sheet.addRow([Number(code), name, level, parent ? Number(parent) : '']).getCell(1).numFmt = '0.00E+00';
  }
  const file = county.place('.xlsx');
  await book.xlsx.writeFile(file);
  const { findings, rows } = await prepareImport({ kind: 'divisions', file });
  expect(rows).toBe(483);
  expect(findings.list.map(({ line, code }) => [line, code])).toEqual([[1, 'TITLE_ROW']]);
});

test('keys in full width, with spaces, in small letters and in scientific notation are the keys they mean', async () => {
  const people: Table = [
    ['人员编号', '姓名', '帐号', '启用'],
    ['Ｋ－０１', '测试甲', 'Ｔｅｓｔ．Ｋｅｙ', '是'],
    ['k-02', '测试乙', ' test.two ', 'Ｙ'],
    ['0007', '测试丙', '', ''],
  ];
  expect(await county.summary('people', people)).toBe('3 added, 0 renamed, 0 closed');
  const again: Table = [
    ['人员编号', '姓名'],
    ['k-01', '测试甲'],
    ['K - 02', '测试乙'],
    ['０００７', '测试丙'],
  ];
  expect(await county.summary('people', again)).toBe('0 added, 0 renamed, 0 closed');
  const posts: Table = [
    ['person', 'unit', 'role', 'from'],
    ['K-01', '3.71723001001E+11', ' 信 息 员', '２０２６－０３－０１'],
    ['k-02', '文亭街道　南堤居民委员会', 'ｏｆｆｉｃｅｒ', ''],
    ['0007', `${VILLAGE.slice(0, 6)} ${VILLAGE.slice(6)}`, '信息员', ''],
  ];
  expect(await county.summary('posts', posts)).toBe('3 added, 0 renamed, 0 closed');
  const logins = await rowsOf<{ account: string }>(county.url, `select account from login order by account`);
  expect(logins.map(({ account }) => account)).toEqual(['test.key', 'test.two']);
});

test('two ways to type one key are one key, and the second is refused with the line of the first', async () => {
  const rows: Table = [
    ['人员编号', '姓名'],
    ['Q-1', '测试甲'],
    ['ｑ－１', '测试乙'],
    ['q - 1', '测试丙'],
  ];
  const file = await county.csv(rows);
  const findings = await refusalOf(county.url, { kind: 'people', file });
  expect(findings.map(({ line, code }) => [line, code])).toEqual([
    [3, 'DUPLICATE'],
    [4, 'DUPLICATE'],
  ]);
});

test('whoever came in under a reference in small letters, before case was folded, stays the same person', () => {
  expect(personId(COUNTY, 'old-1', { has: (known) => known === idOf(COUNTY, 'old-1') })).toBe(idOf(COUNTY, 'old-1'));
  expect(personId(COUNTY, 'OLD-1')).toBe(personId(COUNTY, 'old-1'));
  expect(idOf(COUNTY, 'old-1')).not.toBe(idOf(COUNTY, 'OLD-1'));
});

test.each([
  ['a list', '文亭街道、永昌街道飞地'],
  ['brackets of either width', '南堤（东）居委会(一)'],
  ['Latin letters of either width', 'Ａ区B区居民委员会'],
  ['digits, circled and Roman numbers', '第2３①Ⅱ居委会'],
  ['quotes and dashes', '“七一”社区—北区'],
  ['the dot in other forms', '买买提•江．村‧民・委'],
  ['a slash and a number sign', '工业园1#/2#片区'],
  ['a letter of another script', 'ئۈرۈمچى（乌鲁木齐）'],
])('a place whose name has %s is let in', async (_, name) => {
  const text = (await realText()).replace('南隅居民委员会', name);
  const file = await folder.write(`${name.length}.csv`, text);
  await expect(prepareImport({ kind: 'divisions', file })).resolves.toMatchObject({ rows: 483 });
});

test.each([
  ['南?隅', '“?”(U+003F)'],
  ['南\u200b隅', 'U+200B'],
  ['南\u202e隅', 'U+202E'],
  ['南\ue123隅', 'U+E123'],
  ['南@隅', '“@”(U+0040)'],
  ['南😀隅', '“😀”(U+1F600)'],
])('a place called %j is refused, and the refusal names the character', async (name, named) => {
  const file = await folder.write('name.csv', (await realText()).replace('南隅居民委员会', name));
  const [finding] = await refusalOf(county.url, { kind: 'divisions', file });
  expect([finding?.line, finding?.code]).toEqual([20, 'BAD_CHARACTER']);
  expect(finding?.what.zh).toContain(named);
  expect(finding?.what.en).toContain(named);
});

test('names of people are kept as names: padding goes, the dot is one sign, variants stay', async () => {
  const people: Table = [
    ['人员编号', '姓名'],
    ['N-1', '张　伟'],
    ['N-2', '李 娜'],
    ['N-3', '阿依努尔•买买提'],
    ['N-4', '古丽．艾山'],
    ['N-5', '葛\u{e0100}亮'],
    ['N-6', '𠮷野'],
    ['N-7', "Anne-Marie O'Neill"],
    ['N-8', 'ئايگۈل'],
  ];
  await county.put('people', people);
  const rows = await rowsOf<{ name: string }>(
    county.url,
    'select name from person where id = any($1) order by array_position($1, id)',
    [people.slice(1).map(([ref]) => personId(COUNTY, String(ref)))],
  );
  expect(rows.map(({ name }) => name)).toEqual([
    '张伟',
    '李娜',
    '阿依努尔·买买提',
    '古丽·艾山',
    '葛\u{e0100}亮',
    '𠮷野',
    "Anne-Marie O'Neill",
    'ئايگۈل',
  ]);
});

test.each([
  ['测试1', '“1”(U+0031)'],
  ['测试(所长)', '“(”(U+0028)'],
  ['测试，甲', '“，”(U+FF0C)'],
])('a person called %s is refused, and the refusal names the character', async (name, named) => {
  const file = await folder.write('person.csv', `人员编号,姓名\nR-1,${name}\n`);
  const [finding] = await refusalOf(county.url, { kind: 'people', file });
  expect(finding?.code).toBe('PERSON_NAME');
  expect(finding?.what.zh).toContain(named);
});

test.each([
  ['，', '“，”(U+FF0C)'],
  ['；', '“；”(U+FF1B)'],
  ['、', '“、”(U+3001)'],
  ['｜', '“｜”(U+FF5C)'],
  ['\t', '(U+0009)'],
])('columns parted by %j are refused, and the refusal names the sign', async (sign, named) => {
  const file = await folder.write(
    'sign.csv',
    `某县人员、职务表\n人员编号${sign}姓名${sign}帐号\nS-1${sign}测试甲${sign}\n`,
  );
  const [finding, ...more] = await refusalOf(county.url, { kind: 'people', file });
  expect(more).toEqual([]);
  expect(finding?.code).toBe('DELIMITER');
  expect(finding?.what.zh).toContain(named);
});

test('one line parted by full-width commas is told by that', async () => {
  const file = await folder.write('line.csv', '人员编号,姓名\nS-1,测试甲\nS-2，测试乙\n');
  const findings = await refusalOf(county.url, { kind: 'people', file });
  expect(findings.map(({ line, code }) => [line, code])).toEqual([[3, 'DELIMITER']]);
});

test.each([
  ['a title', '某县人员名册\n'],
  ['a title and the day', '某县人员名册,,\n填表日期：2026年3月,,\n'],
  ['a title and a blank line', '某县人员名册\n\n'],
])('%s above the header is said once, and the rows are read', async (_, above) => {
  const file = await folder.write('title.csv', `${above}人员编号,姓名,帐号\nT-1,测试甲,\nT-2,测试乙,\n`);
  const { findings, rows } = await prepareImport({ kind: 'people', file });
  expect(rows).toBe(2);
  expect(findings.list.map(({ line, code, severity }) => [line, code, severity])).toEqual([
    [1, 'TITLE_ROW', 'WARNING'],
  ]);
});

test('what is taken back of a cell is gone, and nothing else', () => {
  const findings = new Findings();
  const problem = { code: 'X', what: { zh: '', en: '' }, remedy: { zh: '', en: '' } };
  findings.refuse({ line: 1, field: 'name' }, problem);
  findings.refuse({ line: 1, field: 'code' }, problem);
  findings.forget([{ line: 1, field: 'name' }]);
  expect(findings.list.map(({ field }) => field)).toEqual(['code']);
  expect(() => findings.stopIfRefused()).toThrow(ImportRefused);
});
