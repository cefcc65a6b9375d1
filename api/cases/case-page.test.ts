import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, print } from 'graphql';
import { ask } from '../digests/digest.testing.ts';
import { instructionOf } from '../instructions/instruction-deeds.testing.ts';
import { webDocuments } from '../testing/documents.ts';
import { type Account, type Fixture, idOf, startFixture } from '../testing/fixture.ts';
import { CASE_RESULT, caseOf, HEARD, PLAN } from './case-deeds.testing.ts';

/* What a case's page and the duty list ask of the database, as the browser sends them: however much stands there, no more. */
let fixture: Fixture;
let documents: Map<string, string>;
let one: Awaited<ReturnType<typeof caseOf>>;
beforeAll(async () => {
  fixture = await startFixture();
  documents = new Map(webDocuments().map(({ name, document }) => [name, print(document as DocumentNode)]));
  one = await caseOf(fixture);
  await one.reported();
  const bad = { ...HEARD, isSolved: false, rating: 'DISSATISFIED', reason: '水还是时有时无' };
  await one.deed('county', 'completeRevisit', { id: await one.revisit('PRE_CLOSE'), outcome: bad });
  await one.deed('bureau', 'planCase', { plan: PLAN });
  await one.deed('bureau', 'draftCaseResult', CASE_RESULT);
  await one.deed('bureauHead', 'submitCaseResult');
  await one.deed('county', 'completeRevisit', { id: await one.revisit('PRE_CLOSE'), outcome: HEARD });
  await one.deed('bureau', 'signCase');
});
afterAll(() => fixture.close());

const READERS = ['county', 'director', 'leader', 'bureau', 'bureauHead', 'clerk'] as const;

/** What it costs once connections are open, and what it answers. */
async function cost(account: Account, name: string, variables: Record<string, unknown>) {
  const document = documents.get(name) as string;
  await fixture.run(account, document, variables);
  const { statements, waits } = fixture.database;
  const { data, errors } = await fixture.run<any>(account, document, variables);
  expect(errors).toBeUndefined();
  return { statements: fixture.database.statements - statements, waits: fixture.database.waits - waits, data };
}

/** Rows of a table again, as a superuser whom no trigger asks. */
async function again(table: string, changes: string, where: string, values: unknown[]): Promise<void> {
  await fixture.admin.query('set session_replication_role = replica');
  const { rows } = await fixture.admin.query(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const { columns } = rows[0] as { columns: string };
  await fixture.admin.query(
    `insert into ${table} (${columns}) select ${columns} from (select (jsonb_populate_record(t, ${changes})).* from ${table} t, generate_series(10, 69) n where ${where}) made`,
    values,
  );
  await fixture.admin.query('set session_replication_role = origin');
}

const COUNTY: readonly Account[] = ['county', 'director', 'leader'];
test('a case costs whoever reads it three statements and one wait, the county a fourth, whatever number of rounds it went through', async () => {
  const before = await cost('county', 'CaseWhole', { id: one.id });
  expect(before.data.case).toMatchObject({ state: 'PRE_CLOSE_VISITED', closingUnmet: ['signedPRINCIPAL'] });
  const anew = `jsonb_build_object('id', gen_random_uuid(), 'round', n)`;
  for (const table of ['result_report', 'signature', 'revisit'])
    await again(table, anew, 't.subject_id = $1 and t.round = 2', [one.id]);
  await again('audit', `jsonb_build_object('id', gen_random_uuid())`, `t.subject_id = $1 and t.deed = 'signFor'`, [
    one.id,
  ]);
  for (const account of READERS) {
    const { statements, waits, data } = await cost(account, 'CaseWhole', { id: one.id });
    expect([account, statements, waits]).toEqual([account, COUNTY.includes(account) ? 4 : 3, 1]);
    expect(data.case.results).toHaveLength(62);
    expect(data.case.revisits).toHaveLength(63);
    expect(data.case.timeline.length).toBeGreaterThan(50);
    expect(data.case.revisits[0].unit.name).toBe('清禾县');
  }
});

test('a deadline that somebody is to decide about is no reason to ask again', async () => {
  const { handling, id } = await caseOf(fixture);
  await handling();
  const { deadlines } = (await cost('bureau', 'CaseWhole', { id })).data.case;
  const may = deadlines.find((each: any) => each.viewerCanRequestExtension);
  const asked = { id: may.id, version: may.version, days: 5, reason: '水泵须从外地调运，一时难以到货' };
  await ask(fixture, 'bureau', documents.get('RequestExtension') as string, asked);
  const { statements, waits, data } = await cost('bureauHead', 'CaseWhole', { id });
  expect([statements, waits]).toEqual([3, 1]);
  expect(data.case.deadlines.map((each: any) => each.viewerCanApproveExtension)).toContain(true);
});

test('a case shows the same by itself as after a deed, which reads its rows one kind after another', async () => {
  const { handling, id } = await caseOf(fixture);
  await handling();
  const logged = (await ask(fixture, 'bureau', documents.get('LogCase') as string, { id, entry: '现场查看，水泵烧毁' }))
    .logCase;
  expect((await cost('bureau', 'CaseWhole', { id })).data.case).toEqual(logged);
  expect(logged.timeline.at(-1)).toMatchObject({ deed: 'log', at: expect.any(Date) });
});

test('the duty list costs the same for 5 rows as for 50, whatever is owed of', async () => {
  const instruction = await instructionOf(fixture);
  await instruction.handled();
  const { reported, id } = await caseOf(fixture);
  await reported();
  const made = `jsonb_build_object('id', md5(n || $1::text)::uuid, 'client_id', gen_random_uuid(), 'serial', 1000 + n, 'notice_no', n::text)`;
  await again('cases', made, 't.id = $1::uuid', [id]);
  await again(
    'participation',
    `jsonb_build_object('subject_id', md5(n || $1::text)::uuid)`,
    't.subject_id = $1::uuid',
    [id],
  );
  const owed = `jsonb_build_object('id', gen_random_uuid(), 'subject_id', md5(n || $1::text)::uuid, 'state', 'RUNNING', 'met_at', null, 'dropped_at', null, 'due_at', t.due_at + n * interval '1 day')`;
  await again('deadline', owed, 't.subject_id = $1::uuid', [id]);
  for (const account of ['county', 'bureau'] as const) {
    const few = await cost(account, 'Duties', { first: 5 });
    const many = await cost(account, 'Duties', { first: 50 });
    expect([few.data.duties.edges.length, many.data.duties.edges.length]).toEqual([5, 50]);
    expect([account, few.statements, few.waits]).toEqual([account, 3, 1]);
    expect([account, many.statements, many.waits]).toEqual([account, 3, 1]);
    const all = (await cost(account, 'Duties', { first: 200 })).data.duties.edges.map(({ node }: any) => node);
    expect(all.filter((each: any) => each.owedOf === null)).toEqual([]);
    const links = all.map((each: any) => each.owedOf.link);
    if (account === 'county') expect(links).toContainEqual(expect.stringMatching(/^\/matters\/revisits\//));
    expect(links).toContainEqual(expect.stringMatching(/^\/matters\/cases\//));
    if (account === 'bureau') expect(links).toContain(`/matters/${instruction.id}`);
  }
});

test('a case of another unit, and what is no id, is nothing', async () => {
  for (const id of [one.id, idOf('nothing'), 'no id'])
    expect((await cost('otherClerk', 'CaseWhole', { id })).data.case).toBeNull();
});
