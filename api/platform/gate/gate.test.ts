import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { draft, type Fixture, manyReports, startFixture } from '../../testing/fixture.ts';
import { askSocket, startServer, type TestServer } from '../../testing/server.ts';
import { checkVariables } from './gate.ts';

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
const nested = (depth: number): string => (depth === 0 ? 'id' : `id master { ${nested(depth - 1)} }`);
const many = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join(' ');

/** [what is wrong, the document, its variables, the code that both transports must answer] */
const BAD: [string, string, Record<string, unknown> | undefined, string][] = [
  ['too deep', `{ reports { edges { node { ${nested(9)} } } } }`, undefined, 'BAD_INPUT'],
  [
    'too deep through fragments',
    `{ reports { edges { node { ...a } } } } fragment a on Report { master { master { ...b } } } fragment b on Report { master { master { master { master { master { id } } } } } }`,
    undefined,
    'BAD_INPUT',
  ],
  ['too many aliases', `{ ${many(21, (i) => `a${i}: cursor`)} }`, undefined, 'BAD_INPUT'],
  ['too many root fields', `{ ${many(13, () => 'cursor')} }`, undefined, 'BAD_INPUT'],
  [
    'too many root fields through fragments',
    `{ ...a } fragment a on Query { ${many(20, (i) => `a${i}: cursor`)} }`,
    undefined,
    'BAD_INPUT',
  ],
  [
    'fragments that double fourteen times',
    `{ viewer { person { ...F0 } } } ${many(14, (i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`)} fragment F14 on Person { id }`,
    undefined,
    'BAD_INPUT',
  ],
  ['too many directives', `{ cursor ${many(21, () => '@include(if: true)')} }`, undefined, 'BAD_INPUT'],
  ['too many tokens', `{ cursor ${many(2_100, () => 'cursor')} }`, undefined, 'BAD_INPUT'],
  ['a syntax error', '{ reports { ', undefined, 'BAD_INPUT'],
  ['an unknown field', '{ passwords }', undefined, 'BAD_INPUT'],
  ['a page over the limit', '{ reports(first: 201) { edges { cursor } } }', undefined, 'BAD_INPUT'],
  [
    'a day after the last, in the document',
    '{ reportPivot(filter: { submittedTo: "9999-12-31" }) { total } }',
    undefined,
    'BAD_INPUT',
  ],
  [
    'a day before the first, in a variable',
    'query ($filter: ReportFilter) { reportPivot(filter: $filter) { total } }',
    { filter: { submittedFrom: '0001-01-01' } },
    'BAD_INPUT',
  ],
  ['a cursor that is not ours', '{ reports(after: "zzz") { edges { cursor } } }', undefined, 'BAD_INPUT'],
  [
    'a variable of the wrong type',
    'query ($first: Int!) { reports(first: $first) { edges { cursor } } }',
    { first: 'many' },
    'BAD_INPUT',
  ],
  [
    'variables that are too large',
    'query ($text: String!) { searchReports(text: $text) { edges { cursor } } }',
    { text: 'x'.repeat(SERVER_LIMITS.operation.variablesBytes) },
    'BAD_INPUT',
  ],
  [
    'a report that does not exist',
    '{ report(id: "01990000-0000-7000-8000-000000000000") { id } }',
    undefined,
    'NOT_FOUND',
  ],
  ['an id of no form', `{ report(id: "' or 1=1") { id } }`, undefined, 'NOT_FOUND'],
  [
    'a role without the right',
    'mutation { triageReports(ids: ["01990000-0000-7000-8000-000000000000"]) { ok } }',
    undefined,
    'FORBIDDEN',
  ],
];

describe.each(BAD)('%s', (_name, query, variables, code) => {
  test('is refused in the same words by HTTP and by WebSocket', async () => {
    const http = await server.post({ query, variables }, bearer());
    const client = server.socket(token);
    const socket = await askSocket(client, query, variables);
    await client.dispose();
    const said = (answer: any) => answer.errors.map((error: any) => [error.extensions?.code, error.message]);
    expect(said(http.body)[0][0]).toBe(code);
    expect(said(socket)).toEqual(said(http.body));
  });
});

test('nobody signed in is UNAUTHENTICATED on both transports, subscriptions included', async () => {
  const http = await server.post({ query: '{ cursor }' });
  expect(http.body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  const client = server.socket(null);
  expect((await askSocket(client, '{ cursor }')).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  expect((await askSocket(client, 'subscription { changes { cursor } }')).errors[0].extensions.code).toBe(
    'UNAUTHENTICATED',
  );
  await client.dispose();
});

test('a page of another site is refused by both transports, our own is not', async () => {
  const foreign = { origin: 'https://elsewhere.example' };
  expect((await server.post({ query: '{ viewer { level } }' }, foreign)).status).toBe(403);
  expect((await server.post({ query: '{ viewer { level } }' }, { origin: server.address })).status).toBe(200);
  const client = server.socket(token, foreign);
  await expect(
    new Promise((_, reject) =>
      client.subscribe({ query: '{ cursor }' }, { next: () => {}, complete: () => {}, error: reject }),
    ),
  ).rejects.toBeDefined();
  await client.dispose();
});

test('a body and a frame over the limit are refused', async () => {
  expect((await server.post(`{"query":"${'x'.repeat(SERVER_LIMITS.bodyBytes)}"}`, bearer())).status).toBe(413);
  const client = server.socket(token);
  const closed = new Promise<any>((resolve) => client.on('closed', resolve));
  client.subscribe(
    { query: `{ cursor } #${'x'.repeat(SERVER_LIMITS.frameBytes)}` },
    { next: () => {}, complete: () => {}, error: () => {} },
  );
  expect((await closed).code).toBe(1009);
  await client.dispose();
});

