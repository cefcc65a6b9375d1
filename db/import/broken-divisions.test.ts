import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { importCommand } from './command.ts';
import { countsOf, importFile, makeFolder, REAL_FILE, realText, refusalOf } from './import.testing.ts';

const folder = await makeFolder();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
  await folder.remove();
});

/** Lines of the real file as an editor counts them: 1 the header, 2 the county, 3–15 the townships, 16–484 the villages. */
type Lines = string[];
const line = (number: number) => number - 1;
const change = (number: number, from: string | RegExp, to: string) => (lines: Lines) => {
  const before = lines[line(number)] ?? '';
  lines[line(number)] = before.replace(from, to);
  if (lines[line(number)] === before) throw new Error(`line ${number} is “${before}”: nothing to replace`);
};
const add = (text: string) => (lines: Lines) => void lines.push(text);
const every = (changed: (text: string, i: number) => string) => (lines: Lines) => {
  lines.splice(0, lines.length, ...lines.map(changed));
};
const remove = (number: number) => (lines: Lines) => void lines.splice(line(number), 1);

type Place = [line: number | undefined, field: string | undefined, code: string];
type Variant = [name: string, breakIt: (lines: Lines) => void, where: Place, remedy: RegExp];

const VARIANTS: Variant[] = [
  [
    'a code that stands twice',
    add('371723001001,南堤居民委员会,village,371723001000'),
    [485, 'code', 'DUPLICATE'],
    /保留一行/,
  ],
  [
    'a code with a digit missing',
    change(20, /^371723\d+/, '37172300100'),
    [20, 'code', 'CODE_FORM'],
    /12 位统计用区划代码/,
  ],
  ['a code with letters', change(20, /^371723/, '3717O3'), [20, 'code', 'CODE_FORM'], /12 位统计用区划代码/],
  [
    'a code in scientific notation',
    change(20, /^371723\d+/, '3.71723E+11'),
    [20, 'code', 'CODE_SCIENTIFIC'],
    /“文本”格式/,
  ],
  ['no code', change(20, /^371723\d+/, ''), [20, 'code', 'EMPTY'], /填写此项/],
  ['no name', change(20, '南隅居民委员会', ''), [20, 'name', 'EMPTY'], /填写此项/],
  [
    'a name of more than 60 characters',
    change(20, '南隅居民委员会', '南'.repeat(61)),
    [20, 'name', 'TOO_LONG'],
    /规范名称/,
  ],
  ['a name with a control character', change(20, '南隅', '南\u0007隅'), [20, 'name', 'BAD_CHARACTER'], /重新输入/],
  ['a name with a zero-width space', change(20, '南隅', '南\u200b隅'), [20, 'name', 'BAD_CHARACTER'], /重新输入/],
  [
    'a name that a failed conversion has spoilt',
    change(20, '南隅', '\ufffd\ufffd'),
    [20, 'name', 'BAD_CHARACTER'],
    /CSV UTF-8/,
  ],
  ['a name of question marks', change(20, '南隅', '??'), [20, 'name', 'BAD_CHARACTER'], /CSV UTF-8/],
  [
    'a name that a spreadsheet would run',
    change(20, '南隅居民委员会', '=HYPERLINK(0)'),
    [20, 'name', 'BAD_CHARACTER'],
    /重新输入/,
  ],
  ['an unknown level', change(20, 'village', 'hamlet'), [20, 'level', 'UNKNOWN_WORD'], /township 乡镇/],
  ['no level', change(20, 'village', ''), [20, 'level', 'EMPTY'], /填写此项/],
  ['a village said to be a township', change(20, 'village', 'township'), [20, 'code', 'LEVEL_MISMATCH'], /末三位/],
  ['a township said to be a village', change(5, 'township', 'village'), [5, 'code', 'LEVEL_MISMATCH'], /末三位/],
  [
    'a village under no township of the file',
    add('371723299201,新村村民委员会,village,371723299000'),
    [485, 'parent', 'PARENT_MISSING'],
    /补上 371723299000 一行/,
  ],
  [
    'a parent that is another township',
    change(20, ',371723001000', ',371723002000'),
    [20, 'parent', 'PARENT_NOT_PREFIX'],
    /上级改为 371723001000/,
  ],
  ['no parent', change(20, ',371723001000', ','), [20, 'parent', 'PARENT_NOT_PREFIX'], /上级改为 371723001000/],
  [
    'a township whose parent is a township',
    change(5, ',371723000000', ',371723001000'),
    [5, 'parent', 'PARENT_NOT_PREFIX'],
    /上级改为 371723000000/,
  ],
  [
    'a township number kept for departments',
    add('371723600000,某镇,township,371723000000'),
    [485, 'code', 'SEAT_NUMBER'],
    /“单位”导入/,
  ],
  [
    'a township number kept for enterprises',
    add('371723999000,某镇,township,371723000000'),
    [485, 'code', 'SEAT_NUMBER'],
    /“单位”导入/,
  ],
  ['no county', remove(2), [undefined, 'level', 'COUNTY_MISSING'], /加上县级一行/],
  ['two counties', add('371724000000,巨野县,county,'), [485, 'code', 'SECOND_COUNTY'], /一个文件只放一个县/],
  ['a county with a parent', change(2, /,$/, ',371700000000'), [2, 'parent', 'COUNTY_HAS_PARENT'], /清空/],
  [
    'a village of another county',
    add('371724001201,邻村村民委员会,village,371724001000'),
    [485, 'code', 'OTHER_COUNTY'],
    /前六位/,
  ],
  ['a quote that is not closed', change(20, '南隅居民委员会', '"南隅居民委员会'), [20, undefined, 'QUOTING'], /引号/],
  ['a quote in the middle of a name', change(20, '南隅', '南"隅"'), [20, undefined, 'QUOTING'], /引号/],
  ['a comma missing', change(20, '南隅居民委员会,', '南隅居民委员会'), [20, undefined, 'CELL_COUNT'], /补上缺少的逗号/],
  ['a comma too many', change(20, '南隅', '南,隅'), [20, undefined, 'CELL_COUNT'], /多余的列/],
  ['a column missing', every((text) => text.replace(/,[^,]*$/, '')), [1, 'parent', 'COLUMN_MISSING'], /上级 parent/],
  [
    'a column too many',
    every((text, i) => `${text},${i === 0 ? 'population' : 1}`),
    [1, 'population', 'COLUMN_UNKNOWN'],
    /删去此列/,
  ],
  ['a column twice', every((text, i) => `${text},${i === 0 ? '名称' : ''}`), [1, 'name', 'COLUMN_TWICE'], /只保留一列/],
  ['columns separated by tabs', every((text) => text.replaceAll(',', '\t')), [1, undefined, 'DELIMITER'], /逗号分隔/],
  ['a header and nothing else', (lines) => void lines.splice(1), [undefined, undefined, 'FILE_EMPTY'], /第二行起/],
];

