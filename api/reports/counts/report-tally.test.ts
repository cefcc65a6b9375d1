import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { issued } from '../../digests/digest.testing.ts';
import { entities } from '../../entities.ts';
import { openDatabase } from '../../platform/scope/database.ts';
import { Scope } from '../../platform/scope/scope.ts';
import { type Account, COUNTY, type Fixture, POSTS, startFixture, submitted } from '../../testing/fixture.ts';
import { trayCounts } from './report-counts.read.ts';
import { topicTally, unitTally, yearTally } from './report-tally.read.ts';
import { anyFilter, bothWays, DEEDS, lots } from './tally.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const READERS = (Object.keys(POSTS) as Account[]).filter((account) => account !== 'admin');
const fold = async (): Promise<number> =>
  (await fixture.database.jobs.query('select app.fold_tallies() as n')).rows[0].n;
const rebuild = async (county: number | null = null) =>
  (await fixture.database.jobs.query('select * from app.rebuild_tallies($1)', [county])).rows;
const counted = async (from: string) => (await fixture.admin.query(`select count(*)::int as n from ${from}`)).rows[0].n;

/** Deeds drawn by lot, `count` of them done. */
async function live(draw: ReturnType<typeof lots>, count: number): Promise<Set<string>> {
  const done = new Set<string>();
  for (let n = 0; n < count; ) {
    const name = draw.draw() < 0.4 ? 'submit' : draw.pick(Object.keys(DEEDS));
    if (!(await DEEDS[name]?.(fixture, draw))) continue;
    done.add(name);
    n++;
  }
  return done;
}

async function expectSame(draw: ReturnType<typeof lots>, from: Pick<Fixture, 'scope'> = fixture): Promise<void> {
  for (const account of READERS) {
    const filter = anyFilter(draw);
    const [told, real] = await bothWays(from, account, filter);
    expect([account, filter, told]).toEqual([account, filter, real]);
  }
}

test('whatever is asked by whomever after whatever was done, a tally says what the reports say, folded or not', async () => {
  const draw = lots(20261122);
  const done = new Set<string>();
  // Which report a lot falls on depends on ids that are new each time: a rare deed may want some rounds more.
  const isMissing = () => done.size < Object.keys(DEEDS).length;
  for (let round = 0; round < 12 || (isMissing() && round < 60); round++) {
    for (const name of await live(draw, 15)) done.add(name);
    await expectSame(draw);
    expect(await fold()).toBeGreaterThan(14);
    await expectSame(draw);
  }
  expect([...done].sort()).toEqual(Object.keys(DEEDS).sort());
  await issued(fixture);
  await expectSame(draw);
  expect(await rebuild()).toEqual(
    [COUNTY, COUNTY + 1].map((county) => ({ county_code: county, rows_wrong: 0, off_by: '0' })),
  );
}, 120_000);

test('a row of a tally that counts nothing any more is gone', async () => {
  await fold();
  expect(await counted('tally_delta')).toBe(0);
  expect([
    await counted('unit_tally where n <= 0'),
    await counted('year_tally where 0 = all (n) or 0 > any (n)'),
  ]).toEqual([0, 0]);
});

test('the desks’ counts and the analyst’s months come from the tallies, an officer’s from the reports', async () => {
  const known = {
    unit: ['county', 'discipline', 'clerk', 'townLeader', 'head'],
    month: ['analyst', 'director', 'clerk'],
  } as const;
  for (const account of known.unit) expect(unitTally(fixture.scope(account), { lines: ['LINE'] })).not.toBeNull();
  for (const account of known.month)
    expect(topicTally(fixture.scope(account), { topics: ['WATER'], problemsOnly: true })).not.toBeNull();
  for (const account of known.month)
    expect(
      yearTally(fixture.scope(account), { submittedFrom: '2026-02-01', submittedTo: '2026-02-28' }),
    ).not.toBeNull();
  expect(unitTally(fixture.scope('officer'), null)).toBeNull();
  expect(yearTally(fixture.scope('analyst'), { submittedFrom: '2026-02-02' })).toBeNull();
});

