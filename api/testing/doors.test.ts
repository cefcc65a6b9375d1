import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import { parse } from 'graphql';
import { pino } from 'pino';
import { readEnv } from '../env.ts';
import { type RunningApi, startApi } from '../main.ts';
import { Budget } from '../platform/gate/budget.ts';
import { Pace } from '../platform/gate/pace.ts';
import { registerHeaders } from '../platform/http/headers.ts';
import { buildServer } from '../platform/http/server.ts';
import { costOf } from '../platform/operation/cost.ts';
import { runOperation } from '../platform/operation/operation.ts';
import { contract } from '../schema.ts';
import { COUNTY, draft, type Fixture, PASSWORD, startFixture } from './fixture.ts';
import { askSocket, startServer, type TestServer } from './server.ts';

function unhurried() {
  const pace = new Pace(1_000_000);
  return { pace, budget: new Budget(pace) };
}

let fixture: Fixture;
let server: TestServer;
let token: string;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  token = await server.signIn('officer');
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const bearer = () => ({ authorization: `Bearer ${token}` });
const SUBMIT = 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { report { id } } }';
const submit = () => server.post({ query: SUBMIT, variables: { draft: draft('officer') } }, bearer());

/** A request with any Host, which fetch does not allow. */
function ask(address: string, headers: Record<string, string>, path = '/graphql?query={viewer{level}}') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = request(
      new URL(path, address),
      { headers: { 'apollo-require-preflight': 'yes', ...headers } },
      (answer) => {
        let body = '';
        answer.on('data', (part) => {
          body += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode as number, headers: answer.headers, body }));
      },
    );
    asked.on('error', reject).end();
  });
}

describe('an operation that comes to nothing but BUSY', () => {
  afterEach(() =>
    fixture.admin.query('drop trigger if exists full_disk on report; drop function if exists full_disk()'),
  );

  test('is 503 with Retry-After, as its error says', async () => {
    const query = 'mutation { signIn(account: "bureau", password: "guess guess") { token } }';
    let last = await server.post({ query });
    for (let i = 0; i < 6; i++) last = await server.post({ query });
    expect(last.body.errors[0].extensions.code).toBe('BUSY');
    expect([last.status, last.headers.get('retry-after')]).toEqual([
      503,
      String(last.body.errors[0].extensions.retryAfter),
    ]);
  });

  test('is what a full disk makes of a submission, with a line in the log, and others are sent here no more', async () => {
    expect((await submit()).body.errors).toBeUndefined();
    const lines: any[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line)) });
    await fixture.admin.query(
      `create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
       create trigger full_disk before insert on report for each row execute function full_disk()`,
    );
    expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
    const { status, headers, body } = await submit();
    expect([status, headers.get('retry-after'), body.errors[0].extensions]).toEqual([
      503,
      '60',
      { code: 'BUSY', retryAfter: 60 },
    ]);
    const ready = await fetch(`${server.address}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'disk full' }]);
    const operation = { schema: contract(), document: parse(SUBMIT), variables: { draft: draft('officer') } };
    await runOperation(operation, fixture.scope('officer'), log);
    expect(lines.map(({ err }) => err.code)).toContain('53100');
  });
});

test('whoever holds the county’s counter makes a submission wait seconds, and no other county’s', async () => {
  const foreign = await server.signIn('foreignOfficer');
  const submitForeign = () =>
    server.post(
      { query: SUBMIT, variables: { draft: draft('foreignOfficer') } },
      { authorization: `Bearer ${foreign}` },
    );
  await submit();
  await submitForeign();
  await fixture.admin.query('begin');
  await fixture.admin.query('select from event_counter where county_code = $1 for update', [COUNTY]);
  const started = Date.now();
  const all = await Promise.all([...Array.from({ length: 100 }, submit), submitForeign()]);
  const took = Date.now() - started;
  await fixture.admin.query('rollback');
  expect(new Set(all.slice(0, 100).map(({ status, body }) => `${status} ${body.errors?.[0].extensions.code}`))).toEqual(
    new Set(['503 BUSY']),
  );
  expect(all[100]?.body.errors).toBeUndefined();
  expect(took).toBeLessThan(15_000); // three seconds a lock, and not for each of them
  expect((await submit()).body.errors).toBeUndefined();
}, 60_000);

const EVENTS = ['uncaughtException', 'unhandledRejection'] as const;
const listeners = () => EVENTS.map((event) => process.listenerCount(event));
describe('hosts', () => {
  let api: RunningApi;
  let before: number[];
  beforeAll(async () => {
    before = listeners();
    const settings = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '12',
      PUBLIC_ORIGIN: 'https://report.example.cn',
    };
    api = await startApi(readEnv(settings), fixture.appUrl);
  });
  afterAll(async () => {
    await api.stop();
    expect(listeners()).toEqual(before);
  });

  test('whatever nobody caught is listened for as long as the server runs', () => {
    expect(listeners()).toEqual(before.map((count) => count + 1));
  });

  test.each([
    ['report.example.cn', 200],
    ['report.example.cn:8443', 200],
    ['127.0.0.1:4000', 200],
    ['localhost:4000', 200],
    ['[::1]:4000', 200],
    ['rebound.example.com', 421],
    ['report.example.cn.rebound.example.com', 421],
    ['localhost.rebound.example.com:4000', 421],
    ['a b', 421],
  ])('%s is answered %i', async (host, status) => {
    expect((await ask(api.address, { host })).status).toBe(status);
  });

  test('a health check may call the process by any name', async () => {
    expect((await ask(api.address, { host: 'api-1:4000' }, '/health/ready')).status).toBe(200);
  });

  test('a socket is refused under a name that is not ours', async () => {
    const upgrade = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': `${'x'.repeat(22)}==`,
    };
    const { status } = await ask(api.address, { ...upgrade, host: 'rebound.example.com' }, '/graphql');
    expect(status).toBe(403);
  });

  test('where all is https, cookies are __Host-, the plain name counts for nothing, and browsers are told to stay with TLS', async () => {
    const query = 'mutation ($p: String!) { signIn(account: "clerk2", password: $p) { token } }';
    const answer = await fetch(`${api.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { p: PASSWORD } }),
    });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.sort()).toEqual([
      expect.stringMatching(/^__Host-lxq_devices=[\w.]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      expect.stringMatching(/^__Host-lxq_session=[\w-]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    const given = ((await answer.json()) as any).data.signIn.token;
    const level = async (cookie: string) => JSON.parse((await ask(api.address, { cookie })).body).data.viewer;
    expect(await level(`__Host-lxq_session=${given}`)).toEqual({ level: 'TOWNSHIP' });
    expect(await level(`lxq_session=${given}`)).toBeNull();
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

test('every answer, whatever it is, says what a page may load and that nothing of it is kept', async () => {
  for (const path of ['/graphql?query={viewer{level}}', '/health/live', '/files/digests/x', '/nowhere', '/graphql']) {
    const { headers } = await ask(server.address, {}, path);
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringContaining("connect-src 'self' ws://localhost:0 ws://127.0.0.1:0;"),
      }),
    ]);
    expect(headers).not.toHaveProperty('strict-transport-security');
  }
});

