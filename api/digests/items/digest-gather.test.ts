import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Fixture, idOf, manyReports, startFixture, submitted } from '../../testing/fixture.ts';
import { ask, edited, GATHER, monthsLater, open, refusal, triaged } from '../digest.testing.ts';
import { titleOf } from './digest-gather.service.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_version, digest_receipt, digest_file, instruction cascade',
  );
  await fixture.admin.query(
    `update report set state = 'ARCHIVED', master_id = null, set_aside_at = now(), digested_at = null`,
  );
});

const WATER = idOf('portfolio/water');
const ROAD = idOf('portfolio/road');
const CANDIDATES = `query ($id: ID!, $portfolio: ID, $first: Int, $after: String) { digest(id: $id) {
  candidates(portfolio: $portfolio, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
  candidateCounts { portfolio { id } count } } }`;

test('candidates are the reports of the period that stand in no issue, never an accusation, newest first, by portfolio of their topic', async () => {
  const water = await triaged(fixture);
  const road = await triaged(fixture, { topic: 'ROAD' });
  const loose = await triaged(fixture, { topic: 'LOOSE' });
  const direct = await triaged(fixture, { line: 'DIRECT' });
  await triaged(fixture, { line: 'SEALED' });
  const returned = await submitted(fixture, 'officer');
  await fixture.admin.query(`update report set state = 'RETURNED' where id = $1`, [returned]);
  const member = await triaged(fixture);
  await fixture.admin.query(`update report set state = 'MERGED', master_id = $2 where id = $1`, [member, water]);
  const late = await triaged(fixture);
  await fixture.admin.query(`update report set submitted_at = submitted_at + interval '40 days' where id = $1`, [late]);
  const { id } = await open(fixture);
  const idsOf = async (variables: Record<string, unknown>) =>
    (await ask(fixture, 'county', CANDIDATES, { id, ...variables })).digest.candidates.edges.map(
      (edge: { node: { id: string } }) => edge.node.id,
    );
  expect(await idsOf({})).toEqual([direct, loose, road, water]);
  expect(await idsOf({ portfolio: ROAD })).toEqual([road]);
  const counts = (await ask(fixture, 'county', CANDIDATES, { id })).digest.candidateCounts;
  expect(counts).toEqual([
    { portfolio: { id: WATER }, count: 2 },
    { portfolio: { id: ROAD }, count: 1 },
    { portfolio: null, count: 1 },
  ]);
  const first = (await ask(fixture, 'county', CANDIDATES, { id, first: 3 })).digest.candidates;
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(await idsOf({ first: 3, after: first.pageInfo.endCursor })).toEqual([water]);
});

const KINDS = `query ($id: ID!, $kind: CandidateKind) { digest(id: $id) { candidates(kind: $kind) { edges { node { id } } } candidateCounts { count } } }`;
const listed = async (digest: string, kind = 'PERIOD'): Promise<string[]> =>
  (await ask(fixture, 'county', KINDS, { id: digest, kind })).digest.candidates.edges.map((edge: any) => edge.node.id);
const counted = async (digest: string): Promise<number> =>
  (await ask(fixture, 'county', KINDS, { id: digest })).digest.candidateCounts.reduce(
    (n: number, one: any) => n + one.count,
    0,
  );
const SET_ASIDE = `mutation ($ids: [ID!]!) { setAsideReports(ids: $ids, reason: "不属本期重点") { ok error { code unmet } report { state setAsideReason viewerCanSetAside viewerCanUnsetAside } } }`;
const UNSET = `mutation ($ids: [ID!]!) { unsetAsideReports(ids: $ids) { ok error { unmet } report { state setAsideAt } } }`;

test('what a township answers or files stays a candidate of the county, and so does what nobody has judged', async () => {
  const fresh = await submitted(fixture, 'officer');
  const replied = await triaged(fixture);
  const filed = await triaged(fixture);
  await ask(fixture, 'clerk', `mutation ($id: ID!) { replyReport(id: $id, version: 1, answer: "已修好") { id } }`, {
    id: replied,
  });
  await ask(fixture, 'clerk', `mutation ($id: ID!) { archiveReport(id: $id, version: 1, reason: "已了解") { id } }`, {
    id: filed,
  });
  const digest = await open(fixture);
  expect((await listed(digest.id)).sort()).toEqual([fresh, replied, filed].sort());
  expect(await counted(digest.id)).toBe(3);
  await ask(fixture, 'county', GATHER, { id: digest.id, reports: [replied] });
  expect((await listed(digest.id)).sort()).toEqual([fresh, filed].sort());
});

