import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';
import { type Conversation, type Sent, speak, startPeer } from './protocol.testing.ts';

/*
 * Ours beside the protocol's own server (graphql-ws), on the same contract: what the one answers and closes with, the other does too.
 * Where ours differs on purpose, DIFFERENCES says so and why.
 */
let fixture: Fixture;
let ours: TestServer;
let theirs: Awaited<ReturnType<typeof startPeer>>;
let token: string;
beforeAll(async () => {
  fixture = await startFixture();
  ours = await startServer(fixture);
  theirs = await startPeer();
  token = await ours.signIn('clerk');
});
afterAll(async () => {
  theirs.stop();
  await ours.stop();
  await fixture.close();
});

const INIT = { type: 'connection_init' };
const ask = (id: string, query = '{ __typename }', more = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
});
const listen = (id: string) => ask(id, 'subscription { changes { cursor } }');
const TWO = 'query A { __typename } query B { a: __typename }';

const SAME: [string, Sent[], { protocol?: null; signedIn?: true }?][] = [
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

test.each(SAME)('%s is answered as by the protocol’s own server', async (...[, sent, { protocol, signedIn } = {}]) => {
  const manner = { protocol, token: signedIn && token };
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