test.each(VARIANTS)(
  'the real county with %s is refused with the line and the remedy',
  async (name, breakIt, [where, field, code], remedy) => {
    const lines = (await realText()).trimEnd().split('\n');
    breakIt(lines);
    const file = await folder.write(`${name}.csv`, lines.join('\n'));
    const findings = await refusalOf(database.adminUrl, { kind: 'divisions', file });
    expect(findings.map((found) => [found.line, found.field, found.code])).toEqual([[where, field, code]]);
    expect(findings[0]?.remedy.zh).toMatch(remedy);
    expect(findings[0]?.remedy.en).toBeTruthy();
    expect(await countsOf(database.adminUrl)).toMatchObject({ county: 0, place: 0, unit: 0 });
  },
);

test('every mistake of a file is told at once, in the order of its lines', async () => {
  const lines = (await realText()).trimEnd().split('\n');
  for (const breakIt of [
    change(30, 'village', 'hamlet'),
    change(20, '南隅居民委员会', ''),
    change(40, /^371723/, '37172'),
  ])
    breakIt(lines);
  const findings = await refusalOf(database.adminUrl, {
    kind: 'divisions',
    file: await folder.write('three.csv', lines.join('\n')),
  });
  expect(findings.map((found) => [found.line, found.code])).toEqual([
    [20, 'EMPTY'],
    [30, 'UNKNOWN_WORD'],
    [40, 'CODE_FORM'],
  ]);
});

