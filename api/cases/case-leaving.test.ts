import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../digests/digest.testing.ts';
import { eventsAfter } from '../platform/live/event.read.ts';
import { type Account, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN } from './case-deeds.testing.ts';

/* Who takes part sees a case, and whoever no longer does sees nothing of it, nor hears what happens from then on. */
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

const SEEN = `query ($id: ID!) { case(id: $id) { timeline { deed } results { id } revisits { id } signatures { id } deadlines { id } units { part } }
  cases(first: 100) { totalCount edges { node { id } } } caseCounts { trays { count } } }`;
/** What somebody has of a case, by itself and among others. */
async function seen(account: Account, id: string) {
  const { case: it, cases, caseCounts } = await ask(fixture, account, SEEN, { id });
  const isListed = cases.edges.some(({ node }: { node: { id: string } }) => node.id === id);
  const counted = caseCounts.trays.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(counted).toBe(cases.totalCount);
  return { isSeen: it !== null, isListed };
}
const BOTH = { isSeen: true, isListed: true };
const NEITHER = { isSeen: false, isListed: false };
/** In SQL, whatever a scope of theirs may read of it; that it once owed something stays a unit's own. */
async function left(account: Account, id: string): Promise<number> {
  const scope = fixture.scope(account);
  const [{ n }] = (await scope.rows<{ n: number }>(
    `select (select count(*) from cases where id = $1) + (select count(*) from result_report where subject_id = $1) + (select count(*) from signature where subject_id = $1)
       + (select count(*) from revisit where subject_id = $1) + (select count(*) from participation where subject_id = $1)
       + (select count(*) from audit where subject_id = $1) as n`,
    [id],
  )) as [{ n: number }];
  await scope.end('rollback');
  return Number(n);
}
const newest = async () => Number((await fixture.admin.query('select max(n) as n from event')).rows[0].n);
async function heard(account: Account, after: number, id: string): Promise<string[]> {
  const scope = fixture.scope(account);
  const { events } = await eventsAfter(scope, after);
  await scope.end('commit');
  return events.filter(({ about }) => about.CASE === id).map(({ kind }) => kind);
}

test('a main unit whose case is recalled or goes to another, and its leader’s unit, hear of it once more and have nothing left', async () => {
  const { id, deed, assigned } = await caseOf(fixture);
  await assigned(assignmentOf({ sponsor: idOf('post/townLeader'), coUnits: [] }));
  expect([await seen('bureau', id), await seen('townLeader', id), await seen('otherClerk', id)]).toEqual([
    BOTH,
    BOTH,
    NEITHER,
  ]);
  let head = await newest();
  await deed('county', 'recallCase');
  for (const account of ['bureau', 'townLeader'] as const) {
    expect([account, await seen(account, id), await left(account, id)]).toEqual([account, NEITHER, 0]);
    expect([account, await heard(account, head, id)]).toEqual([account, ['CASE_RECALLED']]);
  }
  head = await newest();
  await deed('county', 'assignCase', { assignment: assignmentOf({ mainUnit: String(UNITS.west), coUnits: [] }) });
  expect([await heard('townLeader', head, id), await heard('bureau', head, id)]).toEqual([[], []]);
  await deed('otherClerk', 'signForCase');
  await deed('otherClerk', 'objectToCase', { reason: '机井归水利局管理，应由其办理' });
  head = await newest();
  await deed('county', 'reassignCase', { assignment: assignmentOf({ coUnits: [] }) });
  expect([await seen('otherClerk', id), await left('otherClerk', id), await seen('bureau', id)]).toEqual([
    NEITHER,
    0,
    BOTH,
  ]);
  expect(await heard('otherClerk', head, id)).toEqual(['CASE_RECALLED']);
  head = await newest();
  await deed('bureau', 'signForCase');
  expect([await heard('otherClerk', head, id), await heard('county', head, id)]).toEqual([[], ['CASE_SIGNED_FOR']]);
});

