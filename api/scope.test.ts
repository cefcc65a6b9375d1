import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from './database.ts';
import { Scope } from './scope.ts';
import { type Fixture, startFixture } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('what an operation reads after its end opens no transaction that nobody ends', async () => {
  const scope = fixture.scope('county');
  await scope.rows('select 1');
  await scope.end('commit');
  await expect(scope.rows('select 1')).rejects.toThrow('the operation has ended');
  expect(() => scope.author).toThrow('the operation has ended');
});

test('a day is the same day to the unit of work as to the read path, whatever the time zone', async () => {
  const scope = await fixture.scope('county').open();
  const [read] = await scope.rows<{ day: string }>(`select date '2026-03-01' as day`);
  const [worked] = await scope.em.execute(`select date '2026-03-01' as day`);
  expect([read, worked]).toEqual([{ day: '2026-03-01' }, { day: '2026-03-01' }]);
  await scope.end('rollback');
});

test('when the author’s half cannot be committed, the desk’s half is undone and its connection given back', async () => {
  const pool = fixture.database.pool('TOWNSHIP');
  const scope = fixture.scope('clerk');
  await scope.rows('select 1');
  const [backend] = await scope.author.rows<{ pid: number }>('select pg_backend_pid() as pid');
  await fixture.admin.query('select pg_terminate_backend($1)', [backend?.pid]);
  await expect(scope.end('commit')).rejects.toThrow();
  expect(pool.idleCount).toBe(pool.totalCount);
});

test('operations that need both halves do not wait for each other in a circle', async () => {
  const database = openDatabase({ appUrl: fixture.appUrl, connections: 4, onError: () => {} }); // one connection a level
  try {
    const scopes = [0, 1].map(() => new Scope(database, fixture.rights('head'), fixture.scope('head').caller));
    const [first, second] = scopes as [Scope, Scope];
    const halves = async (one: Scope, other: Scope, whole: Scope) => {
      try {
        await one.rows('select 1');
        await new Promise((resolve) => setTimeout(resolve, 200));
        await other.rows('select 1');
      } finally {
        await whole.end('commit');
      }
    };
    const started = Date.now();
    await Promise.all([halves(first.author, first, first), halves(second, second.author, second)]);
    expect(Date.now() - started).toBeLessThan(5_000);
  } finally {
    await database.close();
  }
}, 20_000);
