import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { letClockMove } from '@lxq/db/test-clock.ts';
import { addDays } from '@lxq/schema/calendar.ts';
import { ask } from '../../digests/digest.testing.ts';
import { moveClock } from '../../platform/scope/clock.ts';
import { type Account, type Fixture, idOf, UNITS } from '../../testing/fixture.ts';
import { NAME_STAND_IN, standIn, today } from '../../testing/standing-in.ts';
import {
  addChannel,
  CLEAN,
  errcode,
  laterOn,
  ledger,
  type Service,
  saidIn,
  startAllowed,
  startKeeping,
  turn,
} from './outside.testing.ts';
import { spread } from './spreading.ts';

/** What rings for a post rings for whoever stands in for its holder, while they do. */
let fixture: Fixture;
let robot: Service;
beforeAll(async () => {
  fixture = await startKeeping();
  await letClockMove(fixture.admin);
});
beforeEach(async () => {
  robot = await startAllowed(errcode(0));
});
afterEach(async () => {
  await robot.stop();
  await moveClock(fixture.admin, 0);
  await fixture.admin.query(`${CLEAN}; delete from stand_in`);
});
afterAll(() => fixture.close());

const DAY = 86_400_000;
let rung = 0;
/** Something rings for the clerk at their desk, or for them as an author, on this line. */
async function ring({ asAuthor = false, line = 'LINE', key = `k${++rung}` } = {}, account: Account = 'clerk') {
  await fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, author_id, line, kind, why, subject, subject_id, key, created_at)
     select $1, gen_random_uuid(), $2, $3, case when $4 then $3::uuid end, $5, 'DUTY_BEGUN', 'HANDLER', 'CASE', gen_random_uuid(), $6, app.now()`,
    [fixture.rights(account).countyCode, UNITS.east, idOf(account), asAuthor, line, key],
  );
  await spread(fixture.database);
}
const robotOf = (account: Account) =>
  addChannel(fixture, account, { kind: 'WECOM', address: `${robot.origin}/send?key=${account}` });
const lend = (change: object) => ask(fixture, 'clerk', NAME_STAND_IN, standIn('clerk', 'clerk2', change));

test('during the days and neither before nor after, beside the holder’s own channels', async () => {
  const [theirs, own] = [await robotOf('clerk2'), await robotOf('clerk')];
  await lend({ validFrom: addDays(today, 1), validTo: addDays(today, 2) });
  const rings: [number, number][] = [];
  for (const days of [0, 1, 2, 3]) {
    await moveClock(fixture.admin, days * DAY);
    await ring();
    rings.push([(await ledger(fixture, own)).length, (await ledger(fixture, theirs)).length]);
  }
  expect(rings).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 2],
  ]);
});

test('the message says that it is of the post they stand in for, and nothing else; the holder reads by which way it went', async () => {
  const theirs = await robotOf('clerk2');
  await lend({});
  await ring();
  await ring({}, 'clerk2');
  await turn(fixture, theirs);
  expect(robot.calls.map(saidIn)).toEqual([
    '【连心桥】2 条通知：新的待办 2 条（其中代理岗位 1 条，请切换岗位查看）\n请登录查看：https://report.example.cn/notifications',
  ]);
  const PAGE = '{ notifications { edges { node { deliveries { channel isForStandIn state } } } } }';
  const deliveriesOf = async (account: Account) =>
    (await ask(fixture, account, PAGE)).notifications.edges.flatMap(({ node }: any) => node.deliveries);
  expect(await deliveriesOf('clerk')).toEqual([{ channel: 'WECOM', isForStandIn: true, state: 'DELIVERED' }]);
  expect(await deliveriesOf('clerk2')).toEqual([{ channel: 'WECOM', isForStandIn: false, state: 'DELIVERED' }]);
});

test('what is told the holder in person, or an accusation, rings for no stand-in', async () => {
  const theirs = await robotOf('clerk2');
  await lend({});
  await ring({ asAuthor: true });
  await ring({ line: 'SEALED' });
  expect(await ledger(fixture, theirs)).toEqual([]);
});

test('what turns out to be an accusation while it waits is said to no stand-in', async () => {
  const theirs = await robotOf('clerk2');
  await lend({});
  await ring();
  await fixture.admin.query(`update notification set line = 'SEALED'`);
  await turn(fixture, theirs);
  expect(robot.calls).toEqual([]);
  expect(await ledger(fixture, theirs)).toEqual(['FAILED SETTLED 0']);
});

test('who is told of the same in their own right hears of it once', async () => {
  const theirs = await robotOf('clerk2');
  await lend({});
  await ring({ key: 'same' });
  await ring({ key: 'same' }, 'clerk2');
  expect(await ledger(fixture, theirs)).toEqual(['QUEUED 0']);
});

test('ended early, or over while it waited, it is not sent any more', async () => {
  const theirs = await robotOf('clerk2');
  const { id, version } = (await lend({ validTo: today })).nameStandIn;
  await ring();
  await moveClock(fixture.admin, Date.parse(`${addDays(today, 1)}T00:00:01+08:00`) - Date.now());
  await turn(fixture, theirs);
  expect(await ledger(fixture, theirs)).toEqual(['FAILED STAND_IN_ENDED 0']);
  await moveClock(fixture.admin, 0);
  await ring();
  await ask(fixture, 'clerk', 'mutation ($id: ID!, $version: Int!) { endStandIn(id: $id, version: $version) { id } }', {
    ...{ id, version },
  });
  await laterOn(fixture);
  await turn(fixture, theirs);
  await ring();
  expect(robot.calls).toEqual([]);
  expect(await ledger(fixture, theirs)).toEqual(['FAILED STAND_IN_ENDED 0', 'FAILED STAND_IN_ENDED 0']);
});
