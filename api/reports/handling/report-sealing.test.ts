import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, draft, type Fixture, startFixture, submitted } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const READ = '{ reports(first: 200) { edges { node { id line topic { code } reporter { name } } } } }';
const seen = async (account: Account): Promise<string[]> =>
  ((await fixture.run<any>(account, READ)).data?.reports.edges ?? []).map(({ node }: any) => node.id);
const SUBMIT = `mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { isNew wasSealed report { id line } } }`;
const BARE = `mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { clientId isNew wasSealed report { id no } } }`;
const TRIAGE = `mutation ($id: ID!, $topic: ID) { triageReport(id: $id, version: 1, topic: $topic) { id line state version topic { code } } }`;
const lineOf = async (id: string) =>
  (await fixture.admin.query('select line, state, topic_code as topic from report where id = $1', [id])).rows[0];

test('an accusation is sealed whatever line its author chose, and the receipt says so', async () => {
  for (const line of ['LINE', 'DIRECT']) {
    const { data } = await fixture.run<any>('officer', SUBMIT, { draft: draft('officer', { topic: 'CONDUCT', line }) });
    expect(data.submitReport).toMatchObject({ isNew: true, wasSealed: true, report: { line: 'SEALED' } });
    const { id } = data.submitReport.report;
    for (const account of ['head', 'clerk', 'county', 'leader', 'analyst'] as const)
      expect(await seen(account)).not.toContain(id);
    for (const account of ['officer', 'discipline'] as const) expect(await seen(account)).toContain(id);
  }
});

test('an accusation is sealed too when reports are stored together, and sent again it has the same receipt', async () => {
  await submitted(fixture, 'officer'); // from now on this process knows the place and the calendar
  const sent = draft('officer', { topic: 'CONDUCT' });
  const before = fixture.database.statements;
  const first = await fixture.run<any>('officer', BARE, { draft: sent });
  expect(fixture.database.statements - before).toBe(1);
  const again = await fixture.run<any>('officer', BARE, { draft: sent });
  expect(first.data.submitReport).toMatchObject({ isNew: true, wasSealed: true });
  expect(again.data.submitReport).toMatchObject({ isNew: false, wasSealed: true });
  expect(await lineOf(first.data.submitReport.report.id)).toMatchObject({ line: 'SEALED' });
});

test('a report of another topic keeps its line, and one chosen to be sealed was not sealed by the topic', async () => {
  const plain = await fixture.run<any>('officer', SUBMIT, { draft: draft('officer') });
  expect(plain.data.submitReport).toMatchObject({ wasSealed: false, report: { line: 'LINE' } });
  const chosen = await fixture.run<any>('officer', SUBMIT, {
    draft: draft('officer', { line: 'SEALED', topic: 'CONDUCT' }),
  });
  expect(chosen.data.submitReport).toMatchObject({ wasSealed: false, report: { line: 'SEALED' } });
});

test.each(['clerk', 'county'] as const)(
  'a topic changed to an accusation by %s seals the report with its history',
  async (desk) => {
    const id = await submitted(fixture, 'officer', {
      content: `${desk}：村民反映低保名额由村干部亲属占用，要求公开评议结果并重新核查。`,
    });
    expect(await seen('head')).toContain(id);
    const { data, errors } = await fixture.run<any>(desk, TRIAGE, { id, topic: 'CONDUCT' });
    expect(errors).toBeUndefined();
    expect(data.triageReport).toMatchObject({
      line: 'SEALED',
      state: 'SUBMITTED',
      version: 2,
      topic: { code: 'CONDUCT' },
    });
    expect(await lineOf(id)).toEqual({ line: 'SEALED', state: 'SUBMITTED', topic: 'CONDUCT' });
    for (const account of ['head', 'clerk', 'townLeader', 'county', 'leader'] as const)
      expect(await seen(account)).not.toContain(id);
    for (const account of ['officer', 'discipline'] as const) expect(await seen(account)).toContain(id);
    const { rows } = await fixture.admin.query(
      `select distinct line from audit where subject_id = $1 union all select line from report_search where report_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ line: 'SEALED' }, { line: 'SEALED' }]);
    const told = await fixture.admin.query(`select line from event where subject_id = $1 and kind = 'REPORT_SEALED'`, [
      id,
    ]);
    expect(told.rows).toEqual([{ line: 'LINE' }]); // whoever had it on a screen hears that it goes
    const judged = await fixture.run<any>(
      'discipline',
      `mutation ($id: ID!) { triageReport(id: $id, version: 2) { state } }`,
      { id },
    );
    expect(judged.data.triageReport).toEqual({ state: 'TRIAGED' });
  },
);

test('what was merged into a report that turns out to accuse somebody is sealed with it', async () => {
  const [master, member] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  const MERGE = 'mutation ($master: ID!, $members: [ID!]!) { mergeReports(master: $master, members: $members) { ok } }';
  expect((await fixture.run<any>('clerk', MERGE, { master, members: [member] })).data.mergeReports).toEqual([
    { ok: true },
  ]);
  expect((await fixture.run('clerk', TRIAGE, { id: master, topic: 'CONDUCT' })).errors).toBeUndefined();
  for (const account of ['head', 'clerk', 'county'] as const) expect(await seen(account)).not.toContain(member);
  expect(await lineOf(member)).toEqual({ line: 'SEALED', state: 'MERGED', topic: 'CONDUCT' });
  const { rows } = await fixture.admin.query(
    `select line from report_search where report_id = $1 union all select distinct line from audit where subject_id = $1
     union all select line from event where subject_id = $1 and kind = 'REPORT_SEALED'`,
    [member],
  );
  expect(rows.map(({ line }) => line)).toEqual(['SEALED', 'SEALED', 'LINE']);
});

test('a returned report that comes back as an accusation is sealed with its history', async () => {
  const id = await submitted(fixture, 'officer');
  await fixture.run('clerk', `mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写清楚") { id } }`, {
    id,
  });
  const RESUBMIT = `mutation ($id: ID!, $draft: ReportDraft!) { resubmitReport(id: $id, version: 2, draft: $draft) { line } }`;
  const { data } = await fixture.run<any>('officer', RESUBMIT, { id, draft: draft('officer', { topic: 'CONDUCT' }) });
  expect(data.resubmitReport).toEqual({ line: 'SEALED' });
  expect(await seen('clerk')).not.toContain(id);
  const { rows } = await fixture.admin.query('select distinct line from audit where subject_id = $1', [id]);
  expect(rows).toEqual([{ line: 'SEALED' }]);
});

