import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import pg from 'pg';
import { pino } from 'pino';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { jobs } from '../../jobs.ts';
import { COUNTY, type Fixture, idOf } from '../../testing/fixture.ts';
import { type Bench, BULK, CANCEL, EXPORT, EXPORTS, ROWS, startBench } from './table-export.testing.ts';

let bench: Bench;
let fixture: Fixture;
let { asked, told, stored, run, reports, store } = {} as Bench;
beforeAll(async () => {
  bench = await startBench();
  ({ fixture, asked, told, stored, run, reports, store } = bench);
});
afterAll(() => bench.close());
afterEach(() => bench.empty());

test('whoever has lost their post meanwhile gets no file, and a word why', async () => {
  const { id } = await asked('clerk');
  const until = (day: string) =>
    fixture.admin.query(`update post set valid_to = ${day} where id = $1`, [idOf('post/clerk')]);
  await until(`'2020-12-31'`);
  await run(id);
  await until('null');
  expect(await told('clerk', id)).toMatchObject({
    ...{ state: 'FAILED', url: null, sha256: null },
    error: expect.stringContaining('岗位已结束'),
  });
  expect(await stored()).toEqual([]);
});

test('… nor does a stand-in whose days are over, and what was asked for as a stand-in is not the holder’s', async () => {
  const { id } = await asked('clerk');
  await fixture.admin.query('update table_export set acted_by_id = $2 where id = $1', [id, idOf('clerk2')]);
  expect(await told('clerk', id)).toBeUndefined();
  await run(id);
  const { rows } = await fixture.admin.query('select state from table_export');
  expect(rows).toEqual([{ state: 'FAILED' }]);
});

test('it shows what its asker may see when it is made, not when it was asked for', async () => {
  const { id, rows } = await asked('analyst');
  await fixture.admin.query(`update report set line = 'SEALED' where unit_code <> $1`, [
    fixture.rights('officer').unitCode,
  ]);
  await run(id);
  await fixture.admin.query(`update report set line = 'LINE'`);
  expect([rows, (await told('analyst', id)).rows]).toEqual([2, 1]);
});

test('a job reads as its asker and opens nobody else’s rows, and none once the file is made', async () => {
  const { id } = await asked('clerk');
  const client = new pg.Client(fixture.appUrl);
  await client.connect();
  const enter = async () => {
    await client.query('rollback; begin; set local role lxq_jobs');
    await client.query('select app.enter_export($1, $2, true)', [COUNTY, id]);
    return (await client.query(`select distinct township_code::text as at, current_role as role from report`)).rows;
  };
  expect(await enter()).toEqual([{ at: '990101101000000', role: 'at_township' }]);
  await expect(client.query(`delete from table_export`)).rejects.toThrow();
  await client.query('rollback');
  await run(id);
  await expect(enter()).rejects.toThrow('no such export is being made');
  await client.query('rollback');
  await expect(client.query('select app.enter_export($1, $2, true)', [COUNTY, id])).rejects.toThrow(
    'permission denied',
  );
  await client.end();
});

test('few are under way at once, and another may be asked for when one is cancelled', async () => {
  const open = [];
  for (let n = 0; n < SERVER_LIMITS.tableExport.open; n++) open.push(await asked('clerk'));
  expect(await refusal(fixture, 'clerk', EXPORT, ROWS)).toMatchObject({ code: 'BAD_INPUT', field: 'exports' });
  expect((await asked('clerk2')).state).toBe('QUEUED');
  const { id } = open[0];
  expect((await ask(fixture, 'clerk', CANCEL, { id })).cancelExport.state).toBe('CANCELLED');
  await run(id);
  expect(await told('clerk', id)).toMatchObject({ state: 'CANCELLED', error: null });
  await asked('clerk');
});

