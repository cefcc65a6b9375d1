import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { type Account, type Fixture, idOf, manyReports, startFixture, submitted } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SHOWN =
  'id assignment { postId personName isGone isMine version } urge { text byName readAt againAt } viewerCanAssign viewerCanNote viewerCanUrge timeline { deed note actorName }';
const LOOK = `query ($id: ID!) { report(id: $id) { ${SHOWN} } }`;
const ASSIGN = `mutation ($id: ID!, $to: ID!, $version: Int!) { assignReport(id: $id, to: $to, version: $version) { ${SHOWN} } }`;
const UNASSIGN = `mutation ($id: ID!, $version: Int!) { unassignReport(id: $id, version: $version) { ${SHOWN} } }`;
const ASSIGN_MANY =
  'mutation ($ids: [ID!]!, $to: ID!) { assignReports(ids: $ids, to: $to) { id ok error { code unmet } } }';
const NOTE = `mutation ($id: ID!, $text: String!) { noteOnReport(id: $id, text: $text) { ${SHOWN} } }`;
const URGE =
  'mutation ($ids: [ID!]!, $text: String) { urgeReports(ids: $ids, text: $text) { id ok error { code message unmet } } }';
const READ = `mutation ($id: ID!) { readUrge(id: $id) { ${SHOWN} } }`;
const LIST =
  'query ($assigned: Assigned, $first: Int = 200) { reports(filter: { assigned: $assigned }, first: $first) { edges { node { id assignment { personName isGone } urge { readAt } } } } trayCounts(filter: { assigned: $assigned }) { todo } }';

const postOf = (account: Account) => idOf(`post/${account}`);
const look = async (account: Account, id: string) => (await ask(fixture, account, LOOK, { id })).report;
const deedsSeen = async (account: Account, id: string) =>
  (await look(account, id)).timeline.map(({ deed }: any) => deed);
const listed = async (account: Account, assigned: string) => {
  const { reports, trayCounts } = await ask(fixture, account, LIST, { assigned });
  expect(trayCounts.todo).toBe(reports.edges.length); // all of these wait
  return reports.edges.map(({ node }: any) => node.id);
};
/** Whose of these accounts hear of it: events as each of them may read them. */
async function heard(kind: string, id: string, accounts: Account[]): Promise<Account[]> {
  const found: Account[] = [];
  for (const account of accounts) {
    const scope = fixture.scope(account);
    const rows = await scope.rows('select 1 from event where county_code = $1 and kind = $2 and subject_id = $3', [
      ...[scope.county, kind, id],
    ]);
    await scope.end('commit');
    if (rows.length) found.push(account);
  }
  return found;
}
const EVERYBODY: Account[] = [
  ...(['officer', 'head', 'clerk', 'clerk2', 'townLeader', 'otherClerk', 'county', 'director'] as const),
  ...(['leader', 'analyst', 'discipline', 'admin'] as const),
];
const STATION: Account[] = ['clerk', 'clerk2', 'townLeader'];

test('a report is assigned to a colleague and taken back: the own station sees it and nobody else', async () => {
  const id = await submitted(fixture, 'officer');
  const { assignReport } = await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk2'), version: 0 });
  expect(assignReport.assignment).toMatchObject({
    personName: '测试·clerk2',
    isGone: false,
    isMine: false,
    version: 1,
  });
  expect((await look('clerk2', id)).assignment).toMatchObject({ isMine: true });
  expect((await look('townLeader', id)).assignment).toMatchObject({ personName: '测试·clerk2' });
  for (const account of ['officer', 'head', 'county', 'leader', 'analyst'] as const) {
    const { assignment, timeline } = await look(account, id);
    expect([assignment, timeline.length]).toEqual([null, 1]);
  }
  expect(await heard('REPORT_ASSIGNED', id, EVERYBODY)).toEqual(STATION);
  const { unassignReport } = await ask(fixture, 'clerk2', UNASSIGN, { id, version: 1 });
  expect(unassignReport.assignment).toBeNull();
  expect(await deedsSeen('clerk', id)).toEqual(['submit', 'assign', 'unassign']);
});

test('county office, station and discipline desk assign the same kind of thing apart from each other', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk'), version: 0 });
  await ask(fixture, 'county', ASSIGN, { id, to: postOf('county2'), version: 0 });
  expect((await look('clerk2', id)).assignment.personName).toBe('测试·clerk');
  expect((await look('director', id)).assignment.personName).toBe('测试·county2');
  const sealed = await submitted(fixture, 'officer', { topic: 'CONDUCT' });
  await ask(fixture, 'discipline', ASSIGN, { id: sealed, to: postOf('discipline'), version: 0 });
  expect((await look('discipline', sealed)).assignment.isMine).toBe(true);
  expect(await heard('REPORT_ASSIGNED', sealed, EVERYBODY)).toEqual(['discipline']);
});

