import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';

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

const levels = (count: number) => `${'['.repeat(count)}${']'.repeat(count)}`;
const tooDeep = { errors: [{ message: '内容嵌套层数过多', extensions: { code: 'BAD_INPUT' } }] };

test.each([
  ['in the variables', `{"query":"{ cursor }","variables":{"a":${levels(10_000)}}}`],
  ['in the extensions', `{"query":"{ cursor }","extensions":${levels(10_000)}}`],
  ['beside everything that is known', `{"query":"{ cursor }","more":${levels(400_000)}}`],
  ['instead of a request', levels(10_000)],
  ['of objects', `{"query":"{ cursor }","variables":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
  ['that never closes', '['.repeat(500_000)],
])('a body that nests too deeply %s is BAD_INPUT', async (_where, body) => {
  expect(await server.post(body)).toMatchObject({ status: 400, body: tooDeep });
});

test('an address that nests too deeply is BAD_INPUT as well', async () => {
  const ask = async (variables: string) => {
    const url = `${server.address}/graphql?query=${encodeURIComponent('{ __typename }')}&variables=${encodeURIComponent(variables)}`;
    const response = await fetch(url, { headers: { 'apollo-require-preflight': 'yes' } });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  expect(await ask(`{"a":${levels(2_000)}}`)).toMatchObject({ status: 400, body: tooDeep });
  expect(await ask('{"a":[[1]]}')).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } });
});

test('a body that is no JSON is told so in the form of every other refusal, in the reader’s language', async () => {
  const { status, body } = await server.post('{"query":', { 'accept-language': 'en' });
  expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_INPUT']);
  expect(body.errors[0].message).toMatch(/JSON/);
});

test('brackets in what people write are no levels', async () => {
  const query = 'query ($text: String!) { searchReports(text: $text) { edges { cursor } } }';
  const { body } = await server.post({ query, variables: { text: '['.repeat(60) } });
  expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
});
