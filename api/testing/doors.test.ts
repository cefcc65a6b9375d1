import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { pino } from 'pino';
import { readEnv } from '../env.ts';
import { type RunningApi, startApi } from '../main.ts';
import { Budget } from '../platform/gate/budget.ts';
import { Pace } from '../platform/gate/pace.ts';
import { registerHeaders } from '../platform/http/headers.ts';
import { buildServer } from '../platform/http/server.ts';
import { contract } from '../schema.ts';
import { type Fixture, PASSWORD, startFixture } from './fixture.ts';
import { startServer, type TestServer } from './server.ts';

function unhurried() {
  const pace = new Pace(1_000_000);
  return { pace, budget: new Budget(pace) };
}

let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

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
    const { data } = (await answer.json()) as { data: { signIn: { token: string } } };
    const level = async (cookie: string) => JSON.parse((await ask(api.address, { cookie })).body).data.viewer;
    expect(await level(`__Host-lxq_session=${data.signIn.token}`)).toEqual({ level: 'TOWNSHIP' });
    expect(await level(`lxq_session=${data.signIn.token}`)).toBeNull();
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
  expect(app.server).toMatchObject({ maxConnections: SERVER_LIMITS.http.connections });
  await Promise.all([app.close(), stop()]);
}, 30_000);

test('a head has ten seconds and a request thirty, looked at every five', () => {
  expect(SERVER_LIMITS.http).toMatchObject({ headersMs: 10_000, requestMs: 30_000, checkMs: 5_000 });
});

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