test('only the county sets a report aside, with a reason, and takes it back; its handling is what it was', async () => {
  const report = await triaged(fixture);
  const digest = await open(fixture);
  for (const account of ['clerk', 'officer', 'leader', 'analyst', 'discipline'] as const)
    expect(await refusal(fixture, account, SET_ASIDE, { ids: [report] })).toMatchObject({ code: 'FORBIDDEN' });
  const [row] = (await ask(fixture, 'county', SET_ASIDE, { ids: [report] })).setAsideReports;
  expect(row).toMatchObject({
    ok: true,
    report: { state: 'TRIAGED', setAsideReason: '不属本期重点', viewerCanSetAside: false, viewerCanUnsetAside: true },
  });
  expect([await listed(digest.id), await counted(digest.id)]).toEqual([[], 0]);
  expect((await listed(digest.id, 'SET_ASIDE'))[0]).toBe(report);
  const [again] = (await ask(fixture, 'county2', SET_ASIDE, { ids: [report] })).setAsideReports;
  expect(again).toMatchObject({ ok: false, error: { code: 'REFUSED', unmet: ['setAside'] } });
  const [back] = (await ask(fixture, 'director', UNSET, { ids: [report] })).unsetAsideReports;
  expect(back).toMatchObject({ ok: true, report: { state: 'TRIAGED', setAsideAt: null } });
  expect(await listed(digest.id)).toEqual([report]);
  const { rows } = await fixture.admin.query(
    `select deed, note from audit where subject_id = $1 and deed ~ 'Aside' order by at`,
    [report],
  );
  expect(rows).toEqual([
    { deed: 'setAside', note: '不属本期重点' },
    { deed: 'unsetAside', note: null },
  ]);
});

test('an accusation, what was returned and what stands in an issue cannot be set aside', async () => {
  const sealed = await triaged(fixture, { line: 'SEALED' });
  const gathered = await triaged(fixture);
  const returned = await submitted(fixture, 'officer');
  await fixture.admin.query(`update report set state = 'RETURNED' where id = $1`, [returned]);
  const digest = await open(fixture);
  await ask(fixture, 'county', GATHER, { id: digest.id, reports: [gathered] });
  const results = (await ask(fixture, 'county', SET_ASIDE, { ids: [sealed, gathered, returned] })).setAsideReports;
  expect(results.map(({ error }: any) => [error.code, error.unmet])).toEqual([
    ['NOT_FOUND', null],
    ['REFUSED', ['gathered']],
    ['REFUSED', ['state']],
  ]);
});

test('what no issue has told of from before the period stands by itself', async () => {
  const old = await triaged(fixture);
  await fixture.admin.query(`update report set submitted_at = submitted_at - interval '60 days' where id = $1`, [old]);
  const digest = await open(fixture);
  expect(await listed(digest.id)).toEqual([]);
  expect(await listed(digest.id, 'EARLIER')).toEqual([old]);
  await ask(fixture, 'county', GATHER, { id: digest.id, reports: [old] });
  expect(await listed(digest.id, 'EARLIER')).toEqual([]);
});