test('signing out empties the browser’s cache, but neither its storage nor what makes the device known', async () => {
  const { headers } = await server.post(
    { query: 'mutation { signOut }' },
    { authorization: `Bearer ${await server.signIn('head')}` },
  );
  expect(headers.get('clear-site-data')).toBe('"cache"');
  expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^lxq_session=;/)]);
});

test('forwarded addresses that nobody is trusted with are warned of, once', async () => {
  const lines: any[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line)) });
  const env = readEnv({ PORT: '0' });
  const { app, stop } = await buildServer({
    env,
    database: fixture.database,
    schema: contract(),
    log,
    ...unhurried(),
  });
  registerHeaders(app, { env, log });
  for (let i = 0; i < 3; i++) await app.inject({ url: '/graphql', headers: { 'x-forwarded-for': '192.0.2.1' } });
  await Promise.all([app.close(), stop()]);
  expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining('TRUST_PROXY')]);
});

test('a request whose head or body does not arrive in time is cut off', async () => {
  const parts = {
    env: readEnv({ PORT: '0' }),
    database: fixture.database,
    schema: contract(),
    log: pino({ level: 'silent' }),
    ...unhurried(),
  };
  const { app, stop } = await buildServer(parts, { headersMs: 300, requestMs: 600, checkMs: 50 });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  const slow = (text: string) =>
    new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      const dripping = setInterval(() => socket.write(' '), 100);
      socket.on('data', (part) => {
        heard += part;
      });
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(dripping);
        resolve(heard.split('\r\n')[0] as string);
      });
    });
  const begun = 'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\n';
  const head = `${begun}X-Slow: `;
  const body = `${begun}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
  const cut = await Promise.all(Array.from({ length: 100 }, (_, i) => slow(i % 2 ? head : body)));
  expect(new Set(cut)).toEqual(new Set(['HTTP/1.1 408 Request Timeout']));
  expect(app.server).toMatchObject({ maxConnections: LIMITS.http.connections });
  await Promise.all([app.close(), stop()]);
}, 30_000);

test('a head has ten seconds and a request thirty, looked at every five', () => {
  expect(LIMITS.http).toMatchObject({ headersMs: 10_000, requestMs: 30_000, checkMs: 5_000 });
});

test('who has taken up more than their share waits outside, over both transports, and another’s report goes in meanwhile', async () => {
  const rate = 20;
  const own = await startServer(fixture, { WORK_PER_SECOND: String(rate) });
  try {
    const [greedy, officer] = [await own.signIn('clerk'), await own.signIn('officer')];
    const asked = (bearer: string, query: string, variables?: object) =>
      own.post({ query, variables }, { authorization: `Bearer ${bearer}` });
    for (const bearer of [greedy, officer]) await asked(bearer, '{ viewer { level } }');
    const socket = own.socket(greedy);
    await askSocket(socket, '{ viewer { level } }');
    const ahead = rate * (LIMITS.pace.aheadMs / 1_000);
    const dear = `{ ${['a', 'b', 'c', 'd', 'e'].map((alias) => `${alias}: reportCounts { total }`).join(' ')} }`;
    const units = Math.floor(costOf({ schema: contract(), document: parse(dear) }) / LIMITS.pace.rows);
    const begun = Date.now();
    expect((await asked(greedy, dear)).body.errors).toBeUndefined();
    const overSocket = askSocket(socket, '{ viewer { level } }').then(() => Date.now());
    const flood = Array.from({ length: LIMITS.pace.waiting + 5 }, () => asked(greedy, '{ viewer { level } }'));
    const { body } = await asked(officer, SUBMIT, { draft: draft('officer') });
    expect(body.data.submitReport.report.id).toBeDefined();
    const answers = await Promise.all(flood);
    const least = begun + ((units - ahead) / rate) * 1_000;
    expect(await overSocket).toBeGreaterThanOrEqual(Math.min(least, begun + LIMITS.pace.refusalMs));
    expect(Date.now()).toBeGreaterThanOrEqual(least);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    for (const { status, headers, body } of refused)
      expect([status, headers.get('retry-after'), body.errors[0].extensions.code]).toEqual([503, '5', 'BUSY']);
    await socket.dispose();
  } finally {
    await own.stop();
  }
}, 30_000);

test('an address full of strangers delays neither a device that has signed in before nor people who are signed in', async () => {
  const own = await startServer(fixture, { WORK_PER_SECOND: '20' });
  try {
    const query = `mutation { signIn(account: "officer", password: "${PASSWORD}") { token } }`;
    const { headers, body } = await own.post({ query });
    const cookie = /lxq_devices=[^;]*/.exec(headers.getSetCookie().join())?.[0] ?? '';
    const bearer = { authorization: `Bearer ${body.data.signIn.token}` };
    await own.post({ query: '{ viewer { level } }' }, bearer);
    let outside = 0;
    const flood = Array.from({ length: 200 }, async () => {
      outside++;
      await own.post({ query: '{ viewer { level } }' });
      outside--;
    });
    const again = await own.post({ query }, { cookie });
    const viewer = await own.post({ query: '{ viewer { level } }' }, bearer);
    expect([again.body.errors, viewer.body.errors]).toEqual([undefined, undefined]);
    expect(outside).toBeGreaterThan(30);
    await Promise.all(flood);
  } finally {
    await own.stop();
  }
}, 30_000);

test('what a known device asks for without a session, however dear, is its own share and not that of strangers', async () => {
  const own = await startServer(fixture, { WORK_PER_SECOND: '100' });
  try {
    const query = `mutation { signIn(account: "officer", password: "${PASSWORD}") { token } }`;
    const { headers } = await own.post({ query });
    const cookie = /lxq_devices=[^;]*/.exec(headers.getSetCookie().join())?.[0] ?? '';
    const dear = Array.from({ length: 12 }, (_, i) => `a${i}: reports(first: 200) { edges { node { id } } }`);
    const flood = Array.from({ length: 60 }, () => own.post({ query: `{ ${dear.join(' ')} }` }, { cookie }));
    const codes = (await Promise.all(flood)).map(({ body }) => body.errors[0].extensions.code);
    expect(codes).toContain('UNAUTHENTICATED');
    const stranger = own.post({ query: '{ viewer { level } }' });
    const late = sleep(LIMITS.pace.owedMs / 3, 'late', { ref: false });
    expect(await Promise.race([stranger, late])).toMatchObject({ status: 200 });
  } finally {
    await own.stop();
  }
}, 60_000);

test('who was refused as a socket is let go, whether they hang up or not', async () => {
  const { port } = new URL(server.address);
  const handshake = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'x'.repeat(22)}==\r\n\r\n`;
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  let heard = '';
  socket.on('data', (part) => {
    heard += part;
  });
  socket.on('error', () => {}); // a reset is an end as well
  const over = new Promise<string>((resolve) => socket.once('close', () => resolve('let go')));
  socket.write(handshake('/nowhere'));
  const talking = setInterval(() => socket.write('still here'), 50);
  expect(await Promise.race([over, sleep(15_000, 'still held', { ref: false })])).toBe('let go');
  clearInterval(talking);
  expect(heard).toMatch(/^HTTP\/1.1 404 /);
}, 30_000);
