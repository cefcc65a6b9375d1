import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { useVaultKeys } from '../../platform/vault/vault.ts';
import { asking } from '../../testing/answers.ts';
import { type Account, type Fixture, startFixture } from '../../testing/fixture.ts';
import { startServer } from '../../testing/server.ts';
import { NAME_STAND_IN, standIn, standingIn } from '../../testing/standing-in.ts';
import { allow, browser, SAVE } from '../delivering/outside.testing.ts';
import { callOutside } from '../delivering/outside.ts';
import { keepPushKeys } from '../delivering/push.ts';
import { useChannelSettings } from './channel.settings.ts';

const KEYS = [{ id: 'k1', key: Buffer.alloc(32, 9) }];
const WECOM = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0c5f7a10-secret-of-the-robot';
let fixture: Fixture;
let said: ReturnType<typeof asking>;
beforeAll(async () => {
  fixture = await startFixture();
  said = asking(fixture);
  useVaultKeys(KEYS);
  await keepPushKeys(fixture.database.jobs);
});
afterEach(async () => {
  useVaultKeys(KEYS);
  allow([]);
  await fixture.admin.query(
    'delete from notification_channel; delete from notification; delete from notification_delivery',
  );
});
afterAll(() => fixture.close());

const CHANNELS =
  '{ channels { channels { id kind isOfUnit } quiet { from to } kinds pushKey viewerCanKeepUnitChannels } }';
const save = (account: Account, settings: object) => said(account, SAVE, { settings });
const add = (account: Account, address: string, more: object = {}) =>
  save(account, { add: [{ kind: 'WECOM', address, ...more }] });
const channelsOf = async (account: Account) => (await ask(fixture, account, CHANNELS)).channels;

test('a robot is kept for whoever added it, once, and nobody else sees it', async () => {
  const first = await add('clerk', WECOM);
  expect(first.channels).toMatchObject([{ kind: 'WECOM', isOfUnit: false }]);
  expect((await add('clerk', WECOM)).channels).toEqual(first.channels);
  for (const other of ['clerk2', 'townLeader', 'county', 'director', 'leader', 'officer'] as const)
    expect([other, (await channelsOf(other)).channels]).toEqual([other, []]);
  expect(await refusal(fixture, 'admin', CHANNELS)).toMatchObject({ code: 'FORBIDDEN' });
});

test('its address is nowhere to be read again: neither in an answer nor in the database', async () => {
  await add('clerk', WECOM);
  expect(JSON.stringify(await channelsOf('clerk'))).not.toContain('secret-of-the-robot');
  const { rows } = await fixture.admin.query('select c::text as kept, sealed from notification_channel c');
  const kept = rows[0].kept + rows[0].sealed.toString('latin1');
  for (const part of ['secret-of-the-robot', 'weixin']) expect(kept).not.toContain(part);
});

test('without a key nothing is kept, and none is offered', async () => {
  useVaultKeys([]);
  expect(await add('clerk', WECOM)).toMatchObject({ code: 'BAD_INPUT', field: 'channels' });
  expect((await channelsOf('clerk')).kinds).toEqual([]);
});

