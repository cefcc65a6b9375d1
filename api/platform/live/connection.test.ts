import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../../testing/server.ts';
import { Connection, type Host } from './connection.ts';

let fixture: Fixture;
let server: TestServer;
let token: string;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  token = await server.signIn('clerk');
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const subscribe = (id: string, query = 'subscription { changes { cursor } }') => ({
  id,
  type: 'subscribe',
  payload: { query },
});
const QUERY = '{ viewer { person { name } } }';

test('a query over a socket is answered once and completed', async () => {
  const client = await new RawClient().open(server, { token });
  await client.next('connection_ack');
  client.send(subscribe('any name ☂', QUERY));
  const data = { viewer: { person: { name: '测试·clerk' } } };
  expect(await client.next('next')).toEqual({ id: 'any name ☂', type: 'next', payload: { data } });
  expect(await client.next('complete')).toEqual({ id: 'any name ☂', type: 'complete' });
  client.send(subscribe('any name ☂', QUERY)); // free again
  expect((await client.next('next')).payload).toEqual({ data });
  client.socket.terminate();
});

test('a ping is answered without what it carried, and an answer is no reason to answer', async () => {
  const client = await new RawClient().open(server);
  client.send({ type: 'pong' });
  client.send({ type: 'ping' });
  client.send({ type: 'ping', payload: { at: 1 } });
  expect(await client.next('pong')).toEqual({ type: 'pong' });
  expect(await client.next('pong')).toEqual({ type: 'pong' });
  const echo = new Promise((resolve) => client.socket.once('pong', (data) => resolve(String(data))));
  client.socket.ping('still there?');
  expect(await echo).toBe('still there?');
  client.socket.terminate();
});

test('what a client gives up is not answered, and its id is free at once', async () => {
  const client = await new RawClient().open(server, { token });
  client.send(subscribe('1', QUERY));
  client.send({ id: '1', type: 'complete' });
  client.send({ id: 'never begun', type: 'complete' });
  client.send(subscribe('1'));
  client.send(subscribe('2', '{ cursor }'));
  expect(await client.next('complete')).toEqual({ id: '2', type: 'complete' });
  expect(client.heard.filter(({ id }) => id === '1')).toEqual([]);
  client.socket.terminate();
});

/** [what the client does, the messages, the code and reason it is closed with] */
const FAULTS: [string, unknown[], number, string][] = [
  ['no JSON', ['{'], 4400, 'Invalid message received'],
  ['a message that is none', [{ type: 'shout' }], 4400, 'Invalid message received'],
  ['a subscription without a query', [{ id: '1', type: 'subscribe', payload: {} }], 4400, 'Invalid message received'],
  [
    'what only the server says',
    [{ id: '1', type: 'next', payload: { data: {} } }],
    4400,
    'Only the server sends such messages',
  ],
  ['an id without end', [{ type: 'connection_init' }, subscribe('x'.repeat(65))], 4400, 'The id is too long'],
  ['a subscription before the greeting', [subscribe('1')], 4401, 'Unauthorized'],
  [
    'two greetings',
    [{ type: 'connection_init' }, { type: 'connection_init' }],
    4429,
    'Too many initialisation requests',
  ],
  [
    'one id twice',
    [{ type: 'connection_init' }, subscribe('1'), subscribe('1')],
    4409,
    'Subscriber for 1 already exists',
  ],
  [
    'one id twice that is too long for a reason',
    [{ type: 'connection_init' }, subscribe('水'.repeat(64)), subscribe('水'.repeat(64))],
    4409,
    'Subscriber already exists',
  ],
  [
    'a ping of 5,000 levels before the greeting',
    [`{"type":"ping","payload":{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`],
    4400,
    'Invalid message received',
  ],
];
test.each(FAULTS)('%s closes the socket with the code of the protocol', async (_name, messages, code, reason) => {
  const client = await new RawClient().open(server, { token, init: false });
  for (const message of messages) client.send(message);
  expect(await client.closed).toEqual([code, reason]);
});

