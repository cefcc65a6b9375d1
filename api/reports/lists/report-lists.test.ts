import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, COUNTY, type Fixture, manyReports, startFixture, submitted } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await manyReports(fixture, 'officer', 60);
  await manyReports(fixture, 'poplarOfficer', 20);
  await manyReports(fixture, 'otherOfficer', 40);
});
afterAll(() => fixture.close());

const ROW = `id no state excerpt isOverdue workDaysLeft topic { name } source { name } place { fullName } unit { name } reporter { name code unitName }
  memberCount members { id } timeline { deed } likelyDuplicates { likeness report { id place { name } } } viewerCanTriage viewerCanMerge`;
const LIST = `query ($first: Int!, $after: String, $filter: ReportFilter) { reports(first: $first, after: $after, filter: $filter) { edges { node { ${ROW} } } pageInfo { hasNextPage endCursor } } }`;
const SEARCH = `query ($first: Int!) { searchReports(text: "村道路", first: $first) { edges { node { ${ROW} } } } }`;
const COUNTS =
  '{ trayCounts { todo doing overdue done } reportCounts { total byTownship { key label count } byTopic { label count } byState { key count } bySource { key count } } }';

async function statements(
  account: Account,
  document: string,
  variables: Record<string, unknown>,
): Promise<[number, number]> {
  const before = fixture.database.statements;
  const { data, errors } = await fixture.run<any>(account, document, variables);
  expect(errors).toBeUndefined();
  return [fixture.database.statements - before, (data.reports ?? data.searchReports).edges.length];
}

test.each(['clerk', 'county', 'head', 'officer'] as const)(
  'a list costs %s the same number of statements for 5 rows as for 50',
  async (account) => {
    for (const [document, filter] of [
      [LIST, null],
      [LIST, { tray: 'TODO' }],
      [SEARCH, null],
    ] as const) {
      const [few, rowsOfFew] = await statements(account, document, { first: 5, filter });
      const [many, rowsOfMany] = await statements(account, document, { first: 50, filter });
      expect(rowsOfFew).toBe(5);
      expect(rowsOfMany).toBe(50);
      expect(many).toBe(few);
    }
  },
);

const SHOWN = `id no state version line channel urgency submittedAt dueAt isOverdue workDaysLeft excerpt memberCount topic { kind code name }
  source { code name } place { code fullName } unit { name } township { name } reporter { code name unitName } newestInstruction { no text } viewerCanTriage viewerCanReply`;
const PAGE = `edges { cursor node { ${SHOWN} } } pageInfo { hasNextPage endCursor }`;

test.each([
  [
    'the queue and its counts',
    `query ($first: Int!) { reports(first: $first) { ${PAGE} } trayCounts { todo doing overdue done } }`,
  ],
  ['a search', `query ($first: Int!) { searchReports(text: "村道路", first: $first) { ${PAGE} } }`],
  ['counts alone', '{ reportCounts { total byTownship { label count } byTopic { label count } } trayCounts { todo } }'],
])('%s take every level at most six statements and one wait', async (_name, document) => {
  for (const account of ['clerk', 'county', 'head', 'officer'] as const) {
    await fixture.run(account, document, { first: 20 }); // connections are opened once
    const { statements, waits } = fixture.database;
    expect((await fixture.run(account, document, { first: 20 })).errors).toBeUndefined();
    expect([account, fixture.database.waits - waits]).toEqual([account, 1]);
    expect(fixture.database.statements - statements).toBeLessThanOrEqual(6);
  }
});

test('a row shows the same whether it came with the list or alone', async () => {
  const { data } = await fixture.run<any>('clerk', `{ reports(first: 5) { edges { node { ${SHOWN} } } } }`);
  for (const { node } of data.reports.edges) {
    const alone = await fixture.run<any>('clerk', `{ report(id: "${node.id}") { ${SHOWN} } }`);
    expect(alone.data.report).toEqual(node);
  }
});

test('pages follow each other without a gap, a repeat or an end too early, for every level', async () => {
  for (const [account, total] of [
    ['clerk', 80],
    ['county', 120],
    ['head', 60],
    ['officer', 60],
    ['otherClerk', 40],
  ] as const) {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: any = await fixture.run(
        account,
        'query ($after: String) { reports(first: 7, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      ids.push(...data.reports.edges.map((edge: any) => edge.node.id));
      ({ hasNextPage: more, endCursor: after } = data.reports.pageInfo);
    }
    expect([account, ids.length, new Set(ids).size]).toEqual([account, total, total]);
  }
});

/** All ids of a filtered list, seven a page. */
async function idsOf(account: Account, filter: object): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data }: any = await fixture.run(
      account,
      'query ($after: String, $filter: ReportFilter) { reports(first: 7, after: $after, filter: $filter) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
      { after, filter },
    );
    ids.push(...data.reports.edges.map((edge: any) => edge.node.id));
    ({ hasNextPage: more, endCursor: after } = data.reports.pageInfo);
  }
  return ids;
}

