import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { keysOf } from '@lxq/schema/search/search-tokens.ts';
import { type Account, draft, type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { startServer } from '../../testing/server.ts';
import { intakeOf } from './intake.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
/** What a process has not met yet goes alone: here it has met these places and the calendar. */
beforeEach(async () => {
  for (const account of ['officer', 'poplarOfficer', 'clerk', 'foreignOfficer'] as const)
    await submitted(fixture, account);
});

const SUBMIT = 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { isNew report { id no } } }';
const send = (account: Account, one: Record<string, unknown>) => fixture.run<any>(account, SUBMIT, { draft: one });
const code = (result: any) => result.errors?.[0]?.extensions.code;
const rows = async (text: string, values: unknown[] = []) => (await fixture.admin.query(text, values)).rows;
/** Sends all at once; gives the answers and how many statements they took. */
async function atOnce(all: [Account, Record<string, unknown>][]) {
  const before = fixture.database.statements;
  const answers = await Promise.all(all.map(([account, one]) => send(account, one)));
  return { answers, statements: fixture.database.statements - before };
}

/** Everything that is stored of a report, but for what tells one report from another. */
async function storedOf(id: string) {
  const [kept] = await rows(
    `select to_jsonb(r) - '{id,serial,client_id,submitted_at,due_at}'::text[] as report, r.submitted_at as at,
       (select jsonb_agg(to_jsonb(a) - '{id,subject_id,at}'::text[]) from audit a where a.subject_id = r.id) as audit,
       (select jsonb_agg(to_jsonb(e) - '{id,subject_id,about,at,n}'::text[] || jsonb_build_object('about', e.about = jsonb_build_object('REPORT', r.id))) from event e where e.subject_id = r.id and e.n is not null) as events,
       (select (to_jsonb(s) - '{report_id,submitted_at,keys,haystack}'::text[]) from report_search s where s.report_id = r.id) as search,
       (select bool_and(at = r.submitted_at) from (select at from audit where subject_id = r.id union all select at from event where subject_id = r.id union all select submitted_at from report_search where report_id = r.id) said) as "atOnce"
     from report r where r.id = $1`,
    [id],
  );
  return { ...kept, at: undefined };
}

test.each([
  ['on the line', {}],
  ['straight to the county', { line: 'DIRECT' }],
  ['accusing somebody', { topic: 'CONDUCT' }],
])(
  'reports %s sent at the same moment are stored by one statement, and nothing is missing of any',
  async (_, choice) => {
    const told = {
      ...choice,
      content: '东头的水渠塌了一段，二十来亩麦子浇不上水，请派人来看一看。',
      occurredAt: '2026-01-05T02:00:00.000Z',
    };
    const alone = await fixture.run<any>(
      'officer',
      'mutation ($a: ReportDraft!, $b: ReportDraft!) { a: submitReport(draft: $a) { report { id } } b: submitReport(draft: $b) { report { id } } }',
      { a: draft('officer', told), b: draft('officer', told) }, // two in one operation stand or fall together: not with others
    );
    const { answers, statements } = await atOnce(
      Array.from({ length: 12 }, (_, i) => [
        (['officer', 'officer2'] as const)[i % 2] as Account,
        draft('officer', told),
      ]),
    );
    expect(statements).toBeLessThanOrEqual(2);
    expect(answers.map((answer) => answer.data?.submitReport.isNew)).toEqual(answers.map(() => true));
    const [first, second] = [answers[0]?.data.submitReport.report, answers[2]?.data.submitReport.report];
    expect(await storedOf(first.id)).toEqual(await storedOf(alone.data.a.report.id));
    expect(await storedOf(second.id)).toEqual(await storedOf(alone.data.b.report.id));
    expect((await storedOf(first.id)).atOnce).toBe(true);
  },
);

