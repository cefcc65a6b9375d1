import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keysOf } from '@lxq/schema/search/search-tokens.ts';
import { parse } from 'graphql';
import { pino } from 'pino';
import { runOperation } from '../../platform/operation/operation.ts';
import { Scope } from '../../platform/scope/scope.ts';
import { contract } from '../../schema.ts';
import { type Account, type Fixture, rightsOf, startFixture } from '../../testing/fixture.ts';

/*
 * How the statements behind the lists are carried out on enough rows for the planner to mind: time depends on the machine, the pages
 * that are read do not.
 */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  for (const account of ['officer', 'officer2', 'poplarOfficer', 'otherOfficer', 'foreignOfficer'] as const)
    await fill(account, 8_000);
  await fixture.admin.query('select app.count_words()');
  await fixture.admin.query('vacuum (analyze)');
}, 120_000);
afterAll(() => fixture.close());

const TEXT = '村道路面破损积水，学生上学和农户拉粮都不方便，需要修补。';
/** Reports over two years, one in a hundred still open, each with its search row. */
async function fill(account: Account, count: number): Promise<void> {
  const { countyCode, unitCode, personId, postId } = rightsOf(account);
  await fixture.admin.query('set session_replication_role = replica');
  await fixture.admin.query(
    `insert into report (county_code, unit_code, id, client_id, content_hash, author_id, post_id, state, line, channel, topic_code, urgency, place_code, occurred_at, submitted_at, due_at, content)
     select $1, $2, i.id, i.id, 'x', $3, $4, case when n % 100 = 0 then 'SUBMITTED' else 'ARCHIVED' end, case when n % 30 = 0 then 'DIRECT' else 'LINE' end, 'OFFICER',
       case when n % 40 = 0 then 'WATER' else 'ROAD' end, 'NORMAL', $2, t.at, t.at, t.at + interval '1 day', '${TEXT}' || case when n % 2000 = 0 then '机井' else '' end
     from generate_series(1, $5::int) n, lateral (select gen_random_uuid() as id where n > 0) i, lateral (select now() - interval '80 minutes' * n as at) t`,
    [countyCode, unitCode, personId, postId, count],
  );
  await fixture.admin.query(
    `insert into report_search (county_code, unit_code, report_id, author_id, line, submitted_at, haystack, keys)
     select county_code, unit_code, id, author_id, line, submitted_at, content, case when content like '%机井' then $3::int[] else $2::int[] end
     from report where author_id = $1`,
    [personId, keysOf(countyCode, TEXT), keysOf(countyCode, `${TEXT}机井`)],
  );
  await fixture.admin.query('set session_replication_role = origin');
}

/** Keeps what was sent, to look at its plan afterwards. */
class WatchedScope extends Scope {
  readonly texts: { text: string; values: readonly unknown[] }[] = [];
  override rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.texts.push({ text, values });
    return super.rows(text, values);
  }
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const scopeOf = (account: Account) =>
  new WatchedScope(fixture.database, rightsOf(account), fixture.scope(account).caller);

