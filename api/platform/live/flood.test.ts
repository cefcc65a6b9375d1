import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { getIntrospectionQuery } from 'graphql';
import { type Account, type Fixture, startFixture } from '../../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../../testing/server.ts';

const ANONYMOUS = 40;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

/** A server on which nobody has been before, from where everybody comes: what one test has used up is not missing in another. */
async function serving<Result>(run: (server: TestServer) => Promise<Result>, settings = {}): Promise<Result> {
  const server = await startServer(fixture, { ANONYMOUS_SOCKETS_PER_ADDRESS: String(ANONYMOUS), ...settings });
  try {
    return await run(server);
  } finally {
    await server.stop();
  }
}
const INTROSPECTION = { type: 'subscribe', payload: { query: getIntrospectionQuery() } };
const NAME = { type: 'subscribe', payload: { query: '{ __typename }' } };

/** Those who get in of so many who try one after the other. */
async function crowd(server: TestServer, count: number, token?: string): Promise<RawClient[]> {
  const inside: RawClient[] = [];
  for (let i = 0; i < count; i++) {
    const client = new RawClient();
    const isIn = await client.open(server, { token }).then(
      () => true,
      (error: Error) => {
        expect(error.message).toContain('429');
        return false;
      },
    );
    if (isIn) inside.push(client);
  }
  return inside;
}
function leave(clients: readonly RawClient[]): void {
  for (const { socket } of clients) socket.terminate();
}
async function allOf({ heard, socket }: RawClient, count: number): Promise<void> {
  while (heard.filter(({ type }) => type === 'complete').length < count)
    await new Promise((resolve) => socket.once('message', resolve));
}
/** Somebody who works while others attack. */
async function bystander(server: TestServer, account: Account = 'clerk'): Promise<RawClient> {
  const client = await new RawClient().open(server, { token: await server.signIn(account) });
  await isServed(client);
  return client;
}
async function isServed(client: RawClient): Promise<void> {
  client.send({ ...NAME, id: 'still here' });
  expect(await client.next('next')).toMatchObject({ payload: { data: { __typename: 'Query' } } });
}

test.each([
  ['the protocol’s', (client: RawClient) => client.send({ type: 'ping', payload: { fill: 'x'.repeat(2_000) } })],
  ['the WebSocket’s own', ({ socket }: RawClient) => socket.ping('x'.repeat(125))],
])('pings, %s, whose pongs are never read are answered so often and no more', (_whose, ping) =>
  serving(async (server) => {
    const [client, other] = [await new RawClient().open(server), await bystander(server)];
    client.socket.pause();
    for (let i = 0; i < 5_000; i++) ping(client);
    await isServed(other);
    client.socket.resume();
    const raw = (client.socket as any)._socket;
    expect(await client.closed).toEqual([4429, 'TOO_MANY_MESSAGES']);
    expect(raw.bytesRead).toBeLessThan(ANONYMOUS * SERVER_LIMITS.socket.anonymousPerMinute * 140 + 1_000);
    await isServed(other);
    leave([other]);
  }),
);

test('of whoever talks on after our goodbye nothing more is read', () =>
  serving(async (server) => {
    const [client, other] = [await new RawClient().open(server), await bystander(server)];
    client.socket.pause();
    const [frames, bytes] = [4_000, 8_000];
    for (let i = 0; i < frames; i++) client.send({ type: 'no such type', fill: 'x'.repeat(bytes) });
    await isServed(other);
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // in which all of it was read before
    const raw = (client.socket as any)._socket;
    expect(raw.writableLength).toBeGreaterThan((frames * bytes) / 2);
    raw.destroy();
    leave([other]);
  }));