test('what is stored together is found by every word, by its place, its pinyin and its number at once', async () => {
  const { answers } = await atOnce([
    ['officer', draft('officer', { content: '桥头的石榴树倒了，压坏了一段护栏，过往的人要小心。' })],
  ]);
  const { id, no } = (answers[0] as any).data.submitReport.report;
  for (const text of ['石榴树', '柳林村', 'liulincun', no, no.slice(2)]) {
    const found = await fixture.run<any>(
      'officer',
      'query ($text: String!) { searchReports(text: $text, first: 50) { edges { node { id } } } }',
      { text },
    );
    expect([text, found.data?.searchReports.edges.map((edge: any) => edge.node.id)]).toEqual([
      text,
      expect.arrayContaining([id]),
    ]);
  }
  const [search] = await rows('select haystack, keys from report_search where report_id = $1', [id]);
  expect(search.keys.toSorted()).toEqual(keysOf(990101, search.haystack).toSorted());
});

test('one that is refused keeps nobody else’s from being stored, and is told why', async () => {
  const { answers } = await atOnce([
    ['officer', draft('officer')],
    ['officer', draft('officer', { topic: 'NOWHERE' })],
    ['officer', draft('officer', { content: '请联系十三组张某，电话13812345678，反映机井干涸多日的情况。' })],
    ['officer', draft('officer', { content: `这一条里有\u0000数据库不认的字符，别的信息不该因此报送不了。` })],
    ['officer', draft('officer', { source: 'NOWHERE' })],
    ['officer2', draft('officer2')],
  ]);
  expect(answers.map(code)).toEqual([undefined, 'BAD_INPUT', 'REFUSED', 'BAD_INPUT', 'BAD_INPUT', undefined]);
  expect(answers[1]?.errors?.[0]?.extensions.field).toBe('topic');
});

test('what the database cannot read goes alone from the start, and spoils nobody else’s statement', async () => {
  const { answers, statements } = await atOnce([
    ['officer', draft('officer', { content: `这一条里有\u0000数据库不认的字符，别的信息不该因此慢下来。` })],
    ...Array.from({ length: 5 }, () => ['officer', draft('officer')] as [Account, Record<string, unknown>]),
  ]);
  expect(answers.map(code)).toEqual(['BAD_INPUT', undefined, undefined, undefined, undefined, undefined]);
  expect(statements).toBeLessThan(12); // one for the five, the others for the one
});

test('a draft sent again is found, and with other content a conflict, whoever else sends at that moment', async () => {
  const one = draft('officer');
  const first = await send('officer', one);
  const { answers } = await atOnce([
    ['officer', one],
    ['officer', { ...one, content: '同一编号的另一份内容，应当提示冲突，两份都要保留下来。' }],
    ['officer2', one],
    ['officer2', draft('officer2')],
  ]);
  expect(answers.map(code)).toEqual([undefined, 'CONFLICT', undefined, undefined]);
  expect(answers[0]?.data.submitReport).toMatchObject({
    isNew: false,
    report: { id: first.data.submitReport.report.id },
  });
  expect(answers[2]?.data.submitReport.isNew).toBe(true);
});

test('an operation that asks for more than one report stores all of them or none', async () => {
  const good = draft('officer');
  const result = await fixture.run(
    'officer',
    'mutation ($a: ReportDraft!, $b: ReportDraft!) { a: submitReport(draft: $a) { isNew } b: submitReport(draft: $b) { isNew } }',
    { a: good, b: draft('officer', { topic: 'NOWHERE' }) },
  );
  expect([result.data, code(result)]).toEqual([null, 'BAD_INPUT']);
  expect(await rows('select from report where client_id = $1', [good.clientId])).toHaveLength(0);
});