/** Pages read by the operation's statements, and the large tables that one of them reads from end to end. */
async function carriedOut(account: Account, document: string, variables: Record<string, unknown> = {}) {
  const watched = scopeOf(account);
  const log = pino({ level: 'silent' });
  const { data, errors } = await runOperation(
    { schema: contract(), document: parse(document), variables },
    watched,
    log,
  );
  expect(errors).toBeUndefined();
  const scope = scopeOf(account);
  const plans: Node[] = [];
  for (const { text, values } of watched.texts) {
    const [row] = await scope.rows<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    plans.push((row as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'][0].Plan);
  }
  await scope.end('rollback');
  return {
    data: data as Record<string, any>,
    indexes: plans
      .flatMap(nodesOf)
      .flatMap((node) => (node['Node Type'] === 'Index Only Scan' ? [node['Index Name']] : [])),
    buffers: plans.reduce((sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], 0),
    scanned: plans
      .flatMap(nodesOf)
      .flatMap((node) =>
        node['Node Type'] === 'Seq Scan' && LARGE.has(node['Relation Name'] ?? '') ? [node['Relation Name']] : [],
      ),
  };
}
const LARGE = new Set(['report', 'report_search', 'audit', 'event']);

const ACCOUNTS = ['clerk', 'county', 'head', 'officer'] as const;
const NODE =
  'id no state urgency submittedAt isOverdue excerpt topic { name } place { fullName } reporter { name unitName } newestInstruction { id }';
const LIST = `query ($filter: ReportFilter, $after: String) { reports(filter: $filter, first: 20, after: $after) { edges { cursor node { ${NODE} } } pageInfo { endCursor } } }`;

test.each([
  ['newest', null],
  ['to do', { tray: 'TODO' }],
  ['one topic', { topics: ['WATER'] }],
  ['one village', { under: '990101101201000' }],
  [
    'one day',
    {
      submittedFrom: new Date(Date.now() - 9e8).toISOString().slice(0, 10),
      submittedTo: new Date(Date.now() - 9e8).toISOString().slice(0, 10),
    },
  ],
])(
  'a page of reports (%s) reads what it shows, at every level, and no table from end to end',
  async (_name, filter) => {
    for (const account of ACCOUNTS) {
      const { data, buffers, scanned } = await carriedOut(account, LIST, { filter });
      expect(data.reports.edges.length).toBeGreaterThan(15);
      expect([account, scanned]).toEqual([account, []]);
      expect(buffers).toBeLessThan(420); // twenty-one rows, a handful of small rows beside each
    }
  },
);

test('what is due first is read in the order of its index', async () => {
  const DUE = `query ($filter: ReportFilter, $after: String) { reports(filter: $filter, first: 20, after: $after, sort: DUE_FIRST) { edges { node { ${NODE} dueAt } } pageInfo { endCursor } } }`;
  for (const account of ['clerk', 'county'] as const)
    for (const filter of [{ tray: 'TODO' }, { tray: 'OVERDUE' }, { states: ['SUBMITTED'], topics: ['WATER'] }]) {
      const { data, buffers, scanned } = await carriedOut(account, DUE, { filter });
      const due = data.reports.edges.map(({ node }: any) => node.dueAt.toISOString());
      expect(due.length).toBeGreaterThan(15);
      expect(due).toEqual([...due].sort());
      expect([account, scanned]).toEqual([account, []]);
      expect(buffers).toBeLessThan(900); // of a county's few hundred that are open, a station walks past the others'
    }
});

test('a page far down costs what the first one costs', async () => {
  for (const account of ACCOUNTS) {
    const first = await carriedOut(account, LIST);
    const { rows } = await fixture.admin.query(
      `select submitted_at as at, id from report where author_id = $1 order by submitted_at offset 1000 limit 1`,
      [rightsOf('officer').personId],
    );
    const after = Buffer.from(JSON.stringify([rows[0].at.toISOString(), rows[0].id])).toString('base64url');
    const deep = await carriedOut(account, LIST, { after });
    expect(deep.data.reports.edges).toHaveLength(20);
    expect(deep.buffers).toBeLessThanOrEqual(first.buffers * 1.2);
  }
});

test('the digest’s candidates are counted from their index alone, and a page of them reads what it shows', async () => {
  const { rows } = await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients)
     values (${rightsOf('county').countyCode}, gen_random_uuid(), 'EDITING', current_date - 20, current_date, '摘报', '内部资料', '群工办', '{}') returning id`,
  );
  const [{ id }] = rows;
  const COUNTS = 'query ($id: ID!) { digest(id: $id) { candidateCounts { count } } }';
  const counted = await carriedOut('county', COUNTS, { id });
  expect(counted.indexes).toContain('report_candidate');
  expect(counted.scanned).toEqual([]);
  const all = counted.data.digest.candidateCounts.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(all).toBeGreaterThan(1_000);
  expect(counted.buffers).toBeLessThan(150); // some 1,400 entries of the index
  const PAGE = `query ($id: ID!, $kind: CandidateKind) { digest(id: $id) { candidates(kind: $kind, first: 20) { edges { node { ${NODE} } } } } }`;
  for (const kind of ['PERIOD', 'EARLIER']) {
    const page = await carriedOut('county', PAGE, { id, kind });
    expect(page.data.digest.candidates.edges).toHaveLength(20);
    expect(page.scanned).toEqual([]);
    expect(page.buffers).toBeLessThan(420);
  }
});
