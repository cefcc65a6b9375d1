import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type Fixture, startFixture, submitted } from '../testing.ts';
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

  const worker = startWorker(fixture.database, pino({ level: 'silent' }));
  await fixture.admin.query(`select graphile_worker.add_job('nightly')`);
  const left = async () =>
    (await fixture.admin.query('select n from event order by n')).rows.map((row) => Number(row.n));
  for (const end = Date.now() + 10_000; (await left()).length > 1 && Date.now() < end; ) await sleep(50);
  await worker.stop();

  expect(await left()).toEqual([2]);
  expect(
    (await fixture.admin.query('select folded_to from event_counter where county_code = $1', [countyCode])).rows,
  ).toEqual([{ folded_to: '1' }]);
  expect((await fixture.admin.query('select token_hash from session')).rows).toEqual([{ token_hash: 'here' }]);
});
