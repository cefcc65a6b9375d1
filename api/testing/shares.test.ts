import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { parse } from 'graphql';
import { pino } from 'pino';
import { costOf } from '../platform/operation/cost.ts';
import { runOperation } from '../platform/operation/operation.ts';
import { contract } from '../schema.ts';
import { COUNTY, draft, type Fixture, PASSWORD, startFixture } from './fixture.ts';
import { askSocket, startServer, type TestServer } from './server.ts';

/** What is answered where there is too much to do: who waits, who is told to come again, and who is served meanwhile. */
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
    const ahead = rate * (SERVER_LIMITS.pace.aheadMs / 1_000);
    const dear = `{ ${['a', 'b', 'c', 'd', 'e'].map((alias) => `${alias}: reportCounts { total }`).join(' ')} }`;
    const units = Math.floor(costOf({ schema: contract(), document: parse(dear) }) / SERVER_LIMITS.pace.rows);
    const begun = Date.now();
    expect((await asked(greedy, dear)).body.errors).toBeUndefined();
    const overSocket = askSocket(socket, '{ viewer { level } }').then(() => Date.now());
    const flood = Array.from({ length: SERVER_LIMITS.pace.waiting + 5 }, () => asked(greedy, '{ viewer { level } }'));
    const { body } = await asked(officer, SUBMIT, { draft: draft('officer') });
    expect(body.data.submitReport.report.id).toBeDefined();
    const answers = await Promise.all(flood);
    const least = begun + ((units - ahead) / rate) * 1_000;
    expect(await overSocket).toBeGreaterThanOrEqual(Math.min(least, begun + SERVER_LIMITS.pace.refusalMs));
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
    const late = sleep(SERVER_LIMITS.pace.owedMs / 3, 'late', { ref: false });
    expect(await Promise.race([stranger, late])).toMatchObject({ status: 200 });
  } finally {
    await own.stop();
  }
}, 60_000);
