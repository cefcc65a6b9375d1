import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verify } from '@node-rs/argon2';
import { createTestDatabase } from '../test-database.ts';
import { countsOf, importFile, REAL_FILE, refusalOf, rowsOf } from './import.testing.ts';
import { COUNTY, PEOPLE, POSTS, startCounty, type Table, VILLAGE } from './network.testing.ts';
import { personId } from './person-ref.ts';

let county: Awaited<ReturnType<typeof startCounty>>;
let url: string;

beforeAll(async () => {
  county = await startCounty();
  url = county.url;
});
afterAll(() => county.stop());

test('people come in with accounts whose first passwords stand in a file for its maker alone', async () => {
  const file = county.place('.passwords');
  const { changes } = await importFile(url, { kind: 'people', file: await county.csv(PEOPLE), passwordFile: file });
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
  const outcome = await county.put('people', PEOPLE, county.xlsx);
  expect(outcome.changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
  expect(outcome.passwordFile).toBeUndefined();
  expect(await countsOf(url)).toMatchObject({ person: 3, login: 2 });
});

test('a dry run opens no account', async () => {
  const file = county.place('.passwords');
  const people: Table = [...PEOPLE, ['W-009', '测试壬', 'test.ren', '是']];
  const { changes } = await importFile(url, {
    kind: 'people',
    file: await county.csv(people),
    passwordFile: file,
    isDryRun: true,
  });
  expect(changes.list.added).toEqual(['W-009 测试壬']);
  expect(await stat(file).catch(({ code }) => code)).toBe('ENOENT');
  expect(await countsOf(url)).toMatchObject({ person: 3, login: 2 });
});

test('a file of passwords is never written over, and an import that fails leaves none', async () => {
  const kept = await county.folder.write('kept.csv', 'mine');
  const people: Table = [PEOPLE[0] ?? [], ['W-010', '测试癸', 'test.gui', '是']];
  await expect(importFile(url, { kind: 'people', file: await county.csv(people), passwordFile: kept })).rejects.toThrow(
    'EEXIST',
  );
  expect(await readFile(kept, 'utf8')).toBe('mine');
  const file = county.place('.passwords');
  await rowsOf(
    url,
    `create function fail() returns trigger language plpgsql as $$ begin raise exception 'too late'; end $$;
    create constraint trigger fail after insert on person deferrable initially deferred for each row execute function fail()`,
  );
  await expect(importFile(url, { kind: 'people', file: await county.csv(people), passwordFile: file })).rejects.toThrow(
    'too late',
  );
  await rowsOf(url, 'drop trigger fail on person');
  expect(await stat(file).catch(({ code }) => code)).toBe('ENOENT');
  expect(await countsOf(url)).toMatchObject({ person: 3, login: 2 });
});

test('posts find their unit by code or name, make the village group in charge, and cover their unit', async () => {
  const { changes, coverage } = await county.put('posts', POSTS, county.xlsx);
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
  const again = await importFile(url, { kind: 'posts', file: await county.csv(POSTS), asOf: '2026-05-01' });
  expect(again.changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
  const ended = POSTS.map((row) => [...row]);
  ended[2] = ['W-002', VILLAGE, 'OFFICER', '', '', '', '2026-06-30'];
  expect(await county.summary('posts', ended)).toBe('0 added, 0 renamed, 1 closed');
  expect(await rowsOf(url, `select area_code, code, valid_to::text from post where code = 'XXY-2'`)).toEqual([
    { area_code: '371723001001002', code: 'XXY-2', valid_to: '2026-06-30' },
  ]);
});

test('a person renamed stays the same person, and the posts bear the new name; one who leaves covers nothing', async () => {
  const people = PEOPLE.map((row) => [...row]);
  people[1] = ['W-001', '测试甲改', 'test.jia', '是'];
  expect(await county.summary('people', people)).toBe('0 added, 1 renamed, 0 closed');
  expect(await rowsOf(url, 'select person_name from post where person_id = $1', [personId(COUNTY, 'W-001')])).toEqual([
    { person_name: '测试甲改' },
  ]);
  people[1] = ['W-001', '测试甲改', 'test.jia', '否'];
  expect(await county.summary('people', people)).toBe('0 added, 0 renamed, 1 closed');
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
  const { changes, coverage } = await county.put('units', units);
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
  expect((await county.put('units', units, county.xlsx)).changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
});

test('importing the divisions again touches no department, no group and no 片', async () => {
  const before = await rowsOf(url, 'select * from unit order by code');
  const { changes, warnings } = await importFile(url, { kind: 'divisions', file: REAL_FILE, closeMissing: true });
  expect(changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
  expect(warnings).toEqual([]);
  expect(await rowsOf(url, 'select * from unit order by code')).toEqual(before);
});

test('where there are two counties the file’s county has to be named', async () => {
  const other = await createTestDatabase();
  for (const code of ['371723', '371724']) {
    const file = await county.csv([
      ['code', 'name', 'level', 'parent'],
      [`${code}000000`, '某县', 'county', ''],
    ]);
    await importFile(other.adminUrl, { kind: 'divisions', file });
  }
  const people = {
    kind: 'people',
    file: await county.csv([
      ['ref', 'name'],
      ['W-1', '测试甲'],
    ]),
  } as const;
  expect((await refusalOf(other.adminUrl, people)).map(({ code }) => code)).toEqual(['WHICH_COUNTY']);
  await importFile(other.adminUrl, { ...people, county: 371724 });
  expect(await rowsOf(other.adminUrl, 'select county_code from person')).toEqual([{ county_code: 371724 }]);
  await other.drop();
});
