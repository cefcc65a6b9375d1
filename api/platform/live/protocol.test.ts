import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { contract } from '../../schema.ts';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';

/*
 * Ours beside the protocol's own server (graphql-ws), on the same contract: what the one answers and closes with, the other does too.
 * Where ours differs on purpose, DIFFERENCES says so and why.
 */
let fixture: Fixture;
let ours: TestServer;
let theirs: { address: string; stop(): void };
let token: string;
beforeAll(async () => {
  fixture = await startFixture();
  ours = await startServer(fixture);
  theirs = await peer();
  token = await ours.signIn('clerk');
});
afterAll(async () => {
  theirs.stop();
  await ours.stop();
  await fixture.close();
});

/** Nothing ever happens in it. */
const silence = () => ({
  next: () => new Promise<never>(() => {}),
  return: () => Promise.resolve({ done: true as const, value: undefined }),
  throw: () => Promise.resolve({ done: true as const, value: undefined }),
  [Symbol.asyncIterator]() {
    return this;
  },
});
async function peer(): Promise<typeof theirs> {
  const server = http.createServer();
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  sockets.on('connection', (socket) => socket.on('error', () => {}));
  useServer({ schema: contract(), subscribe: silence as never, isProd: true } as never, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

/** A message as JSON, or whatever else a peer may send as it is. */
type Sent = object | string | Buffer;
interface Conversation {
  said: unknown[];
  closed: number | null;
}
interface Manner {
  protocol?: string | null;
  signedIn?: boolean;
}
/** Says one thing after the other, each when there is nothing more to hear about the one before. */
async function speak(
  address: string,
  sent: readonly Sent[],
  { protocol = 'graphql-transport-ws', signedIn = false }: Manner = {},
): Promise<Conversation> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, protocol === null ? [] : [protocol], {
    headers: signedIn ? { authorization: `Bearer ${token}` } : {},
  });
  const said: unknown[] = [];
  let closed: number | null = null;
  socket.on('message', (data) => said.push(plain(JSON.parse(String(data)))));
  const end = new Promise<void>((resolve) =>
    socket.on('close', (code) => {
      closed = code;
      resolve();
    }),
  );
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const next = (event: string) => Promise.race([new Promise((resolve) => socket.once(event, resolve)), end]);
  for (const one of sent) {
    if (socket.readyState !== WebSocket.OPEN) break;
    socket.send(typeof one === 'string' || Buffer.isBuffer(one) ? one : JSON.stringify(one));
    await quiet(socket, next);
    while (signedIn && isQuery(one) && !closed && !said.some((message: any) => message.id === one.id))
      await next('message'); // a session is looked up first
  }
  if (protocol === null) await end;
  if (socket.readyState === WebSocket.CLOSING) await end;
  socket.terminate();
  return { said, closed };
}
async function quiet(socket: WebSocket, next: (event: string) => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 2 && socket.readyState === WebSocket.OPEN; round++) {
    socket.ping();
    await next('pong');
  }
}
const isQuery = (sent: any): sent is { id: string } => sent.payload?.query === '{ __typename }';
/** Codes beside the messages of errors are the platform's own. */
function plain(message: any): unknown {
  const errors = message.type === 'error' ? message.payload : message.payload?.errors;
  for (const error of errors ?? []) delete error.extensions;
  return message;
}

const INIT = { type: 'connection_init' };
const ask = (id: string, query = '{ __typename }', more = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
});
const listen = (id: string) => ask(id, 'subscription { changes { cursor } }');
const TWO = 'query A { __typename } query B { a: __typename }';

