import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { useVaultKeys } from '../../platform/vault/vault.ts';
import { asking } from '../../testing/answers.ts';
import { type Fixture, submitted } from '../../testing/fixture.ts';
import {
  addChannel,
  allow,
  type Call,
  CLEAN,
  countIn,
  errcode,
  KEYS,
  laterOn,
  ledger,
  ringMany,
  SAVE,
  type Service,
  saidIn,
  signatureOf,
  silence,
  startAllowed,
  startKeeping,
  startService,
  status,
  turn,
} from './outside.testing.ts';
import { spread } from './spreading.ts';

let fixture: Fixture;
let robot: Service;
beforeAll(async () => {
  fixture = await startKeeping();
});
beforeEach(async () => {
  robot = await startAllowed(errcode(0));
});
afterEach(async () => {
  await robot.stop();
  await fixture.admin.query(CLEAN);
});
afterAll(() => fixture.close());

const wecom = (more: object = {}) => ({ kind: 'WECOM', address: `${robot.origin}/send?key=k`, ...more });
/** One urgent report for the leader, on their robot. */
async function rung(count = 1): Promise<string> {
  const channel = await addChannel(fixture, 'leader', wecom());
  await ringMany(fixture, 'leader', count);
  await spread(fixture.database);
  return channel;
}

test('a robot is told how many of which kind and where to look, and nothing of the matter', async () => {
  const channel = await addChannel(fixture, 'leader', wecom());
  await submitted(fixture, 'officer', {
    urgency: 'HIGH',
    content: '郑铁柱家在柳林村三组的水井被人投毒，情况万分紧急请快来。',
  });
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(robot.calls.map(saidIn)).toEqual([
    '【连心桥】1 条通知：紧急民情 1 条\n请登录查看：https://report.example.cn/notifications',
  ]);
  expect(await ledger(fixture, channel)).toEqual(['DELIVERED 1']);
});

test('a second turn says nothing twice', async () => {
  const channel = await rung(3);
  await turn(fixture, channel);
  await laterOn(fixture);
  await Promise.all([turn(fixture, channel), turn(fixture, channel)]);
  expect(robot.calls.map(countIn)).toEqual([3]);
});

test.each([45009, 45033, 130101, -1])(
  'HTTP 200 with errcode %d is not sent: its robot is left alone for a minute, then told',
  async (code) => {
    const channel = await rung(2);
    robot.answer = errcode(code);
    await turn(fixture, channel);
    expect(await ledger(fixture, channel)).toEqual(['QUEUED THROTTLED 1', 'QUEUED THROTTLED 1']);
    robot.answer = errcode(0);
    await turn(fixture, channel);
    expect(robot.calls).toHaveLength(1);
    const { rows } = await fixture.admin.query(
      'select extract(epoch from next_at - now())::int as s from notification_pace',
    );
    expect(rows[0].s).toBeGreaterThan(55);
    await laterOn(fixture);
    await turn(fixture, channel);
    expect(robot.calls.map(countIn)).toEqual([2, 2]);
    expect(await ledger(fixture, channel)).toEqual(['DELIVERED 2', 'DELIVERED 2']);
  },
);

test.each([
  ['a server that fails', status(503)],
  ['somebody else’s page', (_: unknown, response: any) => response.writeHead(200).end('<html>login</html>')],
  ['a code that nobody knows', errcode(77777)],
  ['nobody who answers', silence],
] as const)(
  '%s is asked again, longer each time, for a day, and then it failed',
  async (_name, answer) => {
    const channel = await rung();
    robot.answer = answer as never;
    await turn(fixture, channel);
    expect(await ledger(fixture, channel)).toEqual(['QUEUED UNREACHABLE 1']);
    await laterOn(fixture, 25);
    await turn(fixture, channel);
    expect(await ledger(fixture, channel)).toEqual(['FAILED UNREACHABLE 1']);
    expect(robot.calls).toHaveLength(1);
  },
  15_000,
);

test('nobody is redirected anywhere', async () => {
  const inside = await startService(errcode(0));
  const channel = await rung();
  robot.answer = status(302, { location: `${inside.origin}/secrets` });
  await turn(fixture, channel);
  await inside.stop();
  expect(inside.calls).toEqual([]);
  expect(await ledger(fixture, channel)).toEqual(['FAILED REFUSED 1']);
});

test('an address that is allowed no longer is called no longer', async () => {
  const channel = await rung();
  allow([]);
  await turn(fixture, channel);
  expect(robot.calls).toEqual([]);
  expect(await ledger(fixture, channel)).toEqual(['FAILED NOT_ALLOWED 1']);
});

test('a robot that is gone ends its channel, says so, and gets nothing more; added anew it is one again', async () => {
  const channel = await rung();
  robot.answer = errcode(93000);
  await turn(fixture, channel);
  const said = asking(fixture);
  const { channels } = await said('leader', SAVE, { settings: {} });
  expect(channels).toMatchObject([{ id: channel, endedWhy: '该渠道已失效，请重新添加' }]);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  expect(await ledger(fixture, channel)).toEqual(['FAILED GONE 1']);
  robot.answer = errcode(0);
  const again = await addChannel(fixture, 'leader', wecom());
  await laterOn(fixture);
  await ringMany(fixture, 'leader', 2);
  await spread(fixture.database);
  await turn(fixture, again);
  expect(robot.calls.map(countIn).at(-1)).toBe(2);
});

test('钉钉 is called signed, with the secret that nobody sees', async () => {
  const address = `${robot.origin}/robot/send?access_token=t`;
  const channel = await addChannel(fixture, 'leader', { kind: 'DINGTALK', address, secret: 'SEC123' });
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  await turn(fixture, channel);
  const { searchParams } = (robot.calls[0] as Call).url;
  const at = searchParams.get('timestamp') as string;
  expect(Math.abs(Number(at) - Date.now())).toBeLessThan(10_000);
  expect(searchParams.get('sign')).toBe(signatureOf('SEC123', at));
  expect(searchParams.get('access_token')).toBe('t');
});

test('a key that was lost ends the channel instead of calling anybody', async () => {
  const channel = await rung();
  useVaultKeys([{ id: 'k2', key: Buffer.alloc(32, 4) }]);
  await turn(fixture, channel);
  useVaultKeys(KEYS);
  expect(robot.calls).toEqual([]);
  expect(await ledger(fixture, channel)).toEqual(['FAILED NO_KEY 1']);
});
