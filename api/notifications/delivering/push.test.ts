import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { asking } from '../../testing/answers.ts';
import { type Fixture, submitted } from '../../testing/fixture.ts';
import {
  addChannel,
  browser,
  CLEAN,
  claimsOf,
  laterOn,
  ledger,
  ringMany,
  SAVE,
  type Service,
  startAllowed,
  startKeeping,
  status,
  turn,
} from './outside.testing.ts';
import { keepPushKeys } from './push.ts';
import { spread } from './spreading.ts';

let fixture: Fixture;
let service: Service;
const device = browser();
beforeAll(async () => {
  fixture = await startKeeping();
  await Promise.all([keepPushKeys(fixture.database.jobs), keepPushKeys(fixture.database.jobs)]);
});
beforeEach(async () => {
  service = await startAllowed(status(201));
});
afterEach(async () => {
  await service.stop();
  await fixture.admin.query(CLEAN);
});
afterAll(() => fixture.close());

const subscribed = () =>
  addChannel(fixture, 'leader', {
    kind: 'WEB_PUSH',
    address: `${service.origin}/push/1`,
    p256dh: device.p256dh,
    auth: device.auth,
  });
async function rung(): Promise<string> {
  const channel = await subscribed();
  await ringMany(fixture, 'leader', 2);
  await spread(fixture.database);
  return channel;
}

test('a browser reads what was pushed, from the county whose key it subscribed with, and nobody on the way does', async () => {
  const channel = await subscribed();
  await submitted(fixture, 'officer', { urgency: 'HIGH' });
  await spread(fixture.database);
  await turn(fixture, channel);
  const { pushKey } = await asking(fixture)('leader', SAVE, { settings: {} });
  const [call] = service.calls;
  if (!call) throw new Error('nobody called');
  expect(call.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '86400' });
  const { aud, exp } = claimsOf(call, pushKey);
  expect(aud).toBe(service.origin);
  expect(exp * 1_000 - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
  expect(device.read(call.body)).toEqual({
    title: '【连心桥】1 条通知：紧急民情 1 条',
    count: 1,
    link: '/notifications',
  });
  expect(call.body.toString('latin1')).not.toContain('notifications');
  expect(() => browser().read(call.body)).toThrow();
  expect(await ledger(fixture, channel)).toEqual(['SENT 1']);
});

test.each([404, 410])('a subscription that is gone (%d) ends, and nothing more goes there', async (code) => {
  const channel = await rung();
  service.answer = status(code);
  await turn(fixture, channel);
  expect(await ledger(fixture, channel)).toEqual(['FAILED GONE 1', 'FAILED GONE 1']);
  await laterOn(fixture);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(service.calls).toHaveLength(1);
});

test('a service that asks to slow down is left alone for as long as it says, and told then', async () => {
  const channel = await rung();
  service.answer = status(429, { 'retry-after': '300' });
  await turn(fixture, channel);
  expect(await ledger(fixture, channel)).toEqual(['QUEUED THROTTLED 1', 'QUEUED THROTTLED 1']);
  const { rows } = await fixture.admin.query(
    'select extract(epoch from next_at - now())::int as s from notification_pace',
  );
  expect(rows[0].s).toBeGreaterThan(290);
  service.answer = status(201);
  await laterOn(fixture);
  await turn(fixture, channel);
  expect(await ledger(fixture, channel)).toEqual(['SENT 2', 'SENT 2']);
});

test('a service that fails is asked again; one that refuses is not', async () => {
  const channel = await rung();
  service.answer = status(502);
  await turn(fixture, channel);
  await laterOn(fixture);
  service.answer = status(413);
  await turn(fixture, channel);
  expect(await ledger(fixture, channel)).toEqual(['FAILED REFUSED 2', 'FAILED REFUSED 2']);
});