test('answers that are never read are kept up to a limit, and the socket falls out', () =>
  serving(async (server) => {
    const client = await new RawClient().open(server, { token: await server.signIn('clerk') });
    await client.next('connection_ack');
    client.socket.pause();
    const raw = (client.socket as any)._socket;
    const asked = SERVER_LIMITS.socket.perMinute / (SERVER_LIMITS.socket.operationUnits + 1) - 10;
    for (let i = 0; i < asked; i++) {
      client.send({ ...INTROSPECTION, id: String(i) });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    client.socket.resume();
    expect(await client.closed).toEqual([4408, 'TOO_SLOW']);
    const [answer] = client.heard.filter(({ type }) => type === 'next');
    const kernels = 12 * 1024 * 1024; // what both ends' kernels keep of a connection is not ours to say
    expect(raw.bytesRead).toBeLessThan(SERVER_LIMITS.socket.waitingBytes + kernels + JSON.stringify(answer).length);
  }));

test('an address has so many sockets on which nobody is signed in, and people come in beside them', () =>
  serving(async (server) => {
    const inside = await crowd(server, ANONYMOUS + 20);
    expect(inside).toHaveLength(ANONYMOUS);
    const forged = await crowd(server, 5, 'a token that nobody ever was given');
    expect(forged).toHaveLength(0);
    leave([...inside, await bystander(server)]);
  }));

test('an address has so many sockets in all, and room again once some have left', () =>
  serving(
    async (server) => {
      const token = await server.signIn('clerk');
      const inside = await crowd(server, 8, token);
      expect(inside).toHaveLength(5);
      inside[0]?.socket.close();
      await inside[0]?.closed;
      const again = await crowd(server, 2, token);
      expect(again).toHaveLength(1);
      leave([...inside, ...again]);
    },
    { SOCKETS_PER_ADDRESS: '5' },
  ));

test('coming back again and again buys nothing', () =>
  serving(async (server) => {
    const most = (ANONYMOUS * SERVER_LIMITS.socket.anonymousPerMinute) / SERVER_LIMITS.socket.handshakeUnits;
    let admitted = 0;
    const begun = Date.now();
    for (let i = 0; i < 3 * most; i++) {
      const [client] = await crowd(server, 1);
      if (!client) continue;
      admitted++;
      client.socket.close();
      await client.closed;
    }
    const minutes = (Date.now() - begun) / 60_000;
    expect(admitted).toBeLessThanOrEqual(Math.ceil(most * (1 + minutes)) + 1);
    leave([await bystander(server)]);
  }));

test('introspections on all sockets of an address together are answered, refused that is, so often and no more', () =>
  serving(async (server) => {
    const inside = await crowd(server, ANONYMOUS);
    const begun = Date.now();
    for (let i = 0; i < 8; i++) for (const client of inside) client.send({ ...INTROSPECTION, id: String(i) });
    const other = await bystander(server);
    await Promise.all(inside.map((client) => Promise.race([client.closed, allOf(client, 8)])));
    const answered = inside.flatMap(({ heard }) => heard.filter(({ type }) => type === 'next')).length;
    const minutes = (Date.now() - begun) / 60_000;
    const most = (ANONYMOUS * SERVER_LIMITS.socket.anonymousPerMinute) / SERVER_LIMITS.socket.operationUnits;
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThanOrEqual(Math.ceil(most * (1 + minutes)));
    await isServed(other);
    leave([other]);
  }));

test('what a person says is counted on all their sockets together, and no other person’s', () =>
  serving(async (server) => {
    const [token, other] = [await server.signIn('county'), await bystander(server)];
    const clients = await crowd(server, 4, token);
    for (const client of clients) await client.next('connection_ack');
    const begun = Date.now();
    for (let i = 0; i < SERVER_LIMITS.socket.perMinute; i++)
      for (const client of clients) if (client.socket.readyState === 1) client.send({ type: 'ping' });
    for (const client of clients) expect(await client.closed).toEqual([4429, 'TOO_MANY_MESSAGES']);
    const pongs = clients.flatMap(({ heard }) => heard).length;
    expect(pongs).toBeLessThanOrEqual(Math.ceil(SERVER_LIMITS.socket.perMinute * (1 + (Date.now() - begun) / 60_000)));
    await isServed(other);
    leave([other]);
  }));

test('a long message counts for as many as it is long', () =>
  serving(async (server) => {
    const client = await new RawClient().open(server, { token: await server.signIn('leader') });
    const fill = 'x'.repeat(SERVER_LIMITS.frameBytes - 100);
    const most = Math.ceil(
      SERVER_LIMITS.socket.perMinute / (SERVER_LIMITS.frameBytes / SERVER_LIMITS.socket.unitBytes),
    );
    for (let i = 0; i < 3 * most; i++) client.send({ type: 'ping', payload: { fill } });
    expect(await client.closed).toEqual([4429, 'TOO_MANY_MESSAGES']);
    expect(client.heard.filter(({ type }) => type === 'pong').length).toBeLessThanOrEqual(2 * most);
  }));

test('a frame that comes in a thousand pieces is not put together', () =>
  serving(async (server) => {
    const client = await new RawClient().open(server);
    for (let i = 0; i < 1_000 && client.socket.readyState === 1; i++) client.socket.send('x', { fin: false });
    expect((await client.closed)[0]).toBe(1008);
  }));