const SAME: [string, Sent[], Manner?][] = [
  ['the greeting', [INIT]],
  ['the greeting with words', [{ ...INIT, payload: { language: 'en', deep: { er: [1] } } }]],
  ['the greeting with null', [{ ...INIT, payload: null }]],
  ['the greeting as bytes', [Buffer.from(JSON.stringify(INIT))]],
  ['a ping before the greeting', [{ type: 'ping' }, INIT]],
  ['a pong that nobody asked for', [{ type: 'pong' }, { type: 'pong', payload: { at: 1 } }, INIT]],
  ['two greetings', [INIT, INIT]],
  ['a query', [INIT, ask('1'), ask('1')]],
  ['a query of several', [INIT, ask('1', TWO, { operationName: 'B' })]],
  ['a query of several without a name', [INIT, ask('1', TWO), ask('2')]],
  ['a name that is none of several', [INIT, ask('1', TWO, { operationName: 'C' })]],
  ['a document without an operation', [INIT, ask('1', 'fragment F on Query { __typename }')]],
  ['a field that there is not', [INIT, ask('1', '{ nope also { neither } }')]],
  ['a variable that is missing', [INIT, ask('1', 'query ($id: ID!) { report(id: $id) { id } }')]],
  ['names of the language itself as ids', [INIT, ask('__proto__'), ask('constructor'), ask('toString')]],
  ['nulls where nothing may stand', [INIT, ask('1', '{ __typename }', { variables: null, operationName: null })]],
  ['fields that nobody knows', [INIT, { ...ask('1'), more: 1, payload: { query: '{ __typename }', more: [] } }]],
  ['a subscription before the greeting', [ask('1')]],
  ['a subscription', [INIT, listen('1'), ask('2')], { signedIn: true }],
  ['one id twice', [INIT, listen('1'), listen('1')], { signedIn: true }],
  ['the id of a subscription for a query', [INIT, listen('1'), ask('1')], { signedIn: true }],
  [
    'an id that was given up',
    [INIT, listen('1'), { id: '1', type: 'complete' }, ask('1'), listen('1')],
    { signedIn: true },
  ],
  ['the end of what never began', [INIT, { id: 'never', type: 'complete' }, ask('1')]],
  ['the end of what never began, before the greeting', [{ id: 'never', type: 'complete' }, INIT]],
  ['no JSON', [INIT, '{']],
  ['nothing', [INIT, '']],
  ['half a character', [INIT, Buffer.from([0xe6, 0xb0])]],
  ['no object', [INIT, '5']],
  ['a list', [INIT, '[{"type":"ping"}]']],
  ['null', ['null']],
  ['a message without a type', [INIT, {}]],
  ['a type that is none', [INIT, { type: 'shout' }]],
  ['a type that is no text', [INIT, { type: 5 }]],
  ['a ping with a text', [INIT, { type: 'ping', payload: 'text' }]],
  ['a ping with a list', [INIT, { type: 'ping', payload: [] }]],
  ['a greeting with a list', [{ ...INIT, payload: [] }]],
  ['a subscription without a query', [INIT, { id: '1', type: 'subscribe', payload: {} }]],
  ['a subscription without an id', [INIT, { type: 'subscribe', payload: { query: '{ __typename }' } }]],
  ['an empty id', [INIT, ask('')]],
  ['variables as a list', [INIT, ask('1', '{ __typename }', { variables: [] })]],
  ['a name that is no text', [INIT, ask('1', '{ __typename }', { operationName: 5 })]],
  ['extensions as a text', [INIT, ask('1', '{ __typename }', { extensions: 'text' })]],
  ['the end of nothing', [INIT, { type: 'complete' }]],
  ['an answer that is malformed', [INIT, { id: '1', type: 'next' }]],
  ['no protocol', [], { protocol: null }],
];

test.each(SAME)('%s is answered as by the protocol’s own server', async (...[, sent, manner]) => {
  const [our, their] = await Promise.all([ours, theirs].map(({ address }) => speak(address, sent, manner)));
  expect(our).toEqual(their);
});