test('a list of several states holds the rows of each, newest first, once', async () => {
  await fixture.admin.query(
    `update report set state = (array['SUBMITTED', 'TRIAGED', 'REPLIED', 'RETURNED'])[1 + serial % 4] where county_code = $1`,
    [COUNTY],
  );
  const expected = async (states: string[]) => {
    const { rows } = await fixture.admin.query(
      'select id from report where county_code = $1 and state = any($2) order by submitted_at desc, id desc',
      [COUNTY, states],
    );
    return rows.map(({ id }) => id);
  };
  expect(await idsOf('county', { states: ['TRIAGED', 'SUBMITTED', 'TRIAGED'] })).toEqual(
    await expected(['SUBMITTED', 'TRIAGED']),
  );
  expect(await idsOf('county', { tray: 'DOING' })).toEqual(await expected(['TRIAGED', 'RETURNED']));
  expect(await idsOf('county', { tray: 'DOING', states: ['RETURNED', 'REPLIED'] })).toEqual(
    await expected(['RETURNED']),
  );
  expect(await idsOf('county', { tray: 'DOING', states: ['REPLIED'] })).toEqual([]);
  expect(await idsOf('county', { tray: 'TODO', topics: ['ROAD', 'WATER'] })).toEqual(await expected(['SUBMITTED']));
  const overdue = await idsOf('county', { tray: 'OVERDUE' });
  expect(overdue).toEqual(await expected(['SUBMITTED'])); // due since they were made
  expect(await idsOf('county', { topics: ['ROAD', 'WATER', 'ROAD'] })).toHaveLength(120);
  await fixture.admin.query(`update report set state = 'SUBMITTED' where county_code = $1`, [COUNTY]);
});

test('counts agree with the list they open, and with each other', async () => {
  const { data } = await fixture.run<any>('county', COUNTS);
  const sum = (counts: { count: number }[]) => counts.reduce((total, one) => total + one.count, 0);
  for (const by of ['byTownship', 'byTopic', 'byState', 'bySource'])
    expect([by, sum(data.reportCounts[by])]).toEqual([by, data.reportCounts.total]);
  for (const { key, count } of data.reportCounts.byTownship) {
    const { data: list } = await fixture.run<any>(
      'county',
      'query ($under: ID) { reports(filter: { under: $under }, first: 200) { edges { cursor } } }',
      { under: key },
    );
    expect(list.reports.edges).toHaveLength(count);
  }
  expect(data.trayCounts.todo).toBe(120);
});

test('search finds two-character words, place names, their pinyin and the report’s number, and only what the level may see', async () => {
  const id = await submitted(fixture, 'officer', {
    content: '村东头水渠坍塌，浇地用水过不来，涉及二十多户的麦田，请水利部门来看看。',
  });
  const { data } = await fixture.run<any>('officer', 'query ($id: ID!) { report(id: $id) { no } }', { id });
  const found = async (account: Account, text: string) =>
    (
      await fixture.run<any>(
        account,
        'query ($text: String!) { searchReports(text: $text, first: 100) { edges { node { id } } } }',
        { text },
      )
    ).data.searchReports.edges.map((edge: any) => edge.node.id);
  for (const text of [
    '水渠',
    '坍塌',
    '水渠 麦田',
    '柳林村 水渠',
    'liulincun',
    data.report.no,
    `${data.report.no.slice(-3)} 水渠`,
  ])
    expect([text, await found('clerk', text)]).toEqual([text, expect.arrayContaining([id])]);
  expect(await found('clerk', '渠水')).not.toContain(id);
  for (const account of ['otherClerk', 'otherOfficer', 'officer2', 'foreignClerk'] as const)
    expect(await found(account, '水渠')).not.toContain(id);
});

test('search of one character, or of nothing but marks, says what to enter', async () => {
  for (const text of ['水', '  ', '，。！？']) {
    const { errors } = await fixture.run(
      'clerk',
      'query ($text: String!) { searchReports(text: $text) { edges { cursor } } }',
      { text },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  }
});

const DUE = `query ($first: Int! = 7, $after: String, $filter: ReportFilter) { reports(first: $first, after: $after, filter: $filter, sort: DUE_FIRST) { edges { node { id dueAt state } } pageInfo { hasNextPage endCursor } } }`;

test('what is due first comes in pages without a gap or a repeat, and is the same as the newest first of the same tray', async () => {
  await fixture.admin.query(`update report set due_at = now() + interval '1 hour' * (serial % 7)`); // many at one instant
  const met: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data }: any = await fixture.run('clerk', DUE, { filter: { tray: 'TODO' }, after });
    met.push(...data.reports.edges.map(({ node }: any) => `${node.dueAt.toISOString()} ${node.id}`));
    ({ hasNextPage: more, endCursor: after } = data.reports.pageInfo);
  }
  expect(met).toEqual([...met].sort());
  const all = `{ reports(first: 200, filter: { tray: TODO }) { edges { node { id } } } }`;
  const newest = (await fixture.run<any>('clerk', all)).data.reports.edges.map(({ node }: any) => node.id);
  expect(met.map((each) => each.split(' ')[1]).sort()).toEqual(newest.sort());
  expect(new Set(met).size).toBe(newest.length);
});

test('where nothing is due nothing stands by what is due first', async () => {
  for (const filter of [
    null,
    {},
    { tray: 'DONE' },
    { states: ['SUBMITTED', 'ARCHIVED'] },
    { tray: 'TODO', mine: true },
  ]) {
    const { errors } = await fixture.run('clerk', DUE, { filter });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'sort' });
  }
});