test('of many that are done the oldest go', async () => {
  const { id } = await asked('clerk');
  await run(id);
  const { kept } = SERVER_LIMITS.tableExport;
  await fixture.admin.query(
    `insert into table_export select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'requested_at', t.requested_at + n * interval '1 minute'))).* from table_export t, generate_series(1, $1) n`,
    [kept],
  );
  await asked('clerk');
  const left = (await ask(fixture, 'clerk', EXPORTS, { first: 100 })).tableExports.edges;
  expect(left).toHaveLength(kept);
  expect(await told('clerk', id)).toBeUndefined();
  const page = (await ask(fixture, 'clerk', EXPORTS, { first: 5 })).tableExports;
  const next = (await ask(fixture, 'clerk', EXPORTS, { first: 5, after: page.pageInfo.endCursor })).tableExports;
  expect([...page.edges, ...next.edges]).toEqual(left.slice(0, 10));
});

test('of two that make it at once the later is believed, and the earlier leaves it alone', async () => {
  await reports(30_000);
  const { id } = await asked('analyst', { ...BULK, format: 'XLSX' });
  const first = run(id);
  await wait(300);
  const later = '0197f3f0-7c58-7c43-9ad4-2f7f0a4b9d11';
  await fixture.admin.query('update table_export set run = $2 where id = $1', [id, later]);
  await first;
  const { rows } = await fixture.admin.query('select state, run, sha256, error from table_export');
  expect(rows).toEqual([{ state: 'RUNNING', run: later, sha256: null, error: null }]);
  expect(await stored()).toEqual([]);
  await fixture.admin.query(`delete from report where topic_code = 'BULK'`);
});

test('what goes wrong is tried again, and after the last try says so without the inside', async () => {
  const { id } = await asked('clerk');
  const full = Object.assign(store(), { putStream: () => Promise.reject(new Error('no room at /srv/secret')) });
  await expect(run(id, { bytes: full })).rejects.toThrow('no room');
  expect((await told('clerk', id)).state).toBe('QUEUED');
  await expect(run(id, { attempts: 3, bytes: full })).rejects.toThrow('no room');
  const failed = await told('clerk', id);
  expect(failed).toMatchObject({ state: 'FAILED', error: expect.stringContaining('未能生成') });
  expect(failed.error).not.toContain('secret');
});

test('after seven days it is gone, and its bytes with it', async () => {
  const { id } = await asked('clerk');
  await run(id);
  const file = await told('clerk', id);
  expect(Math.round((Date.parse(file.expiresAt) - Date.now()) / 86_400_000)).toBe(SERVER_LIMITS.tableExport.days);
  const { parentPath, name } = (await stored())[0] as { parentPath: string; name: string };
  const old = new Date(Date.now() - 8 * 86_400_000);
  const night = async () => {
    await utimes(path.join(parentPath, name), old, old);
    const client = new pg.Client(fixture.appUrl);
    await client.connect();
    await client.query('set role lxq_jobs');
    const withPgClient = (work: (client: pg.ClientBase) => Promise<unknown>) => work(client);
    const bytes = { store: store(), uploads: () => ({ deleteExpired: async () => 0 }) };
    await jobs(fixture.database, pino({ level: 'silent' }), bytes as never).tasks.nightly?.({}, {
      withPgClient,
    } as never);
    await client.end();
  };
  await night();
  expect(await stored()).toHaveLength(1);
  await fixture.admin.query(`update table_export set expires_at = now() - interval '1 second'`);
  expect(await told('clerk', id)).toBeUndefined();
  await night();
  expect(await stored()).toEqual([]);
  expect((await fixture.admin.query('select from table_export')).rowCount).toBe(0);
});

test('a list too long for a Word table is refused by its format, with what to do instead, also when it has grown meanwhile', async () => {
  await reports(SERVER_LIMITS.tableExport.docxRows - 1);
  const document = { ...BULK, format: 'DOCX' };
  const { id } = await asked('analyst', document);
  await reports(2);
  expect(await refusal(fixture, 'analyst', EXPORT, document)).toMatchObject({
    ...{ code: 'BAD_INPUT', field: 'format' },
    message: '明细共 2001 行，Word 表格（DOCX）最多 2000 行，请改用 XLSX 或 CSV，或缩小范围',
  });
  await run(id);
  expect(await told('analyst', id)).toMatchObject({ state: 'FAILED', error: expect.stringContaining('XLSX 或 CSV') });
  expect(await stored()).toEqual([]);
});