const levels = (count: number) => `${'['.repeat(count)}${']'.repeat(count)}`;
const pong = { said: [{ type: 'connection_ack' }, { type: 'pong' }], closed: null };
const ack = { type: 'connection_ack' };
/** [what is sent, why ours answers otherwise, the messages, our answer, theirs] */
const DIFFERENCES: [string, string, Sent[], Conversation, Conversation][] = [
  [
    'a ping with words',
    'a pong carries nothing: what it would carry is the peer’s to choose and ours to hold',
    [INIT, { type: 'ping', payload: { at: 1 } }],
    pong,
    { said: [ack, { type: 'pong', payload: { at: 1 } }], closed: null },
  ],
  [
    'a ping of 5,000 levels',
    'what nests so deeply is refused unread; to read it is an accident of theirs',
    [INIT, `{"type":"ping","payload":{"a":${levels(5_000)}}}`],
    { said: [ack], closed: 4400 },
    { said: [ack], closed: 4500 },
  ],
  [
    'a syntax error',
    'it is the one document’s, and the others of the socket go on',
    [INIT, ask('1', '{')],
    {
      said: [
        ack,
        {
          id: '1',
          type: 'error',
          payload: [{ message: 'Syntax Error: Expected Name, found <EOF>.', locations: [{ line: 1, column: 2 }] }],
        },
      ],
      closed: null,
    },
    { said: [ack], closed: 4500 },
  ],
  [
    'an answer to nobody',
    'whoever says what only the server says is mistaken: 4400 of the protocol, not an error of ours',
    [INIT, { id: '1', type: 'next', payload: { data: {} } }],
    { said: [ack], closed: 4400 },
    { said: [ack], closed: 4500 },
  ],
  [
    'an id of 65 characters',
    'every answer repeats the id',
    [INIT, ask('x'.repeat(65))],
    { said: [ack], closed: 4400 },
    {
      said: [
        ack,
        { id: 'x'.repeat(65), type: 'next', payload: { data: { __typename: 'Query' } } },
        { id: 'x'.repeat(65), type: 'complete' },
      ],
      closed: null,
    },
  ],
];
test.each(DIFFERENCES)('%s is answered otherwise: %s', async (_name, _reason, sent, our, their) => {
  const unexpected = jest.spyOn(console, 'error').mockImplementation(() => {}); // graphql-ws tells of it there
  expect(await speak(theirs.address, sent)).toEqual(their);
  unexpected.mockRestore();
  expect(await speak(ours.address, sent)).toEqual(our);
});

/** The same conversations each time: mulberry32. */
function seeded(seed: number): <T>(choices: readonly T[]) => T {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (choices) => choices[Math.floor(random() * choices.length)] as never;
}
const NOTHING = undefined;
const TYPES = ['connection_init', 'subscribe', 'subscribe', 'subscribe', 'ping', 'pong', 'complete', 'shout', '', 5];
const IDS = ['1', '1', '2', '☂', '__proto__', '', 5, null, NOTHING];
const PAYLOADS = [
  ...[NOTHING, null, {}, [], 'text', 5, { query: 5 }, { query: '{ nope }' }],
  ...[{ query: '{ __typename }' }, { query: '{ __typename }' }, { query: '{ a: __typename }', variables: {} }],
  ...[{ query: TWO }, { query: TWO, operationName: 'A' }, { query: TWO, operationName: '' }],
  ...[
    { query: '{ __typename }', variables: [] },
    { query: '{ __typename }', extensions: 5 },
  ],
  ...[{ query: 'query ($a: Int!) { __typename @skip(if: $a) }', variables: { a: 'x' } }],
];
const GARBAGE: Sent[] = ['', '{', 'null', '[]', '5', '"text"', '{"type":"ping"', Buffer.from([0, 255]), '\u0000'];
function conversation(seed: number): Sent[] {
  const choose = seeded(seed);
  const message = (): Sent =>
    choose([1, 2, 3, 4, 5, 6, 7, 8, 9]) === 1
      ? choose(GARBAGE)
      : { id: choose(IDS), type: choose(TYPES), payload: choose(PAYLOADS) };
  const sent = Array.from({ length: choose([1, 2, 3, 4, 5]) }, message);
  return choose([1, 2, 3, 4]) === 1 ? sent : [INIT, ...sent];
}
const CONVERSATIONS = 250;

test(`${CONVERSATIONS} conversations made at random end as with the protocol’s own server, and ours lives on`, async () => {
  let closings = 0;
  for (let seed = 1; seed <= CONVERSATIONS; seed++) {
    const sent = conversation(seed);
    const [our, their] = await Promise.all([ours, theirs].map(({ address }) => speak(address, sent)));
    const withoutWords = their?.said.map((one: any) => (one.type === 'pong' ? { type: 'pong' } : one));
    expect([seed, sent, our]).toEqual([seed, sent, { ...their, said: withoutWords }]);
    if (our?.closed) closings++;
  }
  expect(closings).toBeGreaterThan(CONVERSATIONS / 4);
  expect(closings).toBeLessThan(CONVERSATIONS);
  expect((await speak(ours.address, [INIT, ask('1')])).said).toHaveLength(3);
}, 120_000);
