import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { haystackOf, keyOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { countsOf, gbk, importFile, makeFolder, REAL_FILE, realText, rowsOf, TABLES } from './import.testing.ts';

const REAL = { kind: 'divisions', file: REAL_FILE } as const;
const EMPTY = Object.fromEntries(TABLES.map((table) => [table, 0]));

const folder = await makeFolder();
let database: TestDatabase | undefined;
let url = '';

beforeEach(async () => {
  await database?.drop();
  database = await createTestDatabase();
  url = database.adminUrl;
});

afterAll(async () => {
  await database?.drop();
  await folder.remove();
});

const placeOf = async (code: number) =>
  (await rowsOf<Record<string, unknown>>(url, 'select *, valid_to::text from place where code = $1', [code]))[0];

test('the real county of 483 places goes in within seconds, with a unit at each place', async () => {
  const begun = Date.now();
  const { changes, coverage } = await importFile(url, REAL);
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(changes.summary().en).toBe('483 added, 0 renamed, 0 closed');
  expect(await countsOf(url)).toMatchObject({ county: 1, place: 483, unit: 483, event_counter: 1 });
  expect(coverage).toEqual([
    { kind: 'TOWNSHIP_STATION', units: 13, covered: 0 },
    { kind: 'VILLAGE_ROOM', units: 469, covered: 0 },
  ]);
  expect(await rowsOf(url, 'select name, office_name from county')).toEqual([
    { name: '成武县', office_name: '中共成武县委群众工作办公室' },
  ]);
  expect(
    await rowsOf(url, `select count(*)::int as topics from term where kind = 'TOPIC' having count(*) > 10`),
  ).toHaveLength(1);
  const hierarchy = `select u.kind, count(*)::int as n from unit u join unit p on p.county_code = u.county_code and p.code = u.parent_code group by 1 order by 1`;
  expect(await rowsOf(url, hierarchy)).toEqual([
    { kind: 'TOWNSHIP_STATION', n: 13 },
    { kind: 'VILLAGE_ROOM', n: 469 },
  ]);
});

test('a place bears its 15 digits, its name in full and the reading of a name of a place', async () => {
  await importFile(url, REAL);
  expect(await placeOf(371723001001000)).toMatchObject({
    full_name: '文亭街道 南堤居民委员会',
    parent_code: '371723001000000',
    initials: 'ndjmwyh',
  });
  expect(await placeOf(371723105000000)).toMatchObject({ name: '伯乐集镇', pinyin: 'bolejizhen' });
  const [readings] = await rowsOf<{ shan: number; dan: number }>(
    url,
    `select count(*) filter (where pinyin like '%shan%')::int as shan, count(*) filter (where pinyin like '%dan%')::int as dan from place where name ~ '单(庄|王庄|桥)'`,
  );
  expect(readings).toEqual({ shan: 3, dan: 0 });
});

test('importing the same file again changes nothing', async () => {
  await importFile(url, REAL);
  const written = () =>
    rowsOf(
      url,
      'select max(xmin::text::bigint) as newest from (select xmin from place union all select xmin from unit union all select xmin from county union all select xmin from term) r',
    );
  const before = await written();
  const { changes } = await importFile(url, REAL);
  expect(changes.summary().en).toBe('0 added, 0 renamed, 0 closed');
  expect(changes.also).toEqual([]);
  expect(await written()).toEqual(before);
});

test('a dry run says what would be added and writes nothing', async () => {
  const { changes } = await importFile(url, { ...REAL, isDryRun: true });
  expect(changes.count('added')).toBe(483);
  expect(await countsOf(url)).toEqual(EMPTY);
});

test('a rename keeps the code, and the names made from it follow, but not one given by hand', async () => {
  await importFile(url, REAL);
  await rowsOf(url, `update unit set name = '党集老站' where code = 371723110000000`);
  await rowsOf(
    url,
    `insert into place (county_code, code, name, full_name, level, parent_code, pinyin, initials, valid_from)
    values (371723, 371723101201003, '3组', '大田集镇 旧村 3组', 'GROUP', 371723101201000, '3zu', '3z', '2026-01-01')`,
  );
  const renamed = (await realText()).replace('大田集镇', '大田新镇').replace('成武县党集镇', '党集新镇');
  const { changes } = await importFile(url, { kind: 'divisions', file: await folder.write('renamed.csv', renamed) });
  expect(changes.list.renamed).toEqual(['371723101000 大田集镇 → 大田新镇', '371723110000 成武县党集镇 → 党集新镇']);
  expect(changes.count('added') + changes.count('closed')).toBe(0);
  expect(await placeOf(371723101000000)).toMatchObject({ name: '大田新镇', pinyin: 'datianxinzhen' });
  expect((await placeOf(371723101201000))?.full_name).toMatch(/^大田新镇 /);
  expect((await placeOf(371723101201003))?.full_name).toMatch(/^大田新镇 .+ 3组$/);
  expect(
    await rowsOf(url, 'select name from unit where code in (371723101000000, 371723110000000) order by code'),
  ).toEqual([{ name: '大田新镇群众工作站' }, { name: '党集老站' }]);
});

test('a report of a renamed place is found by its new name, and still by its old one', async () => {
  await importFile(url, REAL);
  await withReport(371723101201000, '村里的水井干了三个月,两百户人家到邻村挑水,盼望早日修好');
  const old = await rowsOf<{ name: string }>(url, 'select name from place where code = 371723101201000');
  const renamed = (await realText())
    .replace('大田集镇', '大田新镇')
    .replace(`371723101201,${old[0]?.name}`, '371723101201,清泉村村民委员会');
  await importFile(url, { kind: 'divisions', file: await folder.write('spring.csv', renamed) });
  const [found] = await rowsOf<{ haystack: string; keys: number[] }>(url, 'select haystack, keys from report_search');
  for (const name of ['大田集镇', '大田新镇清泉村', 'qingquancun', '水井']) expect(found?.haystack).toContain(name);
  expect(found?.keys).toContain(keyOf(371723, '清泉'));
});

test('closing a unit at which somebody is in post says so', async () => {
  await importFile(url, REAL);
  await withReport(371723111228000, '村里的水井干了三个月,两百户人家到邻村挑水,盼望早日修好');
  const lines = (await realText()).trimEnd().split('\n');
  const file = await folder.write('closing.csv', lines.slice(0, -1).join('\n'));
  const { warnings } = await importFile(url, { kind: 'divisions', file, closeMissing: true });
  expect(warnings.map(({ code, what }) => [code, what.zh])).toEqual([['POSTS_REMAIN', '关闭的单位仍有 1 人在任']]);
});

test('a place that the file no longer holds stays open with a warning, is closed when asked, and opens again', async () => {
  await importFile(url, REAL);
  const lines = (await realText()).trimEnd().split('\n');
  const file = await folder.write('shorter.csv', lines.slice(0, -1).join('\n'));
  const kept = await importFile(url, { kind: 'divisions', file });
  expect(kept.warnings.map(({ code, value }) => [code, value])).toEqual([
    ['NOT_IN_FILE', '371723111228 张楼镇 冀楼村民委员会'],
  ]);
  expect(await placeOf(371723111228000)).toMatchObject({ valid_to: null });

  const closed = await importFile(url, { kind: 'divisions', file, closeMissing: true, asOf: '2026-07-01' });
  expect(closed.changes.summary().en).toBe('0 added, 0 renamed, 1 closed');
  expect(await placeOf(371723111228000)).toMatchObject({ valid_to: '2026-06-30' });
  expect(await countsOf(url)).toMatchObject({ place: 483, unit: 483 });
  expect(closed.coverage.find(({ kind }) => kind === 'VILLAGE_ROOM')?.units).toBe(468);
  expect((await importFile(url, { kind: 'divisions', file, closeMissing: true })).changes.count('closed')).toBe(0);

  expect((await importFile(url, REAL)).changes.summary().en).toBe('0 added, 0 renamed, 1 reopened, 0 closed');
  expect(await placeOf(371723111228000)).toMatchObject({ valid_to: null });
});

test.each([
  ['UTF-8 with a byte order mark', async () => `\ufeff${await realText()}`],
  ['GBK', async () => gbk((await realText()).replaceAll('\n', '\r\n'))],
  ['UTF-16 as Excel writes it', async () => Buffer.from(`\ufeff${await realText()}`, 'utf16le')],
  ['columns in another order under Chinese headings', async () => reordered(await realText())],
  ['blank lines and lines of bare commas', async () => (await realText()).replaceAll('\n', '\n\n,,,\n')],
])('the county is read from %s', async (name, content) => {
  const file = await folder.write(`${name}.csv`, await content());
  const { changes } = await importFile(url, { kind: 'divisions', file });
  expect(changes.count('added')).toBe(483);
  expect(await placeOf(371723001001000)).toMatchObject({ name: '南堤居民委员会' });
});

test('a role that is no superuser and may become the owner imports as well', async () => {
  const role = `importer_${process.pid}`;
  await rowsOf(url, `create role ${role} login noinherit password 'secret' in role lxq_owner`);
  const own = new URL(url);
  [own.username, own.password] = [role, 'secret'];
  expect((await importFile(own.href, REAL)).changes.count('added')).toBe(483);
  await rowsOf(url, `drop role ${role}`);
});

test('an import that fails in its middle leaves nothing', async () => {
  await rowsOf(url, refuseUnits(`raise exception 'the disk is full'`));
  await expect(importFile(url, REAL)).rejects.toThrow('the disk is full');
  expect(await countsOf(url)).toEqual(EMPTY);
});

test('an import whose process is killed in its middle leaves nothing', async () => {
  await rowsOf(url, refuseUnits('perform pg_sleep(60)'));
  const command = fileURLToPath(new URL('../../bin/import.ts', import.meta.url));
  const child = spawn(process.execPath, [command, 'divisions', REAL_FILE], {
    env: { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' },
    stdio: 'ignore',
  });
  const busy = `select pid from pg_stat_activity where query like 'insert into unit%' and wait_event = 'PgSleep' and datname = current_database()`;
  while ((await rowsOf(url, busy)).length === 0) {
    expect(child.exitCode).toBeNull();
    await sleep(50);
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  await rowsOf(url, `select pg_terminate_backend(pid) from (${busy}) writer`); // the server notices a vanished client only when it next writes to it
  expect(await countsOf(url)).toEqual(EMPTY);
  await rowsOf(url, 'drop trigger refuse on unit');
  expect((await importFile(url, REAL)).changes.count('added')).toBe(483);
});

/** One officer at the village and one report of theirs, as search knows it. */
async function withReport(village: number, content: string): Promise<void> {
  const id = 'aaaaaaaa-0000-4000-8000-000000000001';
  const haystack = haystackOf([content, '大田集镇 旧村']);
  await rowsOf(url, `insert into person (county_code, id, name) values (371723, $1, '测试甲')`, [id]);
  await rowsOf(
    url,
    `insert into post (county_code, id, unit_code, person_id, person_name, role, area_code, valid_from) values (371723, $1, $2, $1, '测试甲', 'OFFICER', $2, '2020-01-01')`,
    [id, village],
  );
  await rowsOf(
    url,
    `insert into report (county_code, unit_code, id, client_id, content_hash, author_id, post_id, line, channel, topic_code, urgency, place_code, occurred_at, submitted_at, due_at, content)
     values (371723, $2, $1, $1, 'x', $1, $1, 'LINE', 'OFFICER', 'agri', 'NORMAL', $2, now(), now(), now(), $3)`,
    [id, village, content],
  );
  await rowsOf(
    url,
    `insert into report_search (county_code, unit_code, report_id, author_id, line, submitted_at, haystack, keys) values (371723, $2, $1, $1, 'LINE', now(), $3, $4::int[])`,
    [id, village, haystack, keysOf(371723, haystack)],
  );
}

/** Fires on one unit of a township that is neither first nor last. */
const refuseUnits = (deed: string) => `
  create function refuse() returns trigger language plpgsql as $$ begin ${deed}; return new; end $$;
  create trigger refuse before insert on unit for each row when (new.code = 371723106000000) execute function refuse()`;

function reordered(text: string): string {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return rows
    .map(([code, name, level, parent], i) =>
      (i === 0 ? ['名称', '上级 parent', '级别', '区划代码'] : [name, parent, level, code]).join(','),
    )
    .join('\n');
}
