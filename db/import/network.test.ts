import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verify } from '@node-rs/argon2';
import ExcelJS from '@protobi/exceljs';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { importCommand } from './command.ts';
import { countsOf, importFile, makeFolder, REAL_FILE, refusalOf, rowsOf } from './import.testing.ts';
import type { KindName } from './kinds.ts';
import { personId } from './person-ref.ts';
import { writeTemplate } from './template.ts';

const COUNTY = 371723;
const folder = await makeFolder();
let database: TestDatabase;
let url: string;
let files = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  url = database.adminUrl;
  await importFile(url, { kind: 'divisions', file: REAL_FILE });
});

afterAll(async () => {
  await database.drop();
  await folder.remove();
});

type Table = (string | number | Date)[][];
const csv = (rows: Table) => folder.write(`${++files}.csv`, rows.map((row) => row.join(',')).join('\r\n'));

async function xlsx(rows: Table): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Sheet1').addRows(rows);
  const file = path.join(folder.path, `${++files}.xlsx`);
  await book.xlsx.writeFile(file);
  return file;
}

const passwordFile = () => path.join(folder.path, `passwords-${++files}.csv`);
const put = async (kind: KindName, rows: Table, write = csv) =>
  importFile(url, { kind, file: await write(rows), passwordFile: passwordFile(), asOf: '2026-03-01' });
const summary = async (kind: KindName, rows: Table, write = csv) => (await put(kind, rows, write)).changes.summary().en;
async function refused(kind: KindName, rows: Table) {
  const before = await countsOf(url);
  const findings = await refusalOf(url, { kind, file: await csv(rows), passwordFile: passwordFile() });
  expect(await countsOf(url)).toEqual(before);
  return findings.map(({ line, field, code }) => [line, field, code]);
}

const PEOPLE: Table = [
  ['人员编号', '姓名', '帐号', '启用'],
  ['W-001', '测试甲', 'test.jia', '是'],
  ['W-002', '测试乙', '', ''],
  ['W-003', '测试丙', 'test.bing', '是'],
];
const VILLAGE = '371723001001';
const POSTS: Table = [
  ['person', 'unit', 'role', 'area', 'code', 'from', 'to'],
  ['W-001', '文亭街道 南堤居民委员会', '信息员', '', 'XXY-1', '2026-01-01', ''],
  ['W-002', VILLAGE, 'OFFICER', `${VILLAGE}002`, 'XXY-2', '', ''],
  ['W-003', '文亭街道群众工作站', 'Township clerk', '', '', '2026-01-01', '2027-12-31'],
];

test('people come in with accounts whose first passwords stand in a file for its maker alone', async () => {
  const file = passwordFile();
  const { changes } = await importFile(url, { kind: 'people', file: await csv(PEOPLE), passwordFile: file });
  expect(changes.summary().en).toBe('3 added, 0 renamed, 0 closed');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const [header, jia, bing] = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
  expect(header).toMatch(/^\ufeff帐号 account,/);
  expect(bing).toMatch(/^test\.bing,测试丙,/);
  const [account, , password = ''] = jia?.split(',') ?? [];
  const [login] = await rowsOf<{ person_id: string; password_hash: string }>(
    url,
    'select * from login where account = $1',
    [account],
  );
  expect(login?.person_id).toBe(personId(COUNTY, 'W-001'));
  expect(login?.password_hash).toMatch(/^\$argon2id\$/);
  expect(await verify(login?.password_hash ?? '', password)).toBe(true);
});