test('an error of the inside is masked, and nothing of it leaks', async () => {
  await fixture.admin.query('alter table term rename to term_gone');
  const { body } = await server.post(
    {
      query: 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { clientId } }',
      variables: { draft: draft('officer') },
    },
    bearer(),
  );
  await fixture.admin.query('alter table term_gone rename to term');
  expect(body.errors[0].extensions).toEqual({ code: 'INTERNAL' });
  expect(JSON.stringify(body)).not.toMatch(/term|relation|select|stack/i);
});

test('a refusal speaks the reader’s language', async () => {
  const query = '{ report(id: "01990000-0000-7000-8000-000000000000") { id } }';
  const say = async (language: string) =>
    (await server.post({ query }, { ...bearer(), 'accept-language': language })).body.errors[0].message;
  expect(await say('zh-CN')).toBe('未找到该信息');
  expect(await say('en-GB,en')).toBe('No such report');
});

test('failures slow down the next try from the same address without locking the owner out elsewhere', async () => {
  const wrong = () =>
    server.post({ query: 'mutation { signIn(account: "director", password: "guess guess") { token } }' });
  const seen = [];
  for (let i = 0; i < 7; i++) seen.push((await wrong()).body.errors[0].extensions);
  expect(seen[0]).toEqual({ code: 'UNAUTHENTICATED' });
  expect(seen.at(-1)).toMatchObject({ code: 'BUSY', retryAfter: expect.any(Number) });
  expect((await fixture.admin.query(`select key from sign_in_failure where key like 'try%'`)).rows).toEqual([
    { key: 'try 127.0.0.1 director' },
  ]);
});

test('lists within lists do not multiply without end', async () => {
  await manyReports(fixture, 'officer', 80);
  const { rows } = await fixture.admin.query(
    `select id from report where topic_code = 'ROAD' order by submitted_at limit 1`,
  );
  const { id } = rows[0];
  await fixture.admin.query(
    `update report set master_id = $1, state = 'MERGED' where topic_code = 'ROAD' and id <> $1`,
    [id],
  );
  const bomb = `{ report(id: "${id}") { members { master { members { master { members { id } } } } } } }`;
  const alike = '{ reports(first: 80) { edges { node { likelyDuplicates { likeness } } } } }';
  for (const query of [bomb, alike])
    expect((await server.post({ query }, bearer())).body.errors?.[0].extensions).toMatchObject({ code: 'BAD_INPUT' });
  const fair = `{ report(id: "${id}") { members { id master { id } timeline { id } } likelyDuplicates { likeness } } }`;
  expect((await server.post({ query: fair }, bearer())).body.data.report.members).toHaveLength(79);
});

test('variables that grow beyond the limit when they are written anew are refused, however few bytes they came in', () => {
  const text = `[${Array.from({ length: SERVER_LIMITS.operation.variablesBytes / 20 }, () => '1e20')}]`;
  expect(() => checkVariables(JSON.parse(text), text.length)).toThrow('at most');
  expect(() => checkVariables({ text: 'x'.repeat(SERVER_LIMITS.operation.variablesBytes) })).toThrow('at most');
});

test('what the database cannot read is the caller’s mistake, not ours', async () => {
  const cursor = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
  const bad: [string, Record<string, unknown>?][] = [
    [`{ reports(after: "${cursor}") { edges { cursor } } }`],
    ['{ reports(filter: { submittedFrom: "2026-02-31" }) { edges { cursor } } }'],
    ['mutation { choosePost(post: "x") { level } }'],
    [
      'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { clientId } }',
      { draft: draft('officer', { content: `${'水'.repeat(30)}\u0000` }) },
    ],
    [
      'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { clientId } }',
      { draft: draft('officer', { source: 'x'.repeat(50_000) }) },
    ],
  ];
  const codes = [];
  for (const [query, variables] of bad)
    codes.push((await server.post({ query, variables }, bearer())).body.errors?.[0].extensions.code);
  expect(codes).toEqual(bad.map(() => 'BAD_INPUT'));
});

test('guesses that are sent at once are slowed down like guesses one after the other', async () => {
  const query = 'mutation { signIn(account: "analyst", password: "guess guess") { token } }';
  const answers = await Promise.all(Array.from({ length: 20 }, () => server.post({ query })));
  const codes = answers.map(({ body }) => body.errors[0].extensions.code);
  expect(codes.filter((code) => code === 'UNAUTHENTICATED').length).toBeLessThanOrEqual(6);
});