test('reports of two counties that arrive together count in their own county’s log', async () => {
  const heads = async () =>
    Object.fromEntries(
      (await rows('select county_code, n from event_counter')).map((row) => [row.county_code, Number(row.n)]),
    );
  const before = await heads();
  const { answers, statements } = await atOnce([
    ['foreignOfficer', draft('foreignOfficer')],
    ['officer', draft('officer')],
    ['foreignOfficer', draft('foreignOfficer')],
    ['clerk', draft('clerk', { line: 'DIRECT' })],
  ]);
  expect(answers.map(code)).toEqual(answers.map(() => undefined));
  expect(statements).toBe(1);
  const after = await heads();
  expect([990101, 990102].map((county) => Number(after[county]) - Number(before[county]))).toEqual([2, 2]);
  const events = await rows('select county_code, n from event order by county_code, n');
  for (const county of [990101, 990102]) {
    const numbers = events.filter((event) => event.county_code === county).map((event) => Number(event.n));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  }
});

test('what has to be read for the receipt is read in the report’s own transaction', async () => {
  const one = draft('officer');
  const asked = (fields: string) =>
    fixture.run<any>(
      'officer',
      `mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { report { id ${fields} } } }`,
      { draft: one },
    );
  const before = fixture.database.statements;
  const { errors } = await asked(
    'unit { name } likelyDuplicates { report { likelyDuplicates { report { likelyDuplicates { report { id } } } } } }',
  );
  expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT'); // too much at once
  expect(await rows('select from report where client_id = $1', [one.clientId])).toHaveLength(0);
  expect((await asked('unit { name }')).data.submitReport.report.unit.name).toBeTruthy();
  expect(fixture.database.statements - before).toBeGreaterThan(2);
});

test('what goes alone leaves the groups of the day as they are', async () => {
  const intake = intakeOf(fixture.database);
  const due = intake.dueAfter(new Date());
  await fixture.run('officer', SUBMIT.replace('report { id no }', 'report { id unit { name } }'), {
    draft: draft('officer'),
  });
  expect(due).toBeTruthy();
  expect(intake.dueAfter(new Date())).toBe(due);
});

test('a year that cannot be is refused by name', async () => {
  const result = await send('officer', draft('officer', { occurredAt: '0001-06-01T00:00:00.000Z' }));
  expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'occurredAt' });
});

test('when the common statement fails, each report is stored alone, and somebody hears of it', async () => {
  const told: string[] = [];
  fixture.database.onError = ({ message }) => void told.push(message);
  await fixture.admin.query('revoke execute on function app.submit_reports(json, date, date, text) from public');
  try {
    const { answers } = await atOnce([
      ['officer', draft('officer')],
      ['officer2', draft('officer2')],
    ]);
    expect(answers.map((answer) => answer.data?.submitReport.isNew)).toEqual([true, true]);
    expect(told).toEqual([expect.stringContaining('submit_reports')]);
  } finally {
    await fixture.admin.query('grant execute on function app.submit_reports(json, date, date, text) to public');
  }
});

test('who has lost the session or the post meanwhile stores nothing, though this process remembers them', async () => {
  const server = await startServer(fixture);
  try {
    const headers = { authorization: `Bearer ${await server.signIn('poplarOfficer')}` };
    const post = async (one: Record<string, unknown>) =>
      (await server.post({ query: SUBMIT, variables: { draft: one } }, headers)).body;
    for (let i = 0; i < 3; i++) expect((await post(draft('poplarOfficer'))).data.submitReport.isNew).toBe(true);
    const { personId } = fixture.rights('poplarOfficer');
    const refused = [draft('poplarOfficer'), draft('poplarOfficer')];
    await fixture.admin.query(`update post set role = 'ANALYST' where person_id = $1`, [personId]);
    expect((await post(refused[0] as never)).errors[0].extensions.code).toBe('FORBIDDEN');
    await fixture.admin.query(`update post set role = 'OFFICER' where person_id = $1`, [personId]);
    expect((await post(draft('poplarOfficer'))).data.submitReport.isNew).toBe(true);
    await fixture.admin.query('update person set is_active = false where id = $1', [personId]);
    expect((await post(refused[1] as never)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    await fixture.admin.query('update person set is_active = true where id = $1', [personId]);
    const stored = await rows('select from report where client_id = any($1)', [refused.map((one) => one.clientId)]);
    expect(stored).toHaveLength(0);
  } finally {
    await server.stop();
  }
});