test('the same people again, as XLSX, change nothing and make no file of passwords', async () => {
  const outcome = await put('people', PEOPLE, xlsx);
  expect(outcome.changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
  expect(outcome.passwordFile).toBeUndefined();
  expect(await countsOf(url)).toMatchObject({ person: 3, login: 2 });
});

test('a dry run opens no account', async () => {
  const file = passwordFile();
  const people: Table = [...PEOPLE, ['W-009', '测试壬', 'test.ren', '是']];
  const { changes } = await importFile(url, {
    kind: 'people',
    file: await csv(people),
    passwordFile: file,
    isDryRun: true,
  });
  expect(changes.list.added).toEqual(['W-009 测试壬']);
  expect(await stat(file).catch(({ code }) => code)).toBe('ENOENT');
  expect(await countsOf(url)).toMatchObject({ person: 3, login: 2 });
});

test('a file of passwords is never written over, and an import that fails leaves none', async () => {
  const kept = await folder.write('kept.csv', 'mine');
  const people: Table = [PEOPLE[0] ?? [], ['W-010', '测试癸', 'test.gui', '是']];
  await expect(importFile(url, { kind: 'people', file: await csv(people), passwordFile: kept })).rejects.toThrow(
    'EEXIST',
  );
  expect(await readFile(kept, 'utf8')).toBe('mine');
  const file = passwordFile();
  await rowsOf(
    url,
    `create function fail() returns trigger language plpgsql as $$ begin raise exception 'too late'; end $$;
    create constraint trigger fail after insert on person deferrable initially deferred for each row execute function fail()`,
  );
  await expect(importFile(url, { kind: 'people', file: await csv(people), passwordFile: file })).rejects.toThrow(
    'too late',
  );
  await rowsOf(url, 'drop trigger fail on person');
  expect(await stat(file).catch(({ code }) => code)).toBe('ENOENT');
  expect(await countsOf(url)).toMatchObject({ person: 3, login: 2 });
});

test('posts find their unit by code or name, make the village group in charge, and cover their unit', async () => {
  const { changes, coverage } = await put('posts', POSTS, xlsx);
  expect(changes.summary().en).toBe('3 added, 0 renamed, 0 closed');
  expect(changes.also).toEqual([{ what: { zh: '村民小组', en: 'village groups' }, count: 1 }]);
  expect(coverage).toEqual([
    { kind: 'TOWNSHIP_STATION', units: 13, covered: 1 },
    { kind: 'VILLAGE_ROOM', units: 469, covered: 1 },
  ]);
  expect(
    await rowsOf(
      url,
      `select person_name, role, unit_code, area_code, code, valid_from::text, valid_to::text from post order by person_name collate "C"`,
    ),
  ).toEqual(
    expect.arrayContaining([
      {
        person_name: '测试乙',
        role: 'OFFICER',
        unit_code: '371723001001000',
        area_code: '371723001001002',
        code: 'XXY-2',
        valid_from: '2026-03-01',
        valid_to: null,
      },
      {
        person_name: '测试丙',
        role: 'TOWNSHIP_CLERK',
        unit_code: '371723001000000',
        area_code: '371723001000000',
        code: null,
        valid_from: '2026-01-01',
        valid_to: '2027-12-31',
      },
    ]),
  );
  expect(await rowsOf(url, `select full_name from place where level = 'GROUP'`)).toEqual([
    { full_name: '文亭街道 南堤居民委员会 2组' },
  ]);
});

test('the same posts on another day, without a day of their own, change nothing; an end closes one', async () => {
  const again = await importFile(url, { kind: 'posts', file: await csv(POSTS), asOf: '2026-05-01' });
  expect(again.changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
  const ended = POSTS.map((row) => [...row]);
  ended[2] = ['W-002', VILLAGE, 'OFFICER', '', '', '', '2026-06-30'];
  expect(await summary('posts', ended)).toBe('0 added, 0 renamed, 1 closed');
  expect(await rowsOf(url, `select area_code, code, valid_to::text from post where code = 'XXY-2'`)).toEqual([
    { area_code: '371723001001002', code: 'XXY-2', valid_to: '2026-06-30' },
  ]);
});

test('a person renamed stays the same person, and the posts bear the new name; one who leaves covers nothing', async () => {
  const people = PEOPLE.map((row) => [...row]);
  people[1] = ['W-001', '测试甲改', 'test.jia', '是'];
  expect(await summary('people', people)).toBe('0 added, 1 renamed, 0 closed');
  expect(await rowsOf(url, 'select person_name from post where person_id = $1', [personId(COUNTY, 'W-001')])).toEqual([
    { person_name: '测试甲改' },
  ]);
  people[1] = ['W-001', '测试甲改', 'test.jia', '否'];
  expect(await summary('people', people)).toBe('0 added, 0 renamed, 1 closed');
  expect(
    await rowsOf(url, 'select valid_to::text from post where person_id = $1', [personId(COUNTY, 'W-001')]),
  ).toEqual([{ valid_to: '2026-02-28' }]);
});

test('departments and enterprises take numbers of their own and keep them; villages stand in one 片 with its chief', async () => {
  const units: Table = [
    ['单位名称', '类别', '片区', '片长', '第一责任人', '单位代码'],
    ['水利局', '县直部门', '', '', 'W-003', ''],
    ['农业农村局', 'DEPARTMENT', '', '', '', '371723650000'],
    ['教育局', 'department', '', '', '', ''],
    ['某某食品厂', '重点企业', '', '', '', ''],
    ['南堤居委会群众工作室', '村群众工作室', '南片', 'W-003', 'W-001', VILLAGE],
    ['街道居委会群众工作室', '村群众工作室', '南片', '', '', ''],
  ];
  const { changes, coverage } = await put('units', units);
  expect(changes.summary().en).toBe('4 added, 0 renamed, 2 changed, 0 closed');
  expect(coverage.filter(({ units: all }) => all < 10)).toEqual([
    { kind: 'DEPARTMENT', units: 3, covered: 0 },
    { kind: 'KEY_ENTERPRISE', units: 1, covered: 0 },
  ]);
  expect(
    await rowsOf(
      url,
      `select u.code, u.name, u.parent_code, p.level, p.pinyin from unit u join place p using (county_code, code) where p.level = 'SEAT' order by code`,
    ),
  ).toEqual([
    { code: '371723600000000', name: '水利局', parent_code: '371723000000000', level: 'SEAT', pinyin: 'shuiliju' },
    { code: '371723601000000', name: '教育局', parent_code: '371723000000000', level: 'SEAT', pinyin: 'jiaoyuju' },
    {
      code: '371723650000000',
      name: '农业农村局',
      parent_code: '371723000000000',
      level: 'SEAT',
      pinyin: 'nongyenongcunju',
    },
    {
      code: '371723800000000',
      name: '某某食品厂',
      parent_code: '371723000000000',
      level: 'SEAT',
      pinyin: 'moumoushipinchang',
    },
  ]);
  expect(
    await rowsOf(
      url,
      `select a.name, a.chief_id, count(*)::int as villages from area a join unit u on u.area_id = a.id group by a.name, a.chief_id`,
    ),
  ).toEqual([{ name: '南片', chief_id: personId(COUNTY, 'W-003'), villages: 2 }]);
  expect((await put('units', units, xlsx)).changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
});

test('importing the divisions again touches no department, no group and no 片', async () => {
  const before = await rowsOf(url, 'select * from unit order by code');
  const { changes, warnings } = await importFile(url, { kind: 'divisions', file: REAL_FILE, closeMissing: true });
  expect(changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
  expect(warnings).toEqual([]);
  expect(await rowsOf(url, 'select * from unit order by code')).toEqual(before);
});

test.each<[string, KindName, Table, unknown[]]>([
  ['a reference that stands twice', 'people', [...PEOPLE, ['W-001', '测试丁', '', '']], [5, 'ref', 'DUPLICATE']],
  [
    'an ID number for a reference',
    'people',
    [
      ['ref', 'name'],
      ['11010519491231002X', '测试丁'],
    ],
    [2, 'ref', 'REF_PERSONAL'],
  ],
  [
    'a telephone number for a reference',
    'people',
    [
      ['ref', 'name'],
      ['13812345678', '测试丁'],
    ],
    [2, 'ref', 'REF_PERSONAL'],
  ],
  [
    'a telephone number in a name',
    'people',
    [
      ['ref', 'name'],
      ['W-4', '测试丁13812345678'],
    ],
    [2, 'name', 'PERSON_NAME'],
  ],
  [
    'a formula for a name',
    'people',
    [
      ['ref', 'name'],
      ['W-4', '=1+1'],
    ],
    [2, 'name', 'PERSON_NAME'],
  ],
  [
    'an account with capitals',
    'people',
    [
      ['ref', 'name', 'account'],
      ['W-4', '测试丁', 'Test.Ding'],
    ],
    [2, 'account', 'ACCOUNT_FORM'],
  ],
  [
    'an account of somebody else',
    'people',
    [
      ['ref', 'name', 'account'],
      ['W-4', '测试丁', 'test.jia'],
    ],
    [2, 'account', 'ACCOUNT_TAKEN'],
  ],
  [
    'a second account',
    'people',
    [
      ['ref', 'name', 'account'],
      ['W-001', '测试甲改', 'test.other'],
    ],
    [2, 'account', 'ACCOUNT_OTHER'],
  ],
  [
    'neither yes nor no',
    'people',
    [
      ['ref', 'name', 'active'],
      ['W-4', '测试丁', '也许'],
    ],
    [2, 'active', 'UNKNOWN_WORD'],
  ],
  [
    'a person nobody knows',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-404', VILLAGE, '信息员'],
    ],
    [2, 'person', 'PERSON_UNKNOWN'],
  ],
  [
    'a unit nobody knows',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', '文亭街道 无此村', '信息员'],
    ],
    [2, 'unit', 'UNIT_UNKNOWN'],
  ],
  [
    'a unit name that two villages bear',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', '刘庄村群众工作室', '信息员'],
    ],
    [2, 'unit', 'UNIT_AMBIGUOUS'],
  ],
  [
    'a role nobody knows',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', VILLAGE, '村霸'],
    ],
    [2, 'role', 'UNKNOWN_WORD'],
  ],
  [
    'a county role in a village',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-001', VILLAGE, 'COUNTY_CLERK'],
    ],
    [2, 'role', 'ROLE_LEVEL'],
  ],
  [
    'an area in another village',
    'posts',
    [
      ['person', 'unit', 'role', 'area'],
      ['W-001', VILLAGE, '信息员', '371723001002001'],
    ],
    [2, 'area', 'AREA_OUTSIDE'],
  ],
  [
    'a day that is none',
    'posts',
    [
      ['person', 'unit', 'role', 'from'],
      ['W-001', VILLAGE, '信息员', '2026-02-30'],
    ],
    [2, 'from', 'BAD_DAY'],
  ],
  [
    'an end before its beginning',
    'posts',
    [
      ['person', 'unit', 'role', 'from', 'to'],
      ['W-001', VILLAGE, '信息员', '2026-05-01', '2026-04-01'],
    ],
    [2, 'to', 'PERIOD_REVERSED'],
  ],
  [
    'a post within another of its kind',
    'posts',
    [
      ['person', 'unit', 'role', 'from'],
      ['W-003', '文亭街道群众工作站', 'TOWNSHIP_CLERK', '2026-05-01'],
    ],
    [2, 'from', 'OVERLAPS'],
  ],
  [
    'the same post twice',
    'posts',
    [
      ['person', 'unit', 'role'],
      ['W-003', VILLAGE, '信息员'],
      ['W-003', '文亭街道 南堤居民委员会', '信息员'],
    ],
    [3, 'person', 'DUPLICATE'],
  ],
  [
    'a leader’s level for a clerk',
    'posts',
    [
      ['person', 'unit', 'role', 'leader_level'],
      ['W-003', VILLAGE, '信息员', '市'],
    ],
    [2, 'leader_level', 'LEADER_LEVEL_NOT_ALLOWED'],
  ],
  [
    'a department numbered like a township',
    'units',
    [
      ['code', 'name', 'kind'],
      ['371723102000', '某局', '县直部门'],
    ],
    [2, 'code', 'SEAT_RANGE'],
  ],
  [
    'an enterprise numbered like a department',
    'units',
    [
      ['code', 'name', 'kind'],
      ['371723610000', '某厂', '重点企业'],
    ],
    [2, 'code', 'SEAT_RANGE'],
  ],
  [
    'a code of another county',
    'units',
    [
      ['code', 'name', 'kind'],
      ['371724610000', '某局', '县直部门'],
    ],
    [2, 'code', 'UNIT_CODE_FORM'],
  ],
  [
    'a village room that is not there',
    'units',
    [
      ['name', 'kind'],
      ['无此村群众工作室', '村群众工作室'],
    ],
    [2, 'name', 'UNIT_UNKNOWN'],
  ],
  [
    'a parent for a village room',
    'units',
    [
      ['code', 'name', 'kind', 'parent'],
      [VILLAGE, '南堤居委会群众工作室', '村群众工作室', '水利局'],
    ],
    [2, 'parent', 'PARENT_NOT_ALLOWED'],
  ],
  [
    'an area for a department',
    'units',
    [
      ['name', 'kind', 'area'],
      ['水利局', '县直部门', '南片'],
    ],
    [2, 'area', 'AREA_NOT_ALLOWED'],
  ],
  [
    'two chiefs of one area',
    'units',
    [
      ['name', 'kind', 'area', 'area_chief'],
      ['南堤居委会群众工作室', '村群众工作室', '南片', 'W-001'],
      ['街道居委会群众工作室', '村群众工作室', '南片', 'W-002'],
    ],
    [3, 'area', 'AREA_CONTRADICTS'],
  ],
  [
    'a unit that stands twice',
    'units',
    [
      ['name', 'kind', 'code'],
      ['水利局', '县直部门', ''],
      ['水利局', '县直部门', '371723600000'],
    ],
    [3, 'name', 'DUPLICATE'],
  ],
])('a file with %s is refused with its line, and nothing is written', async (_, kind, rows, where) => {
  expect(await refused(kind, rows)).toEqual([where]);
});