test('of two who assign the same report at once the later is told, and so is whoever takes back an older one', async () => {
  const id = await submitted(fixture, 'officer');
  const both = await Promise.all([
    fixture.run('clerk', ASSIGN, { id, to: postOf('clerk'), version: 0 }),
    fixture.run('clerk2', ASSIGN, { id, to: postOf('clerk2'), version: 0 }),
  ]);
  const codes = both.map(({ errors }) => errors?.[0]?.extensions?.code);
  expect(codes.sort()).toEqual(['CONFLICT', undefined]);
  await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk'), version: 1 });
  expect(await refusal(fixture, 'clerk2', UNASSIGN, { id, version: 1 })).toMatchObject({ code: 'CONFLICT' });
  expect(await refusal(fixture, 'clerk2', ASSIGN, { id, to: postOf('clerk2'), version: 0 })).toMatchObject({
    code: 'CONFLICT',
  });
});

test('only a clerk who holds a post at the own desk now is a colleague', async () => {
  const id = await submitted(fixture, 'officer');
  const { colleagues } = await ask(fixture, 'clerk', '{ colleagues { id personName } }');
  expect(colleagues.map(({ personName }: any) => personName)).toEqual(['测试·clerk', '测试·clerk2']);
  const strangers: Account[] = ['otherClerk', 'townLeader', 'officer', 'county'];
  for (const to of [...strangers.map(postOf), idOf('nobody'), 'no id'])
    expect(await refusal(fixture, 'clerk', ASSIGN, { id, to, version: 0 })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'to',
    });
  const asked = { id, to: postOf('clerk'), version: 0 };
  for (const account of ['officer', 'head', 'townLeader', 'director', 'analyst'] as const)
    expect(await refusal(fixture, account, ASSIGN, asked)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(fixture, 'otherClerk', ASSIGN, { ...asked, to: postOf('otherClerk') })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await refusal(fixture, 'officer', LIST, { assigned: 'ME' })).toMatchObject({ code: 'BAD_INPUT' });
});

test('the queue is narrowed to the own and to what nobody in office has; who has left leaves theirs to be taken over', async () => {
  const [mine, theirs, free] = [
    await submitted(fixture, 'poplarOfficer'),
    await submitted(fixture, 'poplarOfficer'),
    await submitted(fixture, 'poplarOfficer'),
  ];
  await ask(fixture, 'clerk', ASSIGN, { id: mine, to: postOf('clerk'), version: 0 });
  await ask(fixture, 'clerk', ASSIGN, { id: theirs, to: postOf('clerk2'), version: 0 });
  expect(await listed('clerk', 'ME')).toContain(mine);
  expect(await listed('clerk', 'ME')).not.toContain(theirs);
  expect(await listed('clerk', 'NOBODY')).toEqual(expect.arrayContaining([free]));
  expect(await listed('clerk', 'NOBODY')).not.toContain(theirs);
  await fixture.admin.query(`update post set valid_to = app.today() - 1 where id = $1`, [postOf('clerk2')]);
  try {
    expect((await look('clerk', theirs)).assignment).toMatchObject({ isGone: true });
    expect(await listed('clerk', 'NOBODY')).toContain(theirs);
    await ask(fixture, 'clerk', ASSIGN, { id: theirs, to: postOf('clerk'), version: 1 });
    expect((await look('clerk', theirs)).assignment).toMatchObject({ isGone: false, isMine: true, version: 2 });
  } finally {
    await fixture.admin.query('update post set valid_to = null where id = $1', [postOf('clerk2')]);
  }
});

test('many are assigned with a result for each, and what was withdrawn says why not', async () => {
  const [good, withdrawn, hidden] = [
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'otherOfficer'),
  ];
  await ask(fixture, 'officer', 'mutation ($id: ID!) { withdrawReport(id: $id, version: 1) { id } }', {
    id: withdrawn,
  });
  const ids = [good, withdrawn, hidden];
  const { assignReports } = await ask(fixture, 'clerk', ASSIGN_MANY, { ids, to: postOf('clerk') });
  expect(assignReports).toEqual([
    { id: good, ok: true, error: null },
    { id: withdrawn, ok: false, error: { code: 'REFUSED', unmet: ['state'] } },
    { id: hidden, ok: false, error: { code: 'NOT_FOUND', unmet: null } },
  ]);
});