test('a damaged line in a UTF-8 file is named, and the file not read as GBK, which it could be', async () => {
  const text = `code,name,level,parent
371723000000,成武,county,
371723001000,文亭,township,371723000000
371723001001,南堤,village,371723001000
371723001002,东西,village,371723001000`;
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf('东西')] = 0xb4;
  expect(() => new TextDecoder('gbk', { fatal: true }).decode(bytes)).not.toThrow();
  const file = await folder.write('damaged.csv', bytes);
  const findings = await refusalOf(database.adminUrl, { kind: 'divisions', file });
  expect(findings.map((found) => [found.line, found.code])).toEqual([[5, 'ENCODING']]);
});

test.each([
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'OLD_EXCEL'],
  ['an archive that is no workbook', Buffer.from('504b0304deadbeef', 'hex'), 'BROKEN_EXCEL'],
  ['a program', Buffer.from('\x7fELF\0\0\0\0'), 'NOT_TEXT'],
  ['a file of more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'FILE_TOO_LARGE'],
  [
    'more than 20,000 rows',
    `code,name,level,parent\n${'371723000000,成武县,county,\n'.repeat(20_001)}`,
    'TOO_MANY_ROWS',
  ],
])('%s is refused', async (name, content, code) => {
  const file = await folder.write(name, content);
  expect((await refusalOf(database.adminUrl, { kind: 'divisions', file })).map((found) => found.code)).toEqual([code]);
});

test('two places of one name under one township are let in with a warning', async () => {
  const [lines, other] = [(await realText()).trimEnd().split('\n'), await createTestDatabase()];
  lines.push('371723001298,南堤居民委员会,village,371723001000');
  const { warnings } = await importFile(other.adminUrl, {
    kind: 'divisions',
    file: await folder.write('same.csv', lines.join('\n')),
  });
  expect(warnings.map((found) => [found.line, found.code])).toEqual([[485, 'SAME_NAME']]);
  await other.drop();
});

const NO_DATABASE = () => Promise.reject(new Error('a file that is wrong by itself needs no database'));

test('the command ends with 1, shows a hundred findings in both languages and counts the rest', async () => {
  const told: string[] = [];
  const host = {
    openDatabase: NO_DATABASE,
    folder: folder.path,
    isInteractive: false,
    print: (text: string) => void told.push(text),
  };
  await folder.write('many.csv', (await realText()).replaceAll(',village,', ',hamlet,'));
  expect(await importCommand(['divisions', 'many.csv'], host)).toBe(1);
  expect(told.filter((text) => text.startsWith('✖ 第'))).toHaveLength(100);
  expect(told).toContain('✖ 第 16 行 line 16 · level “hamlet” · UNKNOWN_WORD');
  expect(told.at(-2)).toBe('…… 另有 369 处未列出 / and 369 more');
  expect(told.at(-1)).toBe('✖ 469 处错误,未写入任何数据 / 469 errors, nothing was written');
});

test('a command line that means nothing ends with 1 and its usage', async () => {
  const told: string[] = [];
  const host = {
    openDatabase: NO_DATABASE,
    folder: folder.path,
    isInteractive: false,
    print: (text: string) => void told.push(text),
  };
  expect(await importCommand(['villages', REAL_FILE], host)).toBe(1);
  expect(await importCommand(['divisions'], host)).toBe(1);
  expect(await importCommand(['divisions', REAL_FILE, '--as-of', 'soon'], host)).toBe(1);
  expect(told.join('\n')).toMatch(/unknown command[\s\S]*missing required argument[\s\S]*2026-03-10/);
});
