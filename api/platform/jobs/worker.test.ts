import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { jobs } from '../../jobs.ts';
import { startFolding } from '../../reports/counts/folding.ts';
import { COUNTY, type Fixture, OTHER_COUNTY, startFixture, submitted } from '../../testing/fixture.ts';
import { startWorker } from './worker.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('the nightly job folds events away that are past retention, and sessions that have run out', async () => {
  await submitted(fixture, 'officer');
  await fixture.admin.query(`update event set at = now() - interval '15 days'`);
  await submitted(fixture, 'officer');
  const { countyCode, personId, postId } = fixture.rights('officer');
  const session = `insert into session (token_hash, county_code, person_id, post_id, expires_at) values ($1, $2, $3, $4, now() + $5::interval)`;
  await fixture.admin.query(session, ['gone', countyCode, personId, postId, '-1 minute']);
  await fixture.admin.query(session, ['here', countyCode, personId, postId, '1 hour']);

  const log = pino({ level: 'silent' });
  const worker = startWorker(fixture.database, log, jobs(fixture.database, log));
  await fixture.admin.query(`select graphile_worker.add_job('nightly')`);
  const left = async () =>
    (await fixture.admin.query('select n from event order by n')).rows.map((row) => Number(row.n));
  for (const end = Date.now() + 10_000; (await left()).length > 1 && Date.now() < end; ) await sleep(50);
  await worker.stop();

  expect(await left()).toEqual([2]);
  expect(
    (await fixture.admin.query('select folded_to from event_counter where county_code = $1', [countyCode])).rows,
  ).toEqual([{ folded_to: '1' }]);
  expect(
    (await fixture.admin.query(`select token_hash from session where token_hash in ('gone', 'here')`)).rows,
  ).toEqual([{ token_hash: 'here' }]);
});

test('the nightly job puts tallies right and says for each county what differed', async () => {
  await submitted(fixture, 'officer');
  await fixture.admin.query('select app.fold_tallies()');
  await fixture.admin.query(`update unit_tally set n = n + 1 where county_code = $1 and state = 'SUBMITTED'`, [COUNTY]);
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
  const worker = startWorker(fixture.database, log, jobs(fixture.database, log));
  await fixture.admin.query(`select graphile_worker.add_job('nightly')`);
  for (const end = Date.now() + 10_000; lines.length < 2 && Date.now() < end; ) await sleep(50);
  await worker.stop();

  expect(lines).toMatchObject([{ county: COUNTY, rowsWrong: 3, offBy: 3 }, { county: OTHER_COUNTY }]);
  expect(lines[1]).not.toHaveProperty('rowsWrong');
  expect((await fixture.admin.query('select * from app.rebuild_tallies($1)', [COUNTY])).rows[0].rows_wrong).toBe(0);
});

/** As somebody called so has it in hand, since so long. */
async function inHand(name: string, since: string, queue: string | null = name): Promise<void> {
  await fixture.admin.query(`select graphile_worker.add_job('probe', to_json($1::text), queue_name := $2)`, [
    name,
    queue,
  ]);
  await fixture.admin.query(
    `with j as (update graphile_worker._private_jobs set locked_at = now() - $2::interval, locked_by = $1, attempts = 1 where payload #>> '{}' = $1 returning job_queue_id)
     update graphile_worker._private_job_queues q set locked_at = now() - $2::interval, locked_by = $1 from j where q.id = j.job_queue_id`,
    [name, since],
  );
}
/** What a worker does until so many are done. */
async function doneBy(count: number): Promise<unknown[]> {
  const done: unknown[] = [];
  const probe = async (payload: unknown) => void done.push(payload);
  const worker = startWorker(fixture.database, pino({ level: 'silent' }), { tasks: { probe }, times: [] });
  for (const end = Date.now() + 10_000; done.length < count && Date.now() < end; ) await sleep(50);
  await worker.stop();
  await fixture.admin.query('delete from graphile_worker._private_jobs');
  return done;
}

test('what a killed process had in hand goes on within moments, and whoever still works is left alone', async () => {
  await inHand('killed', '3 minutes');
  await inHand('working', '1 minute');
  // Something that rings meanwhile stands behind what the killed process had.
  await fixture.admin.query(`select graphile_worker.add_job('probe', to_json('next'::text), queue_name := 'killed')`);
  expect(await doneBy(2)).toEqual(['killed', 'next']);
});

test('… so does what stands in no queue, such as the night, which may take longer', async () => {
  await inHand('killed', '61 minutes', null);
  await inHand('working', '59 minutes', null);
  expect(await doneBy(1)).toEqual(['killed']);
});

test('of several processes that fold, each delta is folded once, soon after it was written', async () => {
  const folding = [1, 2].map(() => startFolding(fixture.database, pino({ level: 'silent' })));
  await submitted(fixture, 'officer');
  const left = async () => (await fixture.admin.query('select id from tally_delta')).rowCount;
  for (const end = Date.now() + 10_000; (await left()) && Date.now() < end; ) await sleep(50);
  await Promise.all(folding.map((one) => one.stop()));

  expect(await left()).toBe(0);
  expect((await fixture.admin.query('select * from app.rebuild_tallies($1)', [COUNTY])).rows[0].rows_wrong).toBe(0);
});
