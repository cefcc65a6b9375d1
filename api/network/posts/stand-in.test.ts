import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays } from '@lxq/schema/calendar.ts';
import { type Answer, asking } from '../../testing/answers.ts';
import { type Account, draft, type Fixture, idOf, startFixture, submitted, UNITS } from '../../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../../testing/server.ts';
import { NAME_STAND_IN, standIn, standingIn, today } from '../../testing/standing-in.ts';

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
beforeEach(async () => {
  await fixture.admin.query('delete from stand_in');
  await fixture.admin.query('delete from sign_in_failure');
});

const END = 'mutation ($id: ID!, $version: Int!) { endStandIn(id: $id, version: $version) { id endedAt version } }';
const run: ReturnType<typeof asking> = (...asked) => asking(fixture)(...asked);

test('the holder of a post names who stands in, an administrator does, and nobody else', async () => {
  expect(await run('leader', NAME_STAND_IN, standIn('leader', 'leader2'))).toMatchObject({
    ...{ validFrom: today, reason: '外出学习', endedAt: null, person: { name: '测试·leader2' } },
  });
  expect(await run('clerk', NAME_STAND_IN, standIn('clerk', 'clerk2'))).toMatchObject({ version: 1 });
  expect(await run('admin', NAME_STAND_IN, standIn('director', 'county'))).toMatchObject({ version: 1 });
  for (const account of ['director', 'county2', 'leader2'] as const)
    expect([account, await run(account, NAME_STAND_IN, standIn('county', 'county2'))]).toMatchObject([
      account,
      { unmet: ['holder'] },
    ]);
  expect(await run('otherClerk', NAME_STAND_IN, standIn('clerk', 'otherClerk'))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await run('officer', NAME_STAND_IN, standIn('officer', 'officer2'))).toMatchObject({ code: 'FORBIDDEN' });
});

test.each<[string, Account, object]>([
  ['an officer’s post', 'officer', {}],
  ['the discipline desk', 'discipline', {}],
  ['an administrator’s post', 'admin', {}],
])('nobody stands in for %s', async (_what, post) => {
  expect(await run('admin', NAME_STAND_IN, standIn(post, 'county2'))).toMatchObject({ unmet: ['role'] });
});

test.each<[string, object, string]>([
  ['from yesterday on', { validFrom: addDays(today, -1) }, 'validFrom'],
  ['for ninety-one days', { validTo: addDays(today, 90) }, 'validTo'],
  ['backwards', { validTo: addDays(today, -1) }, 'validTo'],
  ['without a reason', { reason: '　' }, 'reason'],
  ['with an endless one', { reason: '由'.repeat(201) }, 'reason'],
  ['by the holder', { person: idOf('county') }, 'person'],
  ['by somebody of another county', { person: idOf('foreignClerk') }, 'person'],
  ['by nobody', { person: "'; drop table post" }, 'person'],
])('it is not lent %s', async (_what, change, field) => {
  expect(await run('admin', NAME_STAND_IN, standIn('county', 'county2', change))).toMatchObject({
    code: 'BAD_INPUT',
    field,
  });
  expect(
    await run('admin', NAME_STAND_IN, standIn('county', 'county2', { validTo: addDays(today, 89) })),
  ).toMatchObject({
    version: 1,
  });
});

test('an administrator makes nobody of themselves: neither by a deed nor in SQL', async () => {
  for (const person of [idOf('admin'), idOf('admin').toUpperCase()])
    expect(await run('admin', NAME_STAND_IN, standIn('director', 'county', { person }))).toMatchObject({
      ...{ code: 'REFUSED', unmet: ['own'] },
      message: expect.stringContaining('另一位管理员'),
    });
  const { id } = await run('admin', NAME_STAND_IN, standIn('director', 'county'));
  for (const text of [
    `update stand_in set person_id = app.person() where id = '${id}'`,
    `insert into stand_in (county_code, id, unit_code, post_id, holder_id, person_id, person_name, valid_from, valid_to, reason)
     select county_code, gen_random_uuid(), unit_code, id, person_id, app.person(), '', app.today(), app.today(), '' from post where id = '${idOf('post/leader')}'`,
  ]) {
    const scope = fixture.scope('admin');
    await expect(scope.rows(text)).rejects.toMatchObject({ code: '42501' });
    await scope.end('rollback');
  }
});

test('one at a time: the second is refused with who it is, of two at once one wins, and ended early the next may begin', async () => {
  const both = await Promise.all([
    run('county', NAME_STAND_IN, standIn('county', 'county2')),
    run(
      'admin',
      NAME_STAND_IN,
      standIn('county', 'director', { validFrom: addDays(today, 10), validTo: addDays(today, 11) }),
    ),
  ]);
  const won = both.find(({ id }) => id) as Answer;
  expect(both.find(({ code }) => code)).toMatchObject({
    unmet: ['taken'],
    message: expect.stringContaining(won.person.name),
  });
  const ends = await Promise.all([run('county', END, won), run('admin', END, won)]);
  expect(ends.filter(({ endedAt }) => endedAt)).toHaveLength(1);
  expect(await run('county', NAME_STAND_IN, standIn('county', 'analyst'))).toMatchObject({ version: 1 });
  expect(await run('director', END, won)).toMatchObject({ code: 'REFUSED' });
});