/** Sockets of the library's own server, with a house of the test's own behind them. */
async function housed(host: Partial<Host>): Promise<{ address: string; opened: Connection[]; end(): void }> {
  const opened: Connection[] = [];
  const acceptor = new WebSocketServer({ port: 0, handleProtocols, WebSocket: Connection });
  const house = { now: Date.now(), pays: () => true, init: () => {}, closed: () => {}, ...host } as unknown as Host;
  acceptor.on('connection', (connection, { socket: stream }) => {
    const asker = { tokenHash: null, language: 'zh', address: null } as const;
    connection.begin(house, { stream, asker, addressQuota: { sockets: 1, anonymous: 1, busyUntil: 0 } });
    opened.push(connection);
  });
  const { port } = acceptor.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, opened, end: () => acceptor.close() };
}

test('a message that makes the server throw ends its own socket, with a line in the log', async () => {
  const failures: unknown[] = [];
  const init = () => {
    throw new RangeError('Maximum call stack size exceeded');
  };
  const house = await housed({ init, stumbled: (error) => failures.push(error) });
  const [client, bystander] = [new RawClient(), new RawClient()];
  for (const one of [client, bystander]) await one.open(house, { init: false });
  client.send({ type: 'connection_init' });
  expect(await client.closed).toEqual([4400, 'Invalid message received']);
  bystander.send({ type: 'ping' });
  expect(await bystander.next('pong')).toEqual({ type: 'pong' });
  expect(failures).toEqual([expect.any(RangeError)]);
  bystander.socket.terminate();
  house.end();
});

test('a socket on which nothing runs is closed, one that is at work does not', async () => {
  const host = { now: Date.now(), serve: async () => {}, over: () => {} };
  const house = await housed(host);
  const [idle, busy] = [await new RawClient().open(house), await new RawClient().open(house)];
  busy.send(subscribe('1'));
  const isHeard = async (client: RawClient) => {
    client.send({ type: 'ping' });
    await client.next('pong');
  };
  for (const one of [idle, busy]) await isHeard(one);
  Object.assign((house.opened[0] as any).host, { now: Date.now() + SERVER_LIMITS.socket.idleMs }); // the clock of all of them
  for (const one of [idle, busy]) await isHeard(one); // it keeps the line open, and is no work
  for (const connection of house.opened) connection.watch();
  expect(await idle.closed).toEqual([4408, 'IDLE']);
  await isHeard(busy);
  busy.socket.terminate();
  house.end();
});

test('another protocol is not spoken', async () => {
  await expect(new RawClient().open(server, { protocol: 'graphql-ws' })).rejects.toThrow('subprotocol');
});

test('who does not greet is shown out', async () => {
  const client = await new RawClient().open(server, { init: false });
  expect(await client.closed).toEqual([4408, 'Connection initialisation timeout']);
}, 20_000);

test('one person has so many sockets and no more, until one of them closes', async () => {
  const person = await server.signIn('director');
  const asking = async () => {
    const client = await new RawClient().open(server, { token: person });
    client.send(subscribe('1', '{ cursor }'));
    return client;
  };
  const clients = await Promise.all(Array.from({ length: SERVER_LIMITS.socket.perPerson }, asking));
  for (const client of clients) await client.next('complete');
  expect(await (await asking()).closed).toEqual([4429, 'TOO_MANY_SOCKETS']);
  const somebodyElse = await new RawClient().open(server, { token });
  somebodyElse.send(subscribe('1', '{ cursor }'));
  await somebodyElse.next('complete');
  clients[0]?.socket.close();
  await clients[0]?.closed;
  await (await asking()).next('complete');
  for (const client of [...clients, somebodyElse]) client.socket.terminate();
});

test('who leaves before the first answer is not counted for good', async () => {
  const person = await server.signIn('leader');
  for (let i = 0; i < SERVER_LIMITS.socket.perPerson + 5; i++) {
    const client = await new RawClient().open(server, { token: person });
    client.send(subscribe('1'));
    client.socket.terminate();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  const client = await new RawClient().open(server, { token: person });
  client.send(subscribe('1', '{ cursor }'));
  await client.next('complete');
  client.socket.terminate();
});

test('a socket has so many operations at once and no more', async () => {
  const client = await new RawClient().open(server, { token });
  for (let i = 0; i <= SERVER_LIMITS.socket.subscriptions; i++) client.send(subscribe(String(i)));
  expect(await client.next('error')).toMatchObject({ id: String(SERVER_LIMITS.socket.subscriptions) });
  client.socket.terminate();
});
