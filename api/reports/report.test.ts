import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COUNTY, code, draft, type Fixture, startFixture, submitted } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SUBMIT =
  'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { clientId isNew report { id no state version line reporter { code name unitName } place { fullName } } } }';
const STATE =
  'query ($id: ID!) { report(id: $id) { state version viewerCanTriage viewerCanReturn timeline { deed actorName toState } reporter { name code } } }';
const codes = (result: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  result.errors?.map((error) => error.extensions.code);

test('the same draft sent twice, even at once, is stored once and gets the same receipt', async () => {
  const one = draft('officer');
  const results = await Promise.all(
    Array.from({ length: 6 }, () => fixture.run<any>('officer', SUBMIT, { draft: one })),
  );
  const receipts = results.map((result) => result.data?.submitReport);
  expect(new Set(receipts.map((receipt) => receipt.report.id)).size).toBe(1);
  expect(receipts.filter((receipt) => receipt.isNew)).toHaveLength(1);
});

test('the same client id with other content is a conflict, and the first is kept', async () => {
  const one = draft('officer');
  await fixture.run('officer', SUBMIT, { draft: one });
  const again = await fixture.run('officer', SUBMIT, {
    draft: { ...one, content: `${one.content}又及：学校也缺水。` },
  });
  expect(codes(again)).toEqual(['CONFLICT']);
});

test("somebody else's client id behaves like an unused one", async () => {
  const one = draft('officer');
  await fixture.run('officer', SUBMIT, { draft: one });
  const other = await fixture.run<any>('officer2', SUBMIT, { draft: one });
  expect(other.data?.submitReport.isNew).toBe(true);
});

test('a report outside the officer’s area needs a reason, and personal data must be masked: both guards are named', async () => {
  const result = await fixture.run('officer', SUBMIT, {
    draft: draft('officer', {
      place: '990101101202000',
      content: '请联系十三组张某，电话13812345678，反映机井干涸多日的情况。',
    }),
  });
  expect(codes(result)).toEqual(['REFUSED']);
  expect(result.errors?.[0]?.extensions.unmet).toEqual(['outsideArea', 'personalData']);
});

test('a refused mutation leaves nothing behind', async () => {
  const before = await fixture.admin.query(
    'select (select count(*) from report) r, (select count(*) from event) e, (select count(*) from audit) a',
  );
  await fixture.run('officer', SUBMIT, { draft: draft('officer', { topic: 'NOWHERE' }) });
  const after = await fixture.admin.query(
    'select (select count(*) from report) r, (select count(*) from event) e, (select count(*) from audit) a',
  );
  expect(after.rows).toEqual(before.rows);
});

test('a township clerk accepts a report of its villages; the timeline tells who did what', async () => {
  const id = await submitted(fixture, 'officer');
  const triaged = await fixture.run<any>(
    'clerk',
    'mutation ($id: ID!) { triageReport(id: $id, version: 1) { state viewerCanTriage } }',
    { id },
  );
  expect(triaged.data?.triageReport).toEqual({ state: 'TRIAGED', viewerCanTriage: false });
  const { data } = await fixture.run<any>('officer', STATE, { id });
  expect(data.report.timeline.map((step: any) => [step.deed, step.actorName])).toEqual([
    ['submit', '测试·officer'],
    ['triage', '测试·clerk'],
  ]);
});

test('a report sent direct is invisible to the township, whole to the county, and its reporter stays a code', async () => {
  const id = await submitted(fixture, 'officer', { line: 'DIRECT' });
  expect(codes(await fixture.run('clerk', STATE, { id }))).toEqual(['NOT_FOUND']);
  const { data } = await fixture.run<any>('county', STATE, { id });
  expect(data.report.reporter).toEqual({ name: null, code: 'XXY-officer' });
  expect(data.report.timeline[0].actorName).toBeNull();
});

test('a clerk may send direct past the own station, and still sees and withdraws it as its author', async () => {
  const id = await submitted(fixture, 'clerk', { line: 'DIRECT', place: '990101101000000' });
  expect((await fixture.run<any>('clerk', STATE, { id })).data?.report.state).toBe('SUBMITTED');
  expect(codes(await fixture.run('townLeader', STATE, { id }))).toEqual(['NOT_FOUND']);
  const gone = await fixture.run<any>(
    'clerk',
    'mutation ($id: ID!) { withdrawReport(id: $id, version: 1) { state } }',
    { id },
  );
  expect(gone.data?.withdrawReport.state).toBe('WITHDRAWN');
});

test('an accusation is seen by its author and the discipline desk alone', async () => {
  const id = await submitted(fixture, 'officer', { line: 'SEALED' });
  for (const account of [
    'clerk',
    'county',
    'director',
    'leader',
    'analyst',
    'head',
    'officer2',
    'foreignClerk',
  ] as const)
    expect([account, codes(await fixture.run(account, STATE, { id }))]).toEqual([account, ['NOT_FOUND']]);
  expect((await fixture.run<any>('discipline', STATE, { id })).data?.report.viewerCanTriage).toBe(true);
});

test('two clerks who accept one report at once: one wins, the other is told', async () => {
  const id = await submitted(fixture, 'officer');
  const accept = 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { state } }';
  const results = await Promise.all([fixture.run('clerk', accept, { id }), fixture.run('clerk2', accept, { id })]);
  expect(results.filter((result) => !result.errors)).toHaveLength(1);
  expect(['CONFLICT', 'REFUSED']).toContain(codes(results.find((result) => result.errors) as never)?.[0]);
});

