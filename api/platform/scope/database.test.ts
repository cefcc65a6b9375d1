import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entities } from '../../entities.ts';
import { type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { outside } from '../contract/errors.ts';
import { openDatabase } from './database.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const LIMITS_OF = `select name, setting from pg_settings where name in ('lock_timeout', 'statement_timeout', 'transaction_timeout') order by name`;
const version = async () => Number((await fixture.admin.query('show server_version_num')).rows[0].server_version_num);

test('what people ask waits three seconds for a lock and ten in all; the queue has its own time', async () => {
  const { database } = fixture;
  for (const pool of [database.pool('COUNTY'), database.pool('OFFICER'), database.door])
    expect((await pool.query(LIMITS_OF)).rows).toEqual([
      { name: 'lock_timeout', setting: '3000' },
      { name: 'statement_timeout', setting: '10000' },
      ...((await version()) < 170000 ? [] : [{ name: 'transaction_timeout', setting: '10000' }]),
    ]);
  expect((await database.jobs.query(LIMITS_OF)).rows[0]).toEqual({ name: 'lock_timeout', setting: '0' });
});

test('a report whose county’s events somebody holds is answered BUSY within seconds, and goes in afterwards', async () => {
  await fixture.admin.query('begin');
  await fixture.admin.query('select * from event_counter for update');
  const begun = performance.now();
  await expect(submitted(fixture, 'officer')).rejects.toThrow('该记录正被他人使用，请稍后重试');
  expect(performance.now() - begun).toBeLessThan(15_000);
  await fixture.admin.query('rollback');
  expect(await submitted(fixture, 'officer')).toEqual(expect.any(String));
});

test('a transaction that takes too long is stopped and answered BUSY, and its connection is not used again', async () => {
  if ((await version()) < 170000) return;
  const { database } = fixture;
  for (const isReadOnly of [true, false]) {
    const scope = fixture.scope('county');
    scope.isReadOnly = isReadOnly;
    await scope.rows('set local transaction_timeout = 0'); // a clock that runs already is not set anew, only stopped
    await scope.rows(`set local transaction_timeout = '300ms'`);
    const error = await scope.rows('select pg_sleep(20)').catch((error) => error);
    await scope.end('rollback').catch(() => {});
    expect(error).toMatchObject({ code: '25P04' }); // and no other limit
    expect(outside(error, 'en', () => {}).extensions).toEqual({ code: 'BUSY', retryAfter: 5 });
    const after = fixture.scope('county');
    expect(await after.rows('select 1 as one')).toEqual([{ one: 1 }]);
    await after.end('commit');
  }
  expect(database.pool('COUNTY').totalCount).toBeLessThanOrEqual(8);
});

test('whoever asks for a connection as the database is closed still has it', async () => {
  const database = openDatabase({ appUrl: fixture.appUrl, connections: 24, entities, onError: () => {} });
  await database.jobs.query('select 1'); // one that is idle now
  const asked = database.jobs.query('select 2 as n');
  const closed = database.close();
  expect((await asked).rows).toEqual([{ n: 2 }]);
  await closed;
}, 15_000);