test('a change is counted within its own transaction, and for nobody when it is undone', async () => {
  const scope = fixture.scope('clerk');
  const before = await trayCounts(scope, null);
  await scope.rows(
    `update report set state = 'ORDERED' where id = (select id from report where line = 'LINE' and state in ('MERGED', 'WITHDRAWN') limit 1)`,
  );
  expect(await trayCounts(scope, null)).toEqual({ ...before, doing: before.doing + 1, done: before.done - 1 });
  await scope.end('rollback');
  const after = fixture.scope('clerk');
  expect(await trayCounts(after, null)).toEqual(before);
  await after.end('commit');
});

test('while many write and some fold, every reader’s snapshot holds as many as it has reports', async () => {
  const url = new URL(fixture.appUrl);
  url.searchParams.set('options', '-c default_transaction_isolation=repeatable\\ read'); // one snapshot for both ways
  const still = openDatabase({ appUrl: url.href, connections: 24, entities, onError: () => {} });
  let writing = true;
  const writers = [1, 2].map((seed) => live(lots(seed), 60));
  const folders = [1, 2].map(async () => {
    let folded = 0;
    while (writing) folded += await fold().then(async (n) => sleep(15, n));
    return folded + (await fold());
  });
  const from = {
    scope: (account: Account) => new Scope(still, fixture.rights(account), fixture.scope(account).caller),
  };
  const draw = lots(3);
  const reading = (async () => {
    let rounds = 0;
    while (writing || rounds < 2) {
      await expectSame(draw, from);
      rounds++;
    }
    return rounds;
  })();
  await Promise.all(writers);
  writing = false;
  expect((await Promise.all(folders)).reduce((total, n) => total + n, 0)).toBeGreaterThan(50);
  expect(await reading).toBeGreaterThan(1);
  await still.close();
}, 120_000);

test('a fold that is cut off half-way has not happened, and while one folds another leaves the county to it', async () => {
  await fold();
  for (let i = 0; i < 5; i++) await submitted(fixture, 'officer');
  const client = new pg.Client(fixture.adminUrl);
  client.on('error', () => {});
  await client.connect();
  await client.query('begin');
  expect((await client.query('select app.fold_tallies() as n')).rows[0].n).toBe(5);
  expect(await fold()).toBe(0);
  await expectSame(lots(5));
  await fixture.admin.query('select pg_terminate_backend($1)', [(client as any).processID]);
  for (let left = 200; left && (await counted(`pg_stat_activity where pid = ${(client as any).processID}`)); left--)
    await sleep(10);
  await expectSame(lots(6));
  expect(await fold()).toBe(5);
  await client.end().catch(() => {});
});

test('a rebuild puts right what is wrong while people write, and says by how much', async () => {
  await fixture.admin.query(`delete from unit_tally where state = 'SUBMITTED'`);
  await fixture.admin.query(`update year_tally set n[3] = n[3] + 3 where kind = 'TOPIC' and code = 'WATER'`);
  await fixture.admin.query(
    `insert into year_tally values ($1, 'SOURCE', $2, 2020, 'LINE', 'GHOST', '{0,0,0,0,0,0,0,0,0,0,0,2}')`,
    [COUNTY, fixture.rights('clerk').unitCode],
  );
  const writer = live(lots(9), 30);
  const [first] = await rebuild(COUNTY);
  await writer;
  expect(first.rows_wrong).toBeGreaterThan(3);
  expect(Number(first.off_by)).toBeGreaterThan(first.rows_wrong);
  await expectSame(lots(10));
  expect(await rebuild(COUNTY)).toEqual([{ county_code: COUNTY, rows_wrong: 0, off_by: '0' }]);
});

test('reports that came without the trigger are counted by a rebuild', async () => {
  const client = new pg.Client(fixture.adminUrl);
  await client.connect();
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(`update report set topic_code = 'LOOSE', state = 'CASED' where line = 'LINE'`);
  await client.query('commit');
  await client.end();
  const [told, real] = await bothWays(fixture, 'county', {});
  expect(told).not.toEqual(real);
  await rebuild();
  await expectSame(lots(11));
});