test('mistakes that the file shows and mistakes that only the database shows are told together', async () => {
  const rows: Table = [
    ['person', 'unit', 'role'],
    ['W-404', VILLAGE, '信息员'],
    ['W-001', VILLAGE, '村霸'],
    ['W-001', '999999999999', '信息员'],
  ];
  expect(await refused('posts', rows)).toEqual([
    [2, 'person', 'PERSON_UNKNOWN'],
    [3, 'role', 'UNKNOWN_WORD'],
    [4, 'unit', 'UNIT_UNKNOWN'],
  ]);
});

test('where there are two counties the file’s county has to be named', async () => {
  const other = await createTestDatabase();
  for (const county of ['371723', '371724']) {
    const file = await csv([
      ['code', 'name', 'level', 'parent'],
      [`${county}000000`, '某县', 'county', ''],
    ]);
    await importFile(other.adminUrl, { kind: 'divisions', file });
  }
  const people = {
    kind: 'people',
    file: await csv([
      ['ref', 'name'],
      ['W-1', '测试甲'],
    ]),
  } as const;
  expect((await refusalOf(other.adminUrl, people)).map(({ code }) => code)).toEqual(['WHICH_COUNTY']);
  await importFile(other.adminUrl, { ...people, county: 371724 });
  expect(await rowsOf(other.adminUrl, 'select county_code from person')).toEqual([{ county_code: 371724 }]);
  await other.drop();
});

test.each<[KindName, boolean]>([
  ['divisions', false],
  ['divisions', true],
  ['people', false],
  ['people', true],
  ['units', false],
  ['units', true],
  ['posts', false],
  ['posts', true],
])('a template for %s (XLSX: %s) can be filled in as it is; its example is skipped', async (kind, isXlsx) => {
  const file = path.join(folder.path, `${++files}.${isXlsx ? 'xlsx' : 'csv'}`);
  await writeTemplate(kind, file, isXlsx);
  const told: string[] = [];
  const host = {
    openDatabase: async () => ({ adminUrl: url, close: async () => {} }),
    folder: folder.path,
    isInteractive: false,
    print: (text: string) => void told.push(text),
  };
  const code = await importCommand([kind, file, '--dry-run'], host);
  expect(told.join('\n')).toMatch(/EXAMPLE_SKIPPED/);
  expect(code).toBe(kind === 'divisions' ? 1 : 0); // a divisions file without its county is none
  await expect(writeTemplate(kind, file, isXlsx)).rejects.toThrow('EEXIST');
});