test('nobody seals what is out of their sight, and the history of what is not sealed stays as it is', async () => {
  const id = await submitted(fixture, 'otherOfficer');
  const refused = await fixture.run<any>('clerk', TRIAGE, { id, topic: 'CONDUCT' });
  expect(refused.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  const scope = fixture.scope('clerk');
  await expect(scope.rows('select app.seal_report($1, $2)', [id, 'CONDUCT'])).rejects.toThrow('nothing to seal');
  await scope.end('rollback');
  const author = fixture.scope('otherOfficer');
  await expect(author.rows('select app.seal_history($1)', [id])).rejects.toThrow('not sealed');
  await author.end('rollback');
  expect(await lineOf(id)).toMatchObject({ line: 'LINE' });
});

test('what stands below a topic of accusations is one too', async () => {
  const SAVE = 'mutation ($term: TermInput!) { saveTerm(term: $term) { code isAccusation } }';
  const term = { kind: 'TOPIC', code: 'GRAFT', name: '贪占', nameEn: 'Graft', parentCode: 'CONDUCT' };
  const { data } = await fixture.run<any>('admin', SAVE, { term });
  expect(data.saveTerm).toEqual({ code: 'GRAFT', isAccusation: true });
});

test('a topic made an accusation later seals what nobody has judged, with its history; what a desk has judged stays', async () => {
  const SAVE = 'mutation ($term: TermInput!) { saveTerm(term: $term) { isAccusation } }';
  const term = (changes: object) => ({ kind: 'TOPIC', code: 'LAND', name: '征地', nameEn: 'Land', ...changes });
  await fixture.run('admin', SAVE, { term: term({}) });
  await fixture.run('admin', SAVE, { term: term({ code: 'LOT', name: '宅基地', nameEn: 'Lots', parentCode: 'LAND' }) });
  const sent = (topic: string) => submitted(fixture, 'officer', { topic });
  const [waiting, below, urgent, returned, master, member, judged] = await Promise.all(
    ['LAND', 'LOT', 'LAND', 'LAND', 'LAND', 'LAND', 'LAND'].map(sent),
  );
  const clerk = (deed: string) => fixture.run<any>('clerk', `mutation { ${deed} }`);
  await clerk(`flagUrgent(id: "${urgent}", version: 1) { id }`);
  await clerk(`returnReport(id: "${returned}", version: 1, reason: "请写清楚") { id }`);
  await clerk(`mergeReports(master: "${master}", members: ["${member}"]) { ok }`);
  await clerk(`triageReport(id: "${judged}", version: 1) { id }`);
  const open = [waiting, below, urgent, returned, master];

  const COUNT = '{ countToSeal(topic: "LAND") }';
  expect((await fixture.run<any>('admin', COUNT)).data).toEqual({ countToSeal: open.length });
  expect((await fixture.run<any>('clerk', COUNT)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  const saved = await fixture.run<any>('admin', SAVE, { term: term({ isAccusation: true }) });
  expect(saved).toEqual({ data: { saveTerm: { isAccusation: true } } });
  expect((await fixture.run<any>('admin', COUNT)).data).toEqual({ countToSeal: 0 });

  const sealed = [...open, member];
  for (const account of ['head', 'clerk', 'county', 'leader'] as const) {
    const list = await seen(account);
    expect(list.filter((id) => sealed.includes(id))).toEqual([]);
    expect(list).toContain(judged);
  }
  for (const account of ['officer', 'discipline'] as const)
    expect(await seen(account)).toEqual(expect.arrayContaining(sealed));
  expect(await Promise.all([waiting, below, urgent, returned].map((id) => lineOf(id as string)))).toEqual([
    { line: 'SEALED', state: 'SUBMITTED', topic: 'LAND' },
    { line: 'SEALED', state: 'SUBMITTED', topic: 'LOT' },
    { line: 'SEALED', state: 'URGENT', topic: 'LAND' },
    { line: 'SEALED', state: 'RETURNED', topic: 'LAND' },
  ]);
  const traces = await fixture.admin.query(
    `select 'audit' as of, line, count(*)::int as n from audit where deed = 'seal' and actor_role = 'ADMIN' and subject_id = any($1::uuid[]) group by line
     union all select 'history', line, count(distinct subject_id)::int from audit where subject_id = any($1::uuid[]) group by line
     union all select 'words', line, count(*)::int from report_search where report_id = any($1::uuid[]) group by line
     union all select 'event', line, count(*)::int from event where kind = 'REPORT_SEALED' and subject_id = any($1::uuid[]) group by line`,
    [sealed],
  );
  expect(traces.rows).toEqual([
    { of: 'audit', line: 'SEALED', n: 6 },
    { of: 'history', line: 'SEALED', n: 6 },
    { of: 'words', line: 'SEALED', n: 6 },
    { of: 'event', line: 'LINE', n: 6 },
  ]);
});
