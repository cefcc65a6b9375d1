import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { letClockMove } from '@lxq/db/test-clock.ts';
import { CHANNEL_LIMITS } from '@lxq/schema/notifications/channels.ts';
import { pino } from 'pino';
import { ask } from '../../digests/digest.testing.ts';
import { entities } from '../../entities.ts';
import { deliveries } from '../../jobs.ts';
import { startWorker } from '../../platform/jobs/worker.ts';
import { moveClock } from '../../platform/scope/clock.ts';
import { openDatabase } from '../../platform/scope/database.ts';
import { COUNTY, type Fixture } from '../../testing/fixture.ts';
import { addChannel, countIn, errcode, ringMany, type Service, startAllowed, startKeeping } from './outside.testing.ts';
import { startSpreading } from './spreading.ts';

const ALERTS = 500;
let fixture: Fixture;
let robot: Service;
beforeAll(async () => {
  fixture = await startKeeping();
  await letClockMove(fixture.admin);
  robot = await startAllowed(errcode(0));
});
afterAll(async () => {
  await robot.stop();
  await fixture.close();
});

test('500 alerts to one robot, with two processes that spread and send: each is said once, in few calls that keep their distance', async () => {
  const channel = await addChannel(fixture, 'leader', { kind: 'WECOM', address: `${robot.origin}/send` });
  const log = pino({ level: 'silent' });
  const second = openDatabase({ appUrl: fixture.appUrl, connections: 24, entities, onError: () => {} });
  const parts = [fixture.database, second].flatMap((database) => [
    startSpreading(database, log),
    startWorker(database, log, deliveries(database, log)),
  ]);
  // A robot that is slow down now and then, as they are.
  robot.answer = (call, response) => void setTimeout(() => errcode(0)(call, response), 50);
  for (let n = 0; n < 20; n++) {
    await ringMany(fixture, 'leader', ALERTS / 20);
    await sleep(300);
  }
  const said = () => robot.calls.reduce((sum, call) => sum + countIn(call), 0);
  for (const end = Date.now() + 20_000; said() < ALERTS && Date.now() < end; ) await sleep(50);
  await Promise.all(parts.map((part) => part.stop()));
  await second.close();

  expect(said()).toBe(ALERTS);
  const gaps = robot.calls.slice(1).map(({ at }, n) => at - (robot.calls[n]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(CHANNEL_LIMITS.gapMs.WECOM - 500);
  expect(robot.calls.length).toBeLessThanOrEqual(6);
  const { rows } = await fixture.admin.query(
    'select state, attempts, count(*)::int as n from notification_delivery where channel_id = $1 group by 1, 2',
    [channel],
  );
  expect(rows).toEqual([{ state: 'DELIVERED', attempts: 1, n: ALERTS }]);
  const seen = new Set<string>();
  for (let after: string | null = null, more = true; more; ) {
    const { notifications }: any = await ask(
      fixture,
      'leader',
      'query ($after: String) { notifications(first: 200, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }',
      { after },
    );
    for (const { node } of notifications.edges) seen.add(node.id);
    after = notifications.pageInfo.endCursor;
    more = notifications.pageInfo.hasNextPage;
  }
  expect(seen.size).toBe(ALERTS);
}, 40_000);

test('in any minute a robot is called at most twenty times, however many ask how often', async () => {
  const channel = await addChannel(fixture, 'leader2', { kind: 'WECOM', address: `${robot.origin}/another` });
  await fixture.admin.query('delete from notification; delete from notification_delivery; delete from alert');
  const turns: number[] = [];
  const ask_ = () =>
    fixture.database.jobs.query('select app.take_turn($1, $2, $3, $4::interval) as t', [
      COUNTY,
      channel,
      JSON.stringify(CHANNEL_LIMITS.gapMs),
      '1 day',
    ]);
  for (let ms = 0; ms < 70_000; ms += 400) {
    await moveClock(fixture.admin, ms);
    await fixture.admin.query(
      `insert into notification_delivery (county_code, notification_id, channel_id, unit_code, person_id, kind, channel, key, not_before, queued_at)
       values ($1, gen_random_uuid(), $2, 0, $3, 'URGENT_REPORT', 'WECOM', $4, '-infinity', now() + interval '1 day')`,
      [COUNTY, channel, fixture.rights('leader2').personId, `n${ms}`],
    );
    for (const { rows } of await Promise.all([ask_(), ask_(), ask_()])) if (rows[0].t?.turn) turns.push(ms);
  }
  await moveClock(fixture.admin, 0);
  const most = Math.max(...turns.map((from) => turns.filter((at) => at >= from && at < from + 60_000).length));
  expect(most).toBeLessThanOrEqual(20);
  expect(most).toBeGreaterThan(10);
}, 20_000);
