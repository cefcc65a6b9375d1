import { createDecipheriv, createECDH, createHmac, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { useVaultKeys } from '../../platform/vault/vault.ts';
import { type Account, type Fixture, idOf, manyReports, startFixture } from '../../testing/fixture.ts';
import { useChannelSettings } from '../channels/channel.settings.ts';
import { deliver } from './delivering.job.ts';

/* Services outside the house, as the test runs them itself: they speak the protocol and its errors. */
export interface Call {
  at: number;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
type Answering = (call: Call, response: ServerResponse) => void;

export async function startService(answer: Answering) {
  const calls: Call[] = [];
  const service = {
    calls,
    origin: '',
    answer,
    stop: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const call = { at: Date.now(), url: new URL(request.url ?? '', service.origin), headers: request.headers, body };
    calls.push(call);
    service.answer(call, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  service.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;
}
export type Service = Awaited<ReturnType<typeof startService>>;

export const errcode =
  (code: number, status = 200): Answering =>
  (_call, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ errcode: code, errmsg: '' }));
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_call, response) =>
    void response.writeHead(code, headers).end();
export const silence: Answering = () => {};

/** Of what a robot was told: how many in all. */
export const countIn = ({ body }: Call): number =>
  Number(/】(\d+) 条通知/.exec(JSON.parse(String(body)).text.content)?.[1] ?? 0);
export const saidIn = ({ body }: Call): string => JSON.parse(String(body)).text.content;

export const allow = (services: readonly Service[], more: { smtpUrl?: string; smtpFrom?: string } = {}) =>
  useChannelSettings({
    origins: services.map(({ origin }) => origin),
    appOrigin: 'https://report.example.cn',
    ...more,
  });

/** A service that the server may call, and no other. */
export async function startAllowed(answer: Answering): Promise<Service> {
  const service = await startService(answer);
  allow([service]);
  return service;
}

/** Under which addresses are sealed here. */
export const KEYS = [{ id: 'k1', key: Buffer.alloc(32, 3) }];
/** A fixture that keeps addresses. */
export async function startKeeping(): Promise<Fixture> {
  useVaultKeys(KEYS);
  return startFixture();
}

export const SAVE = `mutation ($settings: ChannelsInput!) { saveChannels(settings: $settings) {
  channels { id kind isOfUnit endedAt endedWhy } quiet { from to } kinds pushKey viewerCanKeepUnitChannels } }`;
/** Adds a channel and answers its id. */
export async function addChannel(fixture: Fixture, account: Account, channel: object): Promise<string> {
  const { data, errors } = await fixture.run<any>(account, SAVE, { settings: { add: [channel] } });
  if (errors) throw new Error(errors.map(({ message }) => message).join());
  return data.saveChannels.channels.at(-1).id;
}

const log = pino({ level: 'silent' });
/** One turn at a channel, now. */
export const turn = (fixture: Fixture, channel: string) =>
  deliver(fixture.database, { county: fixture.rights('county').countyCode, channel }, log);

/** What stands in the ledger of a channel. */
export const ledger = async (fixture: Fixture, channel: string) =>
  (
    await fixture.admin.query(
      'select state, failure, attempts from notification_delivery where channel_id = $1 order by queued_at, key',
      [channel],
    )
  ).rows.map(({ state, failure, attempts }) => [state, failure, attempts].filter((part) => part !== null).join(' '));

/** As many alerts at once: each rings by itself. */
export async function ringMany(fixture: Fixture, account: Account, count: number): Promise<void> {
  const { rowCount } = await fixture.admin.query('select from report');
  if (!rowCount) await manyReports(fixture, 'officer', 1);
  await fixture.admin.query(
    `insert into alert (county_code, id, report_id, leader_id, step, raised_at, due_at)
     select n.county_code, gen_random_uuid(), (select id from report where county_code = n.county_code limit 1), n.id, 1, now(), now() + interval '30 minutes'
     from person n, generate_series(1, $2) where n.id = $1`,
    [idOf(account), count],
  );
}

/** Time passes for a channel and whoever is called: nothing waits any more. */
export const laterOn = (fixture: Fixture, hours = 1) =>
  fixture.admin.query(
    `with a as (update notification_delivery set not_before = not_before - $1 * interval '1 hour', queued_at = queued_at - $1 * interval '1 hour')
     update notification_pace set next_at = next_at - $1 * interval '1 hour'`,
    [hours],
  );

/** A browser's half of Web Push: keys to subscribe with, and what it reads of a call (RFC 8188, 8291). */
export function browser() {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  const auth = randomBytes(16);
  const publicKey = ecdh.getPublicKey();
  const read = (body: Buffer): unknown => {
    const salt = body.subarray(0, 16);
    const length = body[20] as number;
    const theirs = body.subarray(21, 21 + length);
    const shared = ecdh.computeSecret(theirs);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, theirs]);
    const ikm = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
    const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
    const sealed = body.subarray(21 + length);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
    const clear = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return JSON.parse(clear.subarray(0, clear.lastIndexOf(2)).toString());
  };
  return { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url'), read };
}

/** Who a push service is called by (RFC 8292): the claims, once the signature holds under the key that the browser subscribed with. */
export function claimsOf({ headers }: Call, pushKey: string): { aud: string; exp: number; sub: string } {
  const [, jwt = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  if (key !== pushKey) throw new Error('another key than the browser subscribed with');
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const point = Buffer.from(pushKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const known = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as never, format: 'jwk' });
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: known, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!holds) throw new Error('the signature does not hold');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

export const signatureOf = (secret: string, timestamp: string) =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** Everything of the ledger and the channels, as if nothing had happened. */
export const CLEAN =
  'delete from notification; delete from notification_delivery; delete from notification_channel; delete from notification_pace; delete from alert';