test('over the WebSocket, too: what happens after it has left is told to whoever takes part alone', async () => {
  const { id, deed, assigned } = await caseOf(fixture);
  await assigned(assignmentOf({ mainUnit: String(UNITS.west), coUnits: [] }));
  const told: Record<string, string[]> = { otherClerk: [], bureau: [], clerk: [], county: [] };
  const QUERY = 'subscription ($after: Cursor) { changes(after: $after) { kind caseId } }';
  const sockets = await Promise.all(
    Object.keys(told).map(async (account) => {
      const { cursor } = await ask(fixture, account as Account, '{ cursor }');
      const client = server.socket(await server.signIn(account as Account));
      client.subscribe<any>(
        { query: QUERY, variables: { after: cursor } },
        {
          next: ({ data }) => data?.changes.caseId === id && told[account]?.push(data.changes.kind),
          error: () => {},
          complete: () => {},
        },
      );
      return client;
    }),
  );
  await deed('otherClerk', 'signForCase');
  await deed('otherClerk', 'objectToCase', { reason: '机井归水利局管理，应由其办理' });
  await deed('county', 'reassignCase', { assignment: assignmentOf({ coUnits: [] }) });
  await deed('bureau', 'signForCase');
  await deed('bureau', 'planCase', { plan: PLAN });
  for (
    const end = Date.now() + 15_000;
    told.county?.at(-1) !== 'CASE_PLANNED' || told.bureau?.at(-1) !== 'CASE_PLANNED';
  ) {
    if (Date.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const client of sockets) await client.dispose();
  expect(told).toEqual({
    otherClerk: ['CASE_SIGNED_FOR', 'CASE_OBJECTED', 'CASE_RECALLED'],
    bureau: ['CASE_REASSIGNED', 'CASE_SIGNED_FOR', 'CASE_PLANNED'],
    clerk: [],
    county: ['CASE_SIGNED_FOR', 'CASE_OBJECTED', 'CASE_REASSIGNED', 'CASE_SIGNED_FOR', 'CASE_PLANNED'],
  });
});

test('whoever revisits sees the case until another does, its round ends or it is closed; what they heard stays theirs', async () => {
  const { id, deed, reported, revisit } = await caseOf(fixture);
  await reported();
  const pre = await revisit('PRE_CLOSE');
  await deed('county', 'assignRevisit', { id: pre, unit: String(UNITS.willow) });
  expect([await seen('head', id), await seen('otherClerk', id)]).toEqual([BOTH, NEITHER]);
  await deed('county', 'assignRevisit', { id: pre, unit: String(UNITS.west) });
  expect([await seen('head', id), await left('head', id), await seen('otherClerk', id)]).toEqual([NEITHER, 0, BOTH]);
  await deed('county', 'reworkCase', { reason: '报告不实，退回重办' });
  expect(await seen('otherClerk', id)).toEqual(NEITHER);
  await deed('bureau', 'planCase', { plan: PLAN });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  await deed('bureauHead', 'submitCaseResult');
  const second = await revisit('PRE_CLOSE');
  await deed('county', 'assignRevisit', { id: second, unit: String(UNITS.west) });
  await deed('otherClerk', 'completeRevisit', { id: second, outcome: HEARD });
  await deed('bureau', 'signCase');
  await deed('bureauHead', 'signCase');
  await deed('county', 'closeCase');
  expect([await seen('otherClerk', id), await seen('bureau', id)]).toEqual([NEITHER, BOTH]);
  const READ = 'query ($id: ID!) { revisit(id: $id) { state opinion case { id } } }';
  expect((await ask(fixture, 'otherClerk', READ, { id: second })).revisit).toMatchObject({
    state: 'COMPLETED',
    case: null,
  });
  expect((await ask(fixture, 'head', READ, { id: second })).revisit).toBeNull();
});

test('whoever hears that it is not solved, before or after the closing, has nothing left of it but what they heard', async () => {
  const vain = { ...HEARD, isSolved: false, rating: null, reason: '水还是时有时无' };
  for (const kind of ['PRE_CLOSE', 'POST_CLOSE'] as const) {
    const { id, deed, look, reported, closed, revisit } = await caseOf(fixture);
    await (kind === 'PRE_CLOSE' ? reported() : closed());
    const asked = await revisit(kind);
    await deed('county', 'assignRevisit', { id: asked, unit: String(UNITS.west) });
    expect(await seen('otherClerk', id)).toEqual(BOTH);
    expect(await deed('otherClerk', 'completeRevisit', { id: asked, outcome: vain })).toMatchObject({
      state: 'FOLLOW_UP',
    });
    expect(await look('county')).toMatchObject({ state: kind === 'PRE_CLOSE' ? 'REWORK' : 'REOPENED', round: 2 });
    expect([kind, await seen('otherClerk', id), await seen('bureau', id)]).toEqual([kind, NEITHER, BOTH]);
    expect(
      (await ask(fixture, 'otherClerk', 'query ($id: ID!) { revisit(id: $id) { reason } }', { id: asked })).revisit,
    ).toEqual({
      reason: vain.reason,
    });
  }
});

test('a main unit’s signing stays where another is asked to revisit', async () => {
  const { deed, look, reported, revisit } = await caseOf(fixture);
  await reported();
  await deed('county', 'assignRevisit', { id: await revisit('PRE_CLOSE'), unit: String(UNITS.west) });
  const { units } = await look('county');
  expect(units.find(({ part }: { part: string }) => part === 'MAIN').signedAt).not.toBeNull();
});