test.each([
  ['http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'in clear'],
  ['https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=1', 'another port'],
  ['https://qyapi.weixin.qq.com.evil.example/send', 'another host'],
  ['https://user:pass@qyapi.weixin.qq.com/send', 'with a name'],
  ['https://oapi.dingtalk.com/robot/send?access_token=1', 'another service'],
  ['http://127.0.0.1:5432/', 'this machine'],
  ['http://169.254.169.254/latest/meta-data', 'a cloud’s inside'],
  ['http://[::1]/', 'this machine again'],
  ['file:///etc/passwd', 'a file'],
  ['qyapi.weixin.qq.com', 'no address'],
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send', 'no robot of those'],
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=', 'nor this'],
])('%s is refused: %s', async (address) => {
  expect(await add('clerk', address)).toMatchObject({ code: 'BAD_INPUT', field: 'address' });
});

test('a county’s own gateway may be called where a setting names it, that origin alone', async () => {
  useChannelSettings({ origins: ['http://10.1.2.3:8080'], appOrigin: 'https://x.cn' });
  expect((await add('clerk', 'http://10.1.2.3:8080/robot')).channels).toHaveLength(1);
  for (const address of ['http://10.1.2.3:8081/robot', 'https://10.1.2.3:8080/robot', 'http://10.1.2.3/robot'])
    expect(await add('clerk', address)).toMatchObject({ field: 'address' });
});

test('a name that leads inside is not called, whoever is on the list', async () => {
  allow([]);
  const call = callOutside(new URL('https://localhost:1/'), { headers: {}, body: '' });
  await expect(call).rejects.toMatchObject({ code: 'EACCES' });
});

test('a browser’s subscription is whole or refused, and subscribed with the county’s key', async () => {
  const { p256dh, auth } = browser();
  const push = { kind: 'WEB_PUSH', address: 'https://fcm.googleapis.com/fcm/send/x', p256dh, auth };
  expect((await save('officer', { add: [push] })).channels).toMatchObject([{ kind: 'WEB_PUSH' }]);
  for (const bad of [{ p256dh: null }, { auth: 'short' }, { p256dh: `${p256dh}!` }])
    expect(await save('officer', { add: [{ ...push, ...bad }] })).toMatchObject({ code: 'BAD_INPUT', field: 'auth' });
  const { pushKey } = await channelsOf('officer');
  expect(Buffer.from(pushKey, 'base64url')).toHaveLength(65);
  expect((await channelsOf('clerk')).pushKey).toBe(pushKey);
  expect((await channelsOf('foreignOfficer')).pushKey).not.toBe(pushKey);
});

test('mail is taken where the server sends any, to one address', async () => {
  const mail = (address: string) => add('clerk', address, { kind: 'EMAIL' });
  expect(await mail('a@example.cn')).toMatchObject({ field: 'address' });
  allow([], { smtpUrl: 'smtp://127.0.0.1:1', smtpFrom: 'lxq@example.cn' });
  for (const bad of ['a@example.cn, b@example.cn', 'a', 'a@b', 'a@example.cn\r\nBcc: x@y.cn', '<a@example.cn>'])
    expect([bad, (await mail(bad)).field]).toEqual([bad, 'address']);
  expect((await mail('a@example.cn')).channels).toHaveLength(1);
});

test('a unit’s robot is kept by who heads it and seen by whoever is there', async () => {
  expect(await add('clerk', WECOM, { isOfUnit: true })).toMatchObject({ code: 'BAD_INPUT', field: 'channels' });
  const { channels } = await add('townLeader', WECOM, { isOfUnit: true });
  expect(channels).toMatchObject([{ isOfUnit: true }]);
  expect((await channelsOf('clerk')).channels).toEqual(channels.map(({ endedAt, endedWhy, ...one }: any) => one));
  for (const other of ['otherClerk', 'officer', 'head', 'county'] as const)
    expect([other, (await channelsOf(other)).channels]).toEqual([other, []]);
  expect(await save('clerk', { remove: [channels[0].id] })).toMatchObject({ field: 'channels' });
  expect((await save('townLeader', { remove: [channels[0].id] })).channels).toEqual([]);
});

test('another’s channel is not there: neither to remove nor to try', async () => {
  const { channels } = await add('clerk', WECOM);
  const TRY = 'mutation ($id: ID!) { tryChannel(id: $id) }';
  for (const id of [channels[0].id, 'no id']) {
    expect(await save('clerk2', { remove: [id] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await said('clerk2', TRY, { id })).toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('what was removed is brought back as it was, by whoever may, and rings meanwhile nowhere; the night takes it away', async () => {
  const { channels } = await add('clerk', WECOM);
  const [{ id }] = channels;
  for (let n = 0; n < 5; n++) expect((await save('clerk', { remove: [id] })).channels).toEqual([]); // an answer was lost
  expect(await said('clerk', 'mutation ($id: ID!) { tryChannel(id: $id) }', { id })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await save('clerk2', { restore: [id] })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await save('clerk', { restore: [id] })).channels).toEqual(channels);
  expect((await save('clerk', { restore: [id] })).channels).toEqual(channels);
  await save('clerk', { remove: [id] });
  expect((await add('clerk', WECOM)).channels).toHaveLength(1); // anew: there is nothing to bring back any more
  expect(await save('clerk', { restore: [id] })).toMatchObject({ code: 'NOT_FOUND' });
  const [{ id: second }] = (await channelsOf('clerk')).channels;
  await save('clerk', { remove: [second] });
  await fixture.admin.query(`update notification_channel set ended_at = ended_at - interval '2 hours'`);
  await fixture.database.jobs.query(`select app.sweep_notifications('90 days')`);
  expect((await fixture.admin.query('select from notification_channel')).rowCount).toBe(0);
});

test('what ended by itself is not brought back', async () => {
  const { channels } = await add('clerk', WECOM);
  await fixture.admin.query(`update notification_channel set ended_at = now(), ended_why = 'GONE'`);
  const [after] = (await save('clerk', { restore: [channels[0].id] })).channels;
  expect(after.endedWhy).toBe('该渠道已失效，请重新添加');
  expect((await save('clerk', { remove: [channels[0].id] })).channels).toEqual([]);
  expect(await save('clerk', { restore: [channels[0].id] })).toMatchObject({ code: 'NOT_FOUND' });
});

test('quiet hours are two times, kept for all of one’s own and for what comes later; what is left out stays', async () => {
  await add('clerk', WECOM);
  expect((await save('clerk', { quiet: { from: '22:00', to: '07:30' } })).quiet).toEqual({
    from: '22:00',
    to: '07:30',
  });
  expect((await add('clerk', `${WECOM}2`)).quiet).toEqual({ from: '22:00', to: '07:30' });
  const { rows } = await fixture.admin.query('select quiet_from, quiet_to from notification_channel');
  expect(rows).toEqual(Array.from({ length: 2 }, () => ({ quiet_from: 1320, quiet_to: 450 })));
  for (const quiet of [
    { from: '24:00', to: '07:00' },
    { from: '07:00', to: '07:00' },
    { from: 'x', to: '07:00' },
  ])
    expect(await save('clerk', { quiet })).toMatchObject({ code: 'BAD_INPUT', field: 'quiet' });
  expect((await save('clerk', { quiet: null })).quiet).toBeNull();
});

test('nobody has more than a handful, and two machines at once lose none', async () => {
  await Promise.all([1, 2, 3].map((n) => add('clerk', `${WECOM}${n}`)));
  expect((await channelsOf('clerk')).channels).toHaveLength(3);
  for (let n = 4; n <= 10; n++) await add('clerk', `${WECOM}${n}`);
  expect(await add('clerk', `${WECOM}11`)).toMatchObject({ code: 'BAD_INPUT', field: 'channels' });
  const all = (await channelsOf('clerk')).channels;
  expect(all).toHaveLength(10);
  await save('clerk', { remove: [all[0].id] });
  expect((await add('clerk', `${WECOM}11`)).channels).toHaveLength(10);
  expect(await save('clerk', { restore: [all[0].id] })).toMatchObject({ code: 'BAD_INPUT', field: 'channels' });
});

test('whoever stands in sees what the holder is told at the post, and neither their channels nor what they wrote', async () => {
  const server = await startServer(fixture);
  try {
    useVaultKeys(KEYS);
    const named = await said('admin', NAME_STAND_IN, standIn('clerk', 'clerk2'));
    expect(named.code).toBeUndefined();
    await add('clerk', WECOM);
    await fixture.admin.query(
      `insert into notification (county_code, id, unit_code, person_id, author_id, kind, why, subject, key, created_at, spread_at)
       select $1, gen_random_uuid(), $2, $3::uuid, a::uuid, 'TRIAL', 'ASKED', 'X', 'key ' || coalesce(a, ''), now(), now() from unnest(array[null, $3::text]) a`,
      [fixture.rights('clerk').countyCode, fixture.rights('clerk').unitCode, fixture.rights('clerk').personId],
    );
    const { ask: asStandIn } = await standingIn(server, 'clerk2', 'clerk');
    expect(await asStandIn('{ notifications { unreadCount } }')).toEqual({ unreadCount: 1 });
    expect((await asStandIn(CHANNELS)).channels).toEqual([]);
    expect(await asStandIn(SAVE, { settings: { add: [{ kind: 'WECOM', address: WECOM }] } })).toMatchObject({
      code: 'BAD_INPUT',
    });
    expect((await ask(fixture, 'clerk', '{ notifications { unreadCount } }')).notifications.unreadCount).toBe(2);
  } finally {
    await server.stop();
  }
});