test('a returned report says why and goes back into the queue when sent again', async () => {
  const id = await submitted(fixture, 'officer');
  await fixture.run(
    'clerk',
    'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写明是哪一口井") { state } }',
    { id },
  );
  const { data } = await fixture.run<any>(
    'officer',
    'query ($id: ID!) { report(id: $id) { state returnReason version viewerCanResubmit } }',
    { id },
  );
  expect(data.report).toMatchObject({ state: 'RETURNED', returnReason: '请写明是哪一口井', viewerCanResubmit: true });
  const again = await fixture.run<any>(
    'officer',
    'mutation ($id: ID!, $v: Int!, $draft: ReportDraft!) { resubmitReport(id: $id, version: $v, draft: $draft) { state returnReason content } }',
    {
      id,
      v: data.report.version,
      draft: draft('officer', { content: '村西头三组的二号机井连续三天抽不上水，四十多户吃水困难。' }),
    },
  );
  expect(again.data?.resubmitReport).toMatchObject({
    state: 'SUBMITTED',
    returnReason: null,
    content: '村西头三组的二号机井连续三天抽不上水，四十多户吃水困难。',
  });
});

test('merging keeps every reporter and is undone', async () => {
  const master = await submitted(fixture, 'officer');
  const member = await submitted(fixture, 'officer2');
  const merged = await fixture.run<any>(
    'clerk',
    'mutation ($a: ID!, $b: [ID!]!) { mergeReports(master: $a, members: $b) { ok error { code unmet } report { state master { id } } } }',
    { a: master, b: [member] },
  );
  expect(merged.data?.mergeReports).toEqual([
    { ok: true, error: null, report: { state: 'MERGED', master: { id: master } } },
  ]);
  const counted = await fixture.run<any>(
    'clerk',
    'query ($id: ID!) { report(id: $id) { memberCount members { reporter { name } } } }',
    { id: master },
  );
  expect(counted.data?.report).toEqual({ memberCount: 1, members: [{ reporter: { name: '测试·officer2' } }] });
  const undone = await fixture.run<any>(
    'clerk',
    'mutation ($id: ID!) { unmergeReport(id: $id) { state master { id } } }',
    { id: member },
  );
  expect(undone.data?.unmergeReport).toEqual({ state: 'SUBMITTED', master: null }); // it had not been judged before
});

test('a report of another group of the same village is not merged: it is another place', async () => {
  const group = code(COUNTY, 101, 201, 3);
  await fixture.admin.query(
    `insert into place (county_code, code, name, full_name, level, parent_code, pinyin, initials, valid_from)
     values ($1, $2, '三组', '东关镇 柳林村 三组', 'GROUP', $3, 'sanzu', 'sz', '2020-01-01') on conflict do nothing`,
    [COUNTY, group, code(COUNTY, 101, 201)],
  );
  const [whole, ofGroup, sameGroup] = [
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'officer', { place: String(group) }),
    await submitted(fixture, 'officer2', { place: String(group) }),
  ];
  const MERGE = 'mutation ($a: ID!, $b: [ID!]!) { mergeReports(master: $a, members: $b) { ok error { unmet } } }';
  const apart = await fixture.run<any>('clerk', MERGE, { a: whole, b: [ofGroup] });
  expect(apart.data?.mergeReports).toEqual([{ ok: false, error: { unmet: ['samePlace'] } }]);
  const together = await fixture.run<any>('clerk', MERGE, { a: ofGroup, b: [sameGroup] });
  expect(together.data?.mergeReports).toEqual([{ ok: true, error: null }]);
});

test('two opposite merges at once cannot both win', async () => {
  const [a, b] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer2')];
  const merge = 'mutation ($a: ID!, $b: [ID!]!) { mergeReports(master: $a, members: $b) { ok error { unmet } } }';
  const results = await Promise.all([
    fixture.run<any>('clerk', merge, { a, b: [b] }),
    fixture.run<any>('clerk2', merge, { a: b, b: [a] }),
  ]);
  expect(results.map((result) => result.data?.mergeReports[0].ok).filter(Boolean)).toHaveLength(1);
});

test('a bulk deed answers row by row: what may be done is done, what may not says why', async () => {
  const [own, theirs] = [await submitted(fixture, 'officer'), await submitted(fixture, 'otherOfficer')];
  const { data } = await fixture.run<any>(
    'clerk',
    'mutation ($ids: [ID!]!) { triageReports(ids: $ids) { ok error { code message } } }',
    { ids: [own, theirs] },
  );
  expect(data.triageReports).toEqual([
    { ok: true, error: null },
    { ok: false, error: { code: 'NOT_FOUND', message: '未找到该信息' } },
  ]);
  expect((await fixture.run<any>('clerk', STATE, { id: own })).data?.report.state).toBe('TRIAGED');
});

test('a clerk cannot judge a report of their own', async () => {
  const id = await submitted(fixture, 'clerk', { place: '990101101000000' });
  const { errors } = await fixture.run('clerk', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { state } }', {
    id,
  });
  expect(errors?.[0]?.extensions.unmet).toContain('fourEyes');
});

test('nobody signed in is UNAUTHENTICATED, a wrong role is FORBIDDEN', async () => {
  expect(codes(await fixture.run(null, '{ reports { edges { node { id } } } }'))).toEqual(['UNAUTHENTICATED']);
  expect(codes(await fixture.run('admin', '{ reports { edges { node { id } } } }'))).toEqual(['FORBIDDEN']);
});
