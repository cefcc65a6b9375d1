import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