test('a note is read by the own unit alone, never by the author, and keeps nobody from taking back what was done', async () => {
  const id = await submitted(fixture, 'officer');
  const TRIAGE = 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }';
  const UNTRIAGE = 'mutation ($ids: [ID!]!) { untriageReports(ids: $ids) { ok report { state } } }';
  await ask(fixture, 'clerk', TRIAGE, { id });
  await ask(fixture, 'clerk2', NOTE, { id, text: '已电话核实，等水利所回话' });
  for (const account of STATION) expect(await deedsSeen(account, id)).toEqual(['submit', 'triage', 'note']);
  for (const account of ['officer', 'head', 'county', 'director', 'leader', 'analyst'] as const)
    expect(await deedsSeen(account, id)).toEqual(['submit', 'triage']);
  expect(await heard('REPORT_NOTED', id, EVERYBODY)).toEqual(STATION);
  expect((await ask(fixture, 'clerk', UNTRIAGE, { ids: [id] })).untriageReports).toEqual([
    { ok: true, report: { state: 'SUBMITTED' } },
  ]);
  await ask(fixture, 'county', NOTE, { id, text: '拟编入本期' });
  const office: Account[] = ['county', 'director'];
  for (const account of office) expect((await deedsSeen(account, id)).at(-1)).toBe('note');
  for (const account of ['clerk', 'head', 'officer', 'leader', 'analyst'] as const)
    expect((await look(account, id)).timeline.map(({ note }: any) => note)).not.toContain('拟编入本期');
  expect((await heard('REPORT_NOTED', id, EVERYBODY)).sort()).toEqual([...STATION, ...office].sort());
  expect(await refusal(fixture, 'clerk', NOTE, { id, text: ' ' })).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  expect(await refusal(fixture, 'townLeader', NOTE, { id, text: '看过' })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a clerk who wrote a report themselves does not read what their desk notes on it', async () => {
  const id = await submitted(fixture, 'clerk');
  await ask(fixture, 'clerk2', NOTE, { id, text: '与上月反映的是同一处' });
  expect(await deedsSeen('clerk', id)).toEqual(['submit']);
  expect(await deedsSeen('clerk2', id)).toEqual(['submit', 'note']);
});

test('the county office urges a station once a work day; the station sees it, and whoever urged that it was read', async () => {
  const id = await submitted(fixture, 'officer');
  const { urgeReports } = await ask(fixture, 'county', URGE, { ids: [id], text: '群众等水' });
  expect(urgeReports).toEqual([{ id, ok: true, error: null }]);
  expect((await look('clerk', id)).urge).toMatchObject({ text: '群众等水', byName: '测试·county', readAt: null });
  for (const account of ['officer', 'head', 'leader', 'analyst'] as const) {
    const { urge, timeline } = await look(account, id);
    expect([urge, timeline.length]).toEqual([null, 1]);
  }
  expect(await heard('REPORT_URGED', id, EVERYBODY)).toEqual([...STATION, 'county', 'director']);
  const [again] = (await ask(fixture, 'director', URGE, { ids: [id] })).urgeReports;
  expect(again.error).toMatchObject({ code: 'REFUSED', unmet: ['cooldown'] });
  expect(again.error.message).toMatch(/已于 \d{4}-\d\d-\d\d \d\d:\d\d 催办，\d{4}-\d\d-\d\d \d\d:\d\d 后可再次催办/);
  expect((await ask(fixture, 'clerk', READ, { id })).readUrge.urge.readAt).not.toBeNull();
  expect((await look('county', id)).urge.readAt).not.toBeNull();
  await ask(fixture, 'clerk2', READ, { id }); // the first reading counts
  const { rows } = await fixture.admin.query(
    `select count(*)::int as n from event where kind = 'REPORT_URGE_READ' and subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
  await fixture.admin.query(`update urge set urged_at = urged_at - interval '20 days' where subject_id = $1`, [id]);
  expect((await ask(fixture, 'county', URGE, { ids: [id] })).urgeReports[0].ok).toBe(true);
  expect((await look('clerk', id)).urge).toMatchObject({ text: null, readAt: null });
});

test('nobody urges what no station handles or nothing is left to do at, and of two who urge at once one is told', async () => {
  const [direct, done, open] = [
    await submitted(fixture, 'officer', { line: 'DIRECT' }),
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'officer'),
  ];
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请补充") { id } }', {
    id: done,
  });
  const { urgeReports } = await ask(fixture, 'county', URGE, { ids: [direct, done] });
  expect(urgeReports.map(({ error }: any) => error.unmet)).toEqual([['line'], ['state']]);
  const both = await Promise.all(
    (['county', 'county2'] as const).map((account) => ask(fixture, account, URGE, { ids: [open] })),
  );
  expect(both.map(({ urgeReports }) => urgeReports[0].ok).sort()).toEqual([false, true]);
  const long = { ids: [open], text: '急'.repeat(101) };
  expect(await refusal(fixture, 'county2', URGE, long)).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  expect(await refusal(fixture, 'clerk', URGE, { ids: [open] })).toMatchObject({ code: 'FORBIDDEN' });
});

test('what desks put beside a report goes when it is sealed', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk'), version: 0 });
  await ask(fixture, 'clerk', NOTE, { id, text: '疑似反映村干部' });
  await ask(fixture, 'county', URGE, { ids: [id] });
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { triageReport(id: $id, version: 1, topic: "CONDUCT") { line } }', {
    id,
  });
  const { rows } = await fixture.admin.query(
    'select subject_id from assignment where subject_id = $1 union all select subject_id from urge where subject_id = $1',
    [id],
  );
  expect(rows).toEqual([]);
  expect(await deedsSeen('discipline', id)).not.toContain('note');
});

test('a queue of fifty with its assignments costs as many statements as one of five', async () => {
  await manyReports(fixture, 'officer', 60);
  const cost = async (first: number) => {
    const before = fixture.database.statements;
    await ask(fixture, 'clerk', LIST, { assigned: 'NOBODY', first });
    return fixture.database.statements - before;
  };
  await cost(5);
  expect(await cost(50)).toBe(await cost(5));
});
