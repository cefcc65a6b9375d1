import { hash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { TOKEN_SCOPES } from '@lxq/schema/access-tokens.ts';
import { dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { parse } from 'graphql';
import { comerOf, Pace } from '../../platform/gate/pace.ts';
import { checkProgram } from '../../platform/operation/programs.ts';
import { findRights } from '../../platform/scope/rights.ts';
import { Scope } from '../../platform/scope/scope.ts';
import { contract } from '../../schema.ts';
import { type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';
import { asking, bySocket, COUNTS, CREATE, codeOf, made, REPORTS, REVOKE, TOKENS } from './access-token.testing.ts';

let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  await submitted(fixture, 'officer');
  await submitted(fixture, 'otherOfficer');
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});
afterEach(async () => {
  await fixture.admin.query('delete from access_token');
  await fixture.admin.query('delete from session where token_scopes is not null');
});

test('the secret is shown once; the database has its hash, and the list how it begins', async () => {
  const { secret, token } = await made(fixture, 'analyst');
  expect(secret).toMatch(/^lxq_[\w-]{43}$/);
  expect(token).toMatchObject({ prefix: secret.slice(0, 10), scopes: TOKEN_SCOPES, post: { role: 'ANALYST' } });
  const { rows } = await fixture.admin.query(
    'select s.*, t.*, (select json_agg(a) from audit a) from session s join access_token t using (token_hash)',
  );
  expect(rows).toMatchObject([{ token_hash: hash('sha256', secret) }]);
  expect(JSON.stringify(rows)).not.toContain(secret.slice(10));
  const { data } = await fixture.run<any>('analyst', TOKENS);
  expect(data.tokens).toMatchObject([
    { name: '统计程序', prefix: secret.slice(0, 10), state: 'IN_FORCE', usedOn: null },
  ]);
  expect(JSON.stringify(data)).not.toContain(secret.slice(10));
});

test('a program reads over both transports what its owner sees, and is told what it cost', async () => {
  const names = (body: any) => body.data.reports.edges.map(({ node }: any) => node.unit.name);
  const [ofCounty, ofTownship] = [(await made(fixture, 'analyst')).secret, (await made(fixture, 'clerk')).secret];
  for (const ask of [
    (token: string) => asking(server, token)(REPORTS),
    (token: string) => bySocket(server, token, { query: REPORTS }),
  ]) {
    const all = await ask(ofCounty);
    expect(names(all)).toHaveLength(2);
    expect(names(await ask(ofTownship))).toHaveLength(1);
    expect(all.extensions).toEqual({ cost: { asked: 10, most: LIMITS.token.cost } });
  }
  const signedIn = await asking(server, await server.signIn('analyst'))(REPORTS);
  expect([names(signedIn).length, signedIn.extensions]).toEqual([2, undefined]);
});

test('a scope says where a program may begin, through whatever fragments', async () => {
  const { secret } = await made(fixture, 'county', ['TABLES']);
  const ask = asking(server, secret);
  expect(codeOf(await ask(COUNTS))).toBe('OK');
  expect(
    codeOf(await ask('{ viewer { level } places(first: 1) { edges { cursor } } __schema { queryType { name } } }')),
  ).toBe('OK');
  const hidden = 'query { ...A } fragment A on Query { ... on Query { r: reports(first: 1) { edges { cursor } } } }';
  for (const query of [REPORTS, hidden, `{ trayCounts { todo } reports(first: 1) { edges { cursor } } }`]) {
    const refused = await ask(query);
    expect([codeOf(refused), refused.errors[0].message]).toEqual([
      'FORBIDDEN',
      '该令牌未包含读取 reports 所需的 REPORTS',
    ]);
    expect(codeOf(await bySocket(server, secret, { query }))).toBe('FORBIDDEN');
  }
});

test('what no scope names is read by no token: nothing of an account, of contacts, of what rings', async () => {
  const scope = fixture.scope('county');
  scope.become({ ...fixture.rights('county'), tokenScopes: TOKEN_SCOPES });
  const opens = (field: string) => {
    try {
      checkProgram({ schema: contract(), document: parse(`{ ${field} }`) }, scope);
      return true;
    } catch {
      return false;
    }
  };
  const fields = Object.keys(contract().getQueryType()?.getFields() ?? {});
  expect(fields.filter(opens).sort()).toEqual([
    ...['accountabilityByKind', 'calendarConfirmedThrough', 'calendarDays', 'caseCounts', 'censureCounts'],
    ...[
      'digest',
      'digests',
      'instructionCounts',
      'measures',
      'orderCounts',
      'paper',
      'place',
      'places',
      'portfolios',
      'report',
    ],
    ...[
      'reportCounts',
      'reportPivot',
      'reportStateCounts',
      'reports',
      'revisitCounts',
      'searchPapers',
      'searchReports',
    ],
    ...['supervisionByUnit', 'table', 'tableRows', 'terms', 'themeCounts', 'trayCounts', 'unit', 'units', 'viewer'],
  ]);
});

test('a token changes nothing, mints and ends nothing, listens to nothing and opens no file, over either transport', async () => {
  const { secret, token } = await made(fixture, 'county');
  const deeds: [string, Record<string, unknown>?][] = [
    [CREATE, { name: '又一个', scopes: ['REPORTS'] }],
    [REVOKE, { id: token.id }],
    ['mutation { signOut }'],
    ['mutation { signOutEverywhere }'],
    ['mutation ($post: ID!) { choosePost(post: $post) { level } }', { post: fixture.rights('county').postId }],
    ['mutation ($ids: [ID!]!) { triageReports(ids: $ids) { ok } }', { ids: [] }],
    ['query { tokens { id } }'],
    ['query { sessions { id } }'],
  ];
  for (const [query, variables] of deeds) {
    expect([query, codeOf(await asking(server, secret)(query, variables))]).toEqual([query, 'FORBIDDEN']);
    expect([query, codeOf(await bySocket(server, secret, { query, variables }))]).toEqual([query, 'FORBIDDEN']);
  }
  const saying = async (query: string) => (await bySocket(server, secret, { query })).errors[0].message;
  expect(await saying('mutation { signOut }')).toBe('访问令牌只能读取，不能做任何更改');
  expect(await saying('subscription { changes { cursor } }')).toBe('访问令牌不能订阅，请定时查询');
  const file = await fetch(`${server.address}/files/digests/${token.id}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(file.status).toBe(403);
  expect((await fixture.admin.query('select count(*)::int as n from access_token')).rows).toEqual([{ n: 1 }]);
  expect(codeOf(await asking(server, secret)(COUNTS))).toBe('OK');
});

test('the database too lets a program change nothing', async () => {
  const { secret } = await made(fixture, 'county');
  const rights = await findRights(fixture.database, hash('sha256', secret));
  expect(rights).toMatchObject({ personId: fixture.rights('county').personId, tokenScopes: TOKEN_SCOPES });
  const scope = new Scope(fixture.database, rights, { ...fixture.scope('county').caller });
  await expect(scope.rows(`update report set content = 'x'`)).rejects.toMatchObject({ code: '25006' });
  await scope.end('rollback');
  const own = fixture.scope('county');
  await own.rows('update report set version = version');
  await own.end('rollback');
});

test('making, first use of a day and ending stand in the audit, and the owner sees the last day of use', async () => {
  const { secret, token } = await made(fixture, 'analyst', ['REPORTS']);
  for (let i = 0; i < 3; i++) await asking(server, secret)(REPORTS);
  const used = async () => (await fixture.run<any>('analyst', TOKENS)).data.tokens[0].usedOn;
  for (let i = 0; i < 50 && !(await used()); i++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await used()).toBe(dayOf(new Date()));
  await fixture.run('analyst', REVOKE, { id: token.id });
  const { rows } = await fixture.admin.query(
    'select deed, note, detail, actor_role, ears from audit where subject_id = $1 order by at',
    [token.id],
  );
  expect(rows).toMatchObject([
    { deed: 'createToken', note: '统计程序', detail: { scopes: ['REPORTS'] }, actor_role: 'ANALYST', ears: 'UNIT' },
    { deed: 'useToken', note: '统计程序', actor_role: 'ANALYST', ears: 'UNIT' },
    { deed: 'revokeToken', note: '统计程序', actor_role: 'ANALYST', ears: 'UNIT' },
  ]);
});

test('an operation of a program may cost less than its owner’s, and its refusal tells what it would', async () => {
  const dear = `{ ${'abcdefg'.replace(/./g, (a) => `${a}: trayCounts { todo } `)} }`;
  const { secret } = await made(fixture, 'county');
  const refused = await asking(server, secret)(dear);
  expect(codeOf(refused)).toBe('BAD_INPUT');
  expect(refused.errors[0].message).toContain(`上限为 ${LIMITS.token.cost}`);
  expect(refused.extensions.cost.asked).toBeGreaterThan(LIMITS.token.cost);
  expect(codeOf(await asking(server, await server.signIn('county'))(dear))).toBe('OK');
});

test('a program has a pace of its own, half of its owner’s, and never keeps them waiting', () => {
  const owner = fixture.rights('county');
  const program = { ...owner, tokenHash: 'h', tokenScopes: TOKEN_SCOPES };
  const pace = new Pace(10);
  const atOnce = (rights: typeof owner) => {
    const stream = { destroyed: false, destroy: () => stream } as never;
    let n = 0;
    while (n < 1_000 && pace.enter(comerOf(rights, null), 1, stream) === undefined) n++;
    return n;
  };
  const [byProgram, byOwner] = [atOnce(program), atOnce(owner)];
  expect([byProgram, byOwner]).toEqual([26, 51]);
});
