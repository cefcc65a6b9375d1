import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Fixture } from '../../testing/fixture.ts';
import { addChannel, allow, CLEAN, laterOn, ledger, ringMany, startKeeping, turn } from './outside.testing.ts';
import { type Relay, startRelay } from './relay.testing.ts';
import { spread } from './spreading.ts';

let fixture: Fixture;
let relay: Relay;
beforeAll(async () => {
  fixture = await startKeeping();
});
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(async () => {
  await relay.stop();
  await fixture.admin.query(CLEAN);
});
afterAll(() => fixture.close());

async function rung(): Promise<string> {
  const channel = await addChannel(fixture, 'leader', { kind: 'EMAIL', address: 'leader@example.cn' });
  await fixture.admin.query('update notification_channel set verified_at = now() where id = $1', [channel]);
  await ringMany(fixture, 'leader', 3);
  await spread(fixture.database);
  return channel;
}

test('one letter for all that waits, with a count and a link', async () => {
  const channel = await rung();
  await turn(fixture, channel);
  expect(relay.letters).toMatchObject([{ to: ['leader@example.cn'] }]);
  expect(relay.letters[0]?.said.trim()).toBe(
    '【连心桥】3 条通知：紧急民情 3 条\n请登录查看：https://report.example.cn/notifications',
  );
  expect(await ledger(fixture, channel)).toEqual(['SENT 1', 'SENT 1', 'SENT 1']);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(relay.letters).toHaveLength(1); // the next letter waits for a minute
});

test('a server that says 4xx is asked again, one that says 5xx is not', async () => {
  const channel = await rung();
  relay.refusal = 451;
  await turn(fixture, channel);
  expect(new Set(await ledger(fixture, channel))).toEqual(new Set(['QUEUED UNREACHABLE 1']));
  await laterOn(fixture);
  relay.refusal = 550;
  await turn(fixture, channel);
  expect(new Set(await ledger(fixture, channel))).toEqual(new Set(['FAILED REFUSED 2']));
  expect(relay.letters).toEqual([]);
});

test('a server that is away is asked again', async () => {
  const channel = await rung();
  allow([], { smtpUrl: 'smtp://127.0.0.1:9', smtpFrom: 'lxq@example.cn' });
  await turn(fixture, channel);
  expect(new Set(await ledger(fixture, channel))).toEqual(new Set(['QUEUED UNREACHABLE 1']));
});
