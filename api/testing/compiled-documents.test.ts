import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COUNTY_ACCOUNTS } from '@lxq/db/demo/accounts.ts';
import { seedDemo } from '@lxq/db/demo/seed.ts';
import { createTestDatabase, type TestDatabase } from '@lxq/db/test-database.ts';
import pg from 'pg';
import { addCases } from '../cases/case-rows.testing.ts';
import { readEnv } from '../env.ts';
import { type RunningApi, startApi } from '../main.ts';
import { contract } from '../schema.ts';
import {
  ATTACHED,
  CONTACTED,
  MARKED,
  NAMED,
  OWN,
  PICTURED,
  PRESENTED,
  REMINDED,
  RUNG,
  WAITING,
} from './demo-besides.ts';
import { knownOf } from './demo-known.ts';
import { PASSWORD } from './fixture.ts';
import { noteLists, type StoredQuery, storedQueries } from './queries.ts';

/** Beyond this the server compiles (compiled.ts). */
const COMPILED_FROM = 3;

let database: TestDatabase;
let api: RunningApi;
let queries: StoredQuery[];

beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo({ adminUrl: database.adminUrl, password: PASSWORD, log: () => {} });
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  // The demo asks for no files.
  await admin.query(`insert into digest_file (county_code, id, digest_id, format, content_hash, state, requested_at)
    select county_code, gen_random_uuid(), id, 'PDF', content_hash, 'FAILED', now() from digest where no is not null`);
  for (const besides of [WAITING, OWN, CONTACTED, MARKED, ATTACHED, PRESENTED, NAMED]) await admin.query(besides);
  await addCases(admin);
  for (const besides of [REMINDED, RUNG, PICTURED]) await admin.query(besides);
  queries = storedQueries(contract(), await knownOf(admin));
  const { rows } = await admin.query(
    `select id, township_code::text as about from report where county_code = 990101 and line = 'SEALED' order by id desc limit 1`,
  );
  await admin.end();
  const settings = {
    ...{ PORT: '0', LOG_LEVEL: 'silent', DATABASE_POOL: '24', WORK_PER_SECOND: '1000000' },
    CONTACT_KEYS: `test:${Buffer.alloc(32, 'test').toString('base64')}`,
  };
  api = await startApi(readEnv(settings), database.appUrl);
  await askWhoWrote(rows[0]);
  await giveLessTime();
}, 180_000);
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Nobody in the demo has asked for a sealed name: a request that one has approved. */
async function askWhoWrote({ id, about }: { id: string; about: string }): Promise<void> {
  const request = `mutation { requestIdentity(report: "${id}", about: "${about}", reason: "需要向报送人核实付款凭证的来源") { id } }`;
  const asked = JSON.parse(await post({ query: request }, await signIn('county.discipline')));
  const approve = `mutation { approveIdentity(id: "${asked.data.requestIdentity.id}") { id } }`;
  await post({ query: approve }, await signIn('county.discipline2'));
}

/** Nor has anybody set how much time a rule gives. */
async function giveLessTime(): Promise<void> {
  const save = 'mutation { saveThreshold(rule: CASE_DECIDE, amount: 10, version: 0) { version } }';
  await post({ query: save }, await signIn('admin'));
}

async function signIn(account: string): Promise<string> {
  const query =
    'mutation ($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }';
  const answer = await post({ query, variables: { account, password: PASSWORD } });
  return JSON.parse(answer).data.signIn.token;
}
const connections = new Agent({ keepAlive: true });
/** By the plainest client there is, and not compressed: there are tens of thousands of answers. */
async function post(body: unknown, token?: string): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const asked = request(`${api.address}/graphql`, { method: 'POST', agent: connections, headers });
  asked.end(JSON.stringify(body));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return text(response);
}

/** When it was answered, and how far the events had come: the queue makes some meanwhile. */
const asAnswered = (text: string) =>
  text.replace(/"asOf":"[^"]+"/, '"asOf":0').replace(/"cursor":"[^"]+"/, '"cursor":0');
const lists = new Map<string, boolean>();

interface Compared {
  /** The answers that are not the first one's; of an answer that is a failure of ours, all. */
  differing: string[];
  /** It never came to a resolver. */
  isRefused: boolean;
}
async function compared(name: string, documents: string[], variables: unknown, token: string): Promise<Compared> {
  const answers: string[] = [];
  for (const query of documents) answers.push(asAnswered(await post({ query, variables }, token)));
  const { data } = JSON.parse(answers[0] as string);
  noteLists(data, name, lists);
  return {
    differing: answers.filter((answer) => answer !== answers[0] || answer.includes('"INTERNAL"')),
    isRefused: data === undefined,
  };
}

const ROLES = new Map(COUNTY_ACCOUNTS.toReversed().map(({ role, account }) => [role, account]));
/** As many as one person may ask at once: the api works while PostgreSQL does. */
const AT_ONCE = 4;

/** What was refused before anybody's role was asked about: once compared, it is not for the roles that follow. */
const refused = new Set<unknown>();

/** What one document answers differently, for every choice of its variables. */
async function faultsOf(query: StoredQuery, compiled: string, account: string): Promise<string[]> {
  const token = tokens.get(account) as string;
  await post({ query: compiled, variables: query.variables[0] }, token); // the first that somebody asks may leave a mark
  const faults: string[] = [];
  const choices = query.variables.filter((values) => !refused.has(values));
  for (const [i, values] of choices.entries()) {
    const interpreted = `# ${account} ${Math.ceil(i / 2)}\n${query.text}`; // asked for twice: the third time compiles it
    // Once more each with the first choice: what an answer leaves behind, it leaves whatever was chosen.
    const asked = i === 0 ? [interpreted, interpreted, compiled, compiled] : [interpreted, compiled];
    const { differing, isRefused } = await compared(query.name, asked, values, token);
    if (isRefused) refused.add(values);
    if (differing[0]) faults.push(`${query.name} ${JSON.stringify(values)} ${differing[0].slice(0, 300)}`);
  }
  return choices.length > 0 ? faults : [`${query.name}: there are no variables with which it is answered`];
}

/** A document after the other, each for everybody: what is compiled once is there for all who ask. */
const different = new Map([...ROLES.values()].map((account) => [account, [] as string[]]));
const tokens = new Map<string, string>();
beforeAll(async () => {
  for (const account of ROLES.values()) tokens.set(account, await signIn(account));
  const waiting = queries.values();
  const asker = async () => {
    for (const query of waiting) {
      const compiled = `# to be compiled\n${query.text}`;
      const [first] = tokens.values();
      for (let n = 0; n < COMPILED_FROM; n++) await post({ query: compiled, variables: query.variables[0] }, first);
      for (const account of tokens.keys()) different.get(account)?.push(...(await faultsOf(query, compiled, account)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
}, 300_000);

test.each([...ROLES])(
  'every stored document gets a %s the same bytes, as it is interpreted and as it is compiled',
  (_role, account) => expect(different.get(account)).toEqual([]),
);

test('there was something in every list for somebody', () => {
  const empty = [...lists].filter(([, isFilled]) => !isFilled).map(([place]) => place);
  expect(empty).toEqual(['Choices.sources.tags']); // only topics are tagged
});
