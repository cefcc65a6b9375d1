import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entities } from '../../entities.ts';
import { Post } from '../../network/posts/post.entity.ts';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { openDatabase } from './database.ts';
import { Scope } from './scope.ts';
import { RightsChanged } from './transaction.ts';

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
  const scope = fixture.scope('county');
  const { countyCode, postId } = scope.rights;
  const read = await scope.row<Post>('select * from post where county_code = $1 and id = $2', [countyCode, postId]);
  const worked = await scope.work.find(Post, { countyCode, id: postId });
  expect([read?.validFrom, worked?.validFrom]).toEqual(['2020-01-01', '2020-01-01']);
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
  const database = openDatabase({ appUrl: fixture.appUrl, connections: 4, entities, onError: () => {} }); // one connection a level
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

describe('an operation that only reads', () => {
  const reading = () => Object.assign(fixture.scope('clerk'), { isReadOnly: true });

  test('fails as a whole when one statement fails, and leaves its connection as it was', async () => {
    for (let round = 0; round < 3; round++) {
      const scope = reading();
      const asked = ['select 1 as one', `select 1 / (select 0) as none -- ${round}`, `select 2 as two -- ${round}`];
      const answers = await Promise.allSettled(asked.map((text) => scope.rows(text)));
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      await expect(scope.rows('select 3 as three')).rejects.toMatchObject({ code: '22012' });
      await scope.end('rollback');
      const next = reading();
      expect(await Promise.all([next.rows('select 1 as one'), next.rows(`select 2 as two -- ${round}`)])).toEqual([
        [{ one: 1 }],
        [{ two: 2 }],
      ]);
      await next.end('commit');
    }
  });

  test('cannot write', async () => {
    const scope = reading();
    await expect(scope.rows(`update report set content = content`)).rejects.toMatchObject({ code: '25006' });
    await scope.end('rollback');
  });

  test('may end while it is still being answered, and whoever takes the connection next gets their own answers', async () => {
    for (let i = 0; i < 50; i++) {
      const [early, late] = [reading(), reading()];
      const left = early.rows('select 1 as one, pg_sleep(0.002)').catch(() => null);
      await new Promise(setImmediate);
      await early.end('commit');
      expect(await late.rows('select 2 as two')).toEqual([{ two: 2 }]);
      await late.end('commit');
      await left;
    }
  });

  test('is told so when its rights have changed, whatever it asked for', async () => {
    const rights = { ...fixture.rights('clerk'), tokenHash: 'nobody' };
    const scope = new Scope(fixture.database, rights, fixture.scope('clerk').caller, { isGuess: true });
    scope.isReadOnly = true;
    const answers = await Promise.allSettled([scope.rows('select 1 as one'), scope.rows('select * from report')]);
    for (const answer of answers) expect((answer as PromiseRejectedResult).reason).toBeInstanceOf(RightsChanged);
    await scope.end('rollback');
  });
});