test('gathering makes one item a report under its topic’s portfolio, and a report is gathered once', async () => {
  const reports = [
    await triaged(fixture, { topic: 'ROAD' }),
    await triaged(fixture),
    await triaged(fixture, { topic: 'LOOSE' }),
  ];
  const { id } = await open(fixture);
  const { gatherReports } = await ask(fixture, 'county', GATHER, { id, reports });
  expect(gatherReports).toMatchObject({ state: 'EDITING', version: 3 });
  const ITEMS =
    'query ($id: ID!) { digest(id: $id) { items { number title text portfolio { id } reports { id } reportCount } } }';
  const { items } = (await ask(fixture, 'county', ITEMS, { id })).digest;
  expect(items).toMatchObject([
    {
      number: 1,
      portfolio: { id: WATER },
      reports: [{ id: reports[1] }],
      title: '村西头的机井连续三天抽不上水',
      text: expect.stringMatching(/^村西头.*修好。$/),
    },
    { number: 2, portfolio: { id: ROAD }, reports: [{ id: reports[0] }] },
    { number: 3, portfolio: null, reports: [{ id: reports[2] }] },
  ]);
  expect(await refusal(fixture, 'county2', GATHER, { id, reports })).toMatchObject({
    code: 'REFUSED',
    unmet: ['gathered'],
  });
  const more = await triaged(fixture);
  const again = await ask(fixture, 'county', GATHER, { id, reports: [...reports, more] });
  expect(again.gatherReports.items).toHaveLength(4);
});

test('two clerks who gather the same report at once get one item', async () => {
  const report = await triaged(fixture);
  const first = await open(fixture);
  await monthsLater(fixture);
  const second = await open(fixture);
  const both = await Promise.all([
    fixture.run('county', GATHER, { id: first.id, reports: [report] }),
    fixture.run('county2', GATHER, { id: second.id, reports: [report] }),
  ]);
  expect(both.filter(({ errors }) => errors?.[0]?.extensions?.code === 'REFUSED')).toHaveLength(1);
  const { rows } = await fixture.admin.query('select 1 from digest_item_report where report_id = $1', [report]);
  expect(rows).toHaveLength(1);
});

test('gathering costs the same number of statements for ten reports as for a hundred', async () => {
  await manyReports(fixture, 'officer', 110);
  const { rows } = await fixture.admin.query(
    `update report set state = 'TRIAGED' where state = 'SUBMITTED' returning id`,
  );
  const ids = rows.map((row) => row.id);
  const { id } = await open(fixture);
  await ask(fixture, 'county', GATHER, { id, reports: [await triaged(fixture)] });
  const cost = async (reports: string[]) => {
    const before = fixture.database.statements;
    await ask(
      fixture,
      'county',
      `mutation ($id: ID!, $reports: [ID!]!) { gatherReports(digest: $id, reports: $reports) { id itemCount items { id title reports { id no } portfolio { heading } } } }`,
      { id, reports },
    );
    return fixture.database.statements - before;
  };
  expect(await cost(ids.slice(10))).toBe(await cost(ids.slice(0, 10)));
});

test.each([
  ['村西头的机井连续三天抽不上水，四十多户挑水吃。', '村西头的机井连续三天抽不上水'],
  ['，。！村口路灯不亮', '村口路灯不亮'],
  ['走访中得知，一组自来水三天两头停，33户用水难。', '一组自来水三天两头停'],
  ['近期，东瓜棚村群众反映：路灯不亮半个月。', '路灯不亮半个月'],
  ['路灯坏了', '路灯坏了'],
  ['一'.repeat(40), '一'.repeat(30)],
  ['𠮷'.repeat(40), '𠮷'.repeat(30)],
])('the title of “%s” is its first clause that tells', (content, title) => {
  expect(titleOf(content)).toBe(title);
});

test('a voided issue gives its reports back', async () => {
  const { id, version } = await edited(fixture, 1);
  await ask(
    fixture,
    'county',
    'mutation ($id: ID!, $version: Int!) { voidDigest(id: $id, version: $version, reason: "重做") { id } }',
    { id, version },
  );
  const again = await open(fixture);
  expect((await ask(fixture, 'county', CANDIDATES, { id: again.id })).digest.candidates.edges).toHaveLength(1);
});

test('a report shows the items that rest on it to whoever may see the issue', async () => {
  const report = await triaged(fixture);
  const { id } = await open(fixture);
  await ask(fixture, 'county', GATHER, { id, reports: [report] });
  const WHERE = 'query ($id: ID!) { report(id: $id) { digestItems { number digest { id } } } }';
  expect((await ask(fixture, 'county', WHERE, { id: report })).report.digestItems).toEqual([
    { number: 1, digest: { id } },
  ]);
  for (const account of ['leader', 'officer', 'clerk'] as const)
    expect((await ask(fixture, account, WHERE, { id: report })).report.digestItems).toEqual([]);
});