test('a stand-in signs in as themselves, switches to the post, and has its rights: what is the holder’s is theirs to see', async () => {
  await run('admin', NAME_STAND_IN, standIn('leader', 'otherClerk'));
  const id = await submitted(fixture, 'officer', { urgency: 'HIGH' });
  const { ask, chosen } = await standingIn(server, 'otherClerk', 'leader');
  expect(chosen).toEqual({ level: 'COUNTY' });
  const viewer = await ask(
    '{ viewer { person { name } standsInFor { name } screens post { role viewerStandsIn personName } posts { role viewerStandsIn } } }',
  );
  expect(viewer).toEqual({
    ...{ person: { name: '测试·otherClerk' }, standsInFor: { name: '测试·leader' } },
    screens: ['leader', 'search'],
    post: { role: 'LEADER', viewerStandsIn: true, personName: '测试·leader' },
    posts: [
      { role: 'TOWNSHIP_CLERK', viewerStandsIn: false },
      { role: 'LEADER', viewerStandsIn: true },
    ],
  });
  const alerts = await ask('{ alerts(first: 5) { edges { node { report { id } } } } }');
  expect(alerts.edges.map(({ node }: any) => node.report.id)).toContain(id);
});

test('what a stand-in does is the holder’s deed, and its line says who acted; it stays when the time is over', async () => {
  await run('admin', NAME_STAND_IN, standIn('clerk', 'otherClerk'));
  const id = await submitted(fixture, 'officer');
  const { ask } = await standingIn(server, 'otherClerk', 'clerk');
  const TRIAGE = 'mutation ($id: ID!, $version: Int!) { triageReport(id: $id, version: $version) { state } }';
  expect(await ask(TRIAGE, { id, version: 1 })).toEqual({ state: 'TRIAGED' });
  const STEPS =
    'query ($id: ID!) { report(id: $id) { timeline { deed actorName actedByName actorRole actorUnitCode } } }';
  const { timeline } = await run('clerk2', STEPS, { id });
  expect(timeline.at(-1)).toEqual({
    ...{ deed: 'triage', actorName: '测试·clerk', actedByName: '测试·otherClerk' },
    ...{ actorRole: 'TOWNSHIP_CLERK', actorUnitCode: String(UNITS.east) },
  });
  // The holder takes it back: it is their deed.
  const UNDO = 'mutation ($ids: [ID!]!) { untriageReports(ids: $ids) { ok } }';
  expect(await run('clerk', UNDO, { ids: [id] })).toEqual({ 0: { ok: true } });
});

test('a stand-in reports nothing in the holder’s name, and sees nothing that the holder wrote as an author', async () => {
  await run('admin', NAME_STAND_IN, standIn('clerk', 'otherClerk'));
  const sealed = await submitted(fixture, 'clerk', { line: 'SEALED' });
  const direct = await submitted(fixture, 'clerk', { line: 'DIRECT' });
  const { ask } = await standingIn(server, 'otherClerk', 'clerk');
  for (const id of [sealed, direct])
    expect(await ask('query ($id: ID!) { report(id: $id) { id } }', { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await ask('{ reports(filter: { mine: true }, first: 9) { edges { node { id } } } }')).toEqual({ edges: [] });
  const SEND = 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { isNew } }';
  expect(await ask(SEND, { draft: draft('clerk') })).toMatchObject({ code: 'REFUSED', unmet: ['standIn'] });
});

test('a stand-in passes the post on to nobody, and prolongs nothing', async () => {
  const { id, version } = await run('admin', NAME_STAND_IN, standIn('county', 'analyst'));
  const { ask } = await standingIn(server, 'analyst', 'county');
  const next = standIn('county', 'leader', { validFrom: addDays(today, 20), validTo: addDays(today, 30) });
  expect(await ask(NAME_STAND_IN, next)).toMatchObject({ unmet: ['holder'] });
  expect(await ask(END, { id, version })).toMatchObject({ unmet: ['holder'] });
});

test('somebody chooses only a post that they stand in for today', async () => {
  const other = await standingIn(server, 'analyst', 'leader');
  expect(other.chosen).toMatchObject({ code: 'NOT_FOUND' });
  await run('admin', NAME_STAND_IN, standIn('leader', 'analyst', { validFrom: addDays(today, 1) }));
  expect((await standingIn(server, 'analyst', 'leader')).chosen).toMatchObject({ code: 'NOT_FOUND' });
  expect(await other.ask('{ viewer { posts { role } } }')).toEqual({ posts: [{ role: 'ANALYST' }] });
});

test('ended early, sessions and sockets under the post are over within five seconds, and the stand-in’s others are not', async () => {
  const { id, version } = await run('admin', NAME_STAND_IN, standIn('leader', 'analyst'));
  const { token, ask } = await standingIn(server, 'analyst', 'leader');
  const own = await server.signIn('analyst');
  const socket = await new RawClient().open(server, { token });
  await socket.next('connection_ack');
  socket.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { changes { kind } }' } });
  const begun = Date.now();
  await run('leader', END, { id, version });
  expect(await ask('{ viewer { level } }')).toEqual({});
  expect(await socket.closed).toEqual([4401, 'UNAUTHENTICATED']);
  expect(Date.now() - begun).toBeLessThan(5_000);
  const { body } = await server.post({ query: '{ viewer { level } }' }, { authorization: `Bearer ${own}` });
  expect(body.data).toEqual({ viewer: { level: 'COUNTY' } });
}, 20_000);

test('colleagues are whom one works with, and never officers', async () => {
  const named = async (account: Account) =>
    (await fixture.run<any>(account, '{ colleagues { name } }')).data.colleagues.map(({ name }: any) => name);
  expect(await named('clerk')).toEqual(['测试·clerk2', '测试·townLeader']);
  expect(await named('head')).toEqual([]);
});
