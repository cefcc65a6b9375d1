import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { getIntrospectionQuery, parse } from 'graphql';
import { nouns } from '../../nouns.ts';
import { contract } from '../../schema.ts';
import { webDocuments } from '../../testing/documents.ts';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { askSocket, startServer, type TestServer } from '../../testing/server.ts';
import { costOf } from './cost.ts';
import { DEFAULT, prices } from './prices.ts';

const cost = (text: string, variables: Record<string, unknown> = {}, operationName?: string) =>
  costOf({ schema: contract(), document: parse(text), variables, operationName });
const many = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join(' ');
const most = SERVER_LIMITS.operation.cost;

describe('the cost of an operation', () => {
  test('is its rows: a list is as long as it was asked to be, by number, variable or default', () => {
    const list = (args: string) => `{ reports${args} { edges { node { id topic { name } } } } }`;
    expect(cost(list(''))).toBe(40);
    expect(cost(list('(first: 7)'))).toBe(14);
    const variable = `query ($n: Int! = 5) ${list('(first: $n)')}`;
    expect([cost(variable), cost(variable, { n: 200 })]).toEqual([10, 400]);
    expect(cost(list('(first: 1000000)'))).toBe(2 * LIMITS.page.max); // refused by the list, which names its limit
  });
  test('multiplies lists within lists, and adds aliases up', () => {
    const nested = (first: number) =>
      `{ reports(first: ${first}) { edges { node { members { members { timeline { deed } } } } } } }`;
    const { members, timeline } = { members: 10, timeline: 15 };
    expect(cost(nested(20))).toBe(20 * (1 + members * (1 + members * (1 + timeline))));
    expect(cost(`{ ${many(12, (i) => `a${i}: trayCounts { todo }`)} }`)).toBe(12 * cost('{ trayCounts { todo } }'));
  });
  test('counts what fragments hold wherever they are spread', () => {
    const plain =
      '{ a: reports { edges { node { id topic { name } } } } b: reports { edges { node { id topic { name } } } } }';
    const spread =
      '{ a: reports { ...R } b: reports { ... on ReportConnection { ...R } } } fragment R on ReportConnection { edges { node { id topic { name } } } }';
    expect(cost(spread)).toBe(cost(plain));
  });
  test('counts a bulk deed once for each row that it names', () => {
    const bulk = 'mutation ($ids: [ID!]!) { triageReports(ids: $ids) { ok report { id } } }';
    const ids = (count: number) => ({ ids: Array.from({ length: count }, (_, i) => `${i}`) });
    expect([cost(bulk, ids(1)), cost(bulk, ids(200))]).toEqual([DEFAULT.deed + 2, 200 * (DEFAULT.deed + 2)]);
    expect(
      cost(`mutation ($ids: [ID!]!) { ${many(12, (i) => `a${i}: triageReports(ids: $ids) { ok }`)} }`, ids(200)),
    ).toBeGreaterThan(most);
  });
  test('grows with the words of a filter, wherever they stand', () => {
    const topics = (count: number) => Array.from({ length: count }, (_, i) => `T${i}`);
    const whole = 'query ($f: ReportFilter) { trayCounts(filter: $f) { todo } }';
    const part = 'query ($t: [ID!]) { trayCounts(filter: { topics: $t }) { todo } }';
    const none = cost(whole);
    expect(cost(whole, { f: { topics: topics(8), tray: 'TODO' } })).toBe(none + 8 * DEFAULT.filterWord);
    expect(cost(part, { t: topics(8) })).toBe(none + 8 * DEFAULT.filterWord);
    const twelve = `query ($t: [ID!]) { ${many(12, (i) => `a${i}: trayCounts(filter: { topics: $t }) { todo }`)} }`;
    expect(cost(twelve, { t: topics(400) })).toBeGreaterThan(most);
    const standing = part.replace('$t: [ID!]', `$t: [ID!] = ${JSON.stringify(topics(8))}`);
    expect([cost(standing), cost(standing, { t: [] })]).toEqual([none + 8 * DEFAULT.filterWord, none]);
  });
  test('is that of the operation that is named', () => {
    const text = 'query A { reports { edges { cursor } } } query B { trayCounts { todo } }';
    expect(cost(text, {}, 'A')).not.toBe(cost(text, {}, 'B'));
  });
  test('admits what tools ask about the contract once, and not twice', () => {
    const once = getIntrospectionQuery();
    expect(cost(once)).toBeLessThan(most * (2 / 3));
    expect(cost('{ __schema { types { fields { type { fields { name args { name } } } } } } }')).toBeGreaterThan(most);
  });
});

test('every price is one of a field of the contract', () => {
  const brought = nouns.flatMap((noun) => Object.keys(noun.prices ?? {}));
  expect(new Set(brought).size).toBe(brought.length);
  expect(Object.keys(prices)).toEqual(expect.arrayContaining(brought));
  expect(brought.length).toBeGreaterThan(40);
  for (const key of Object.keys(prices)) {
    const [type, field] = key.split('.') as [string, string];
    expect([key, (contract().getType(type) as any)?.getFields()[field]?.name]).toEqual([key, field]);
  }
});

/** The longest pages that screens ask for; what is not named here may be asked for whole. */
const LONGEST: Record<string, number> = { Digests: 100, LeaderIssues: 100, DigestCandidates: 50 };
test('every document of the web app costs at most two thirds of the limit, with variables as large as they get', () => {
  const ids = Array.from({ length: LIMITS.bulk }, (_, i) => `${i}`);
  for (const { name, document } of webDocuments()) {
    const variables = { first: LONGEST[name] ?? LIMITS.page.max, ids, members: ids, reports: ids };
    const figure = costOf({ schema: contract(), document, variables });
    expect([name, figure <= most * (2 / 3) || figure]).toEqual([name, true]);
  }
});

describe('an operation that costs too much', () => {
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

  const query = `query ($n: Int!) { ${many(12, (i) => `a${i}: reports(first: $n) { edges { node { members { timeline { deed } } } } }`)} }`;
  test('is refused with its figure and the limit by both transports, before a statement is sent', async () => {
    const token = await server.signIn('county');
    const client = server.socket(token);
    await askSocket(client, '{ cursor }');
    const sent = fixture.database.statements;
    const english = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    const http = await server.post({ query, variables: { n: 200 } }, english);
    expect(http.body.errors).toEqual([
      expect.objectContaining({
        message: `This operation costs ${12 * 200 * (1 + 10 * 16)} of at most ${most}; ask for fewer rows, levels or aliases`,
        extensions: { code: 'BAD_INPUT', field: 'query' },
      }),
    ]);
    const socket = await askSocket(client, query, { n: 200 });
    expect(socket.errors[0].message).toBe(`这次查询的开销为 386400，上限为 ${most}，请减少条数、层级或别名`);
    expect(fixture.database.statements - sent).toBe(0);
    expect((await askSocket(client, query, { n: 1 })).errors).toBeUndefined();
    await client.dispose();
  });
  test('is refused as a subscription, too', async () => {
    const client = server.socket(await server.signIn('county'));
    const within = (levels: number): string => (levels ? `members { ${within(levels - 1)} }` : 'timeline { deed }');
    const { errors } = await askSocket(client, `subscription { changes { report { ${within(4)} } } }`);
    expect(errors[0].message).toContain(`上限为 ${most}`);
    await client.dispose();
  });
});
