import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { v7 } from 'uuid';
import { type Answer, answerOf } from '../testing/answers.ts';
import { type Account, COUNTY, type Fixture, idOf, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { standingIn } from '../testing/standing-in.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, draftOf, HEARD } from './case-deeds.testing.ts';

/* Two at once, an answer that was lost, and one person with two hands. */
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

const OPEN = 'mutation ($draft: CaseDraft!) { openCase(draft: $draft) { id title } }';
const open = async (draft: object, account: Account = 'county'): Promise<Answer> =>
  answerOf(await fixture.run(account, OPEN, { draft }));
type Of = Awaited<ReturnType<typeof caseOf>>;
type Asked = [account: Account, mutation: string, given?: Record<string, unknown>];
/** Both with the version that stands now; whoever waits too long for the other's row comes again. */
async function atOnce(of: Of, ...both: Asked[]): Promise<string[]> {
  const asked = await Promise.all(both.map(([, mutation, given]) => of.asked(mutation, given)));
  const sent = async (at: number): Promise<string> => {
    const { document, variables } = asked[at] as (typeof asked)[0];
    const answer = answerOf(await fixture.run((both[at] as Asked)[0], document, variables));
    return answer.code === 'BUSY' ? sent(at) : (answer.code ?? 'DONE');
  };
  return Promise.all(both.map((_, at) => sent(at)));
}
const lines = async (id: string, deed: string) =>
  (await fixture.admin.query('select count(*)::int as n from audit where subject_id = $1 and deed = $2', [id, deed]))
    .rows[0].n;

test('sent twice at once, or again after its answer was lost, it is one case; another text under its id is told', async () => {
  const draft = draftOf();
  const both = await Promise.all([open(draft), open(draft)]);
  const again = await open(draft);
  expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1);
  expect(again.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await lines(again.id, 'openCase')).toBe(1);
  const others = [
    ...[
      { title: '另一件事情' },
      { brief: '另一段情况说明，与前一次不同。' },
      { topic: 'ROAD' },
      { place: String(UNITS.elm) },
    ],
    ...[
      { channel: 'CALL' },
      { purpose: 'SUGGESTION' },
      { isFirst: false },
      { receivedOn: addDays(dayOf(new Date()), -1) },
    ],
    { concerns: [String(UNITS.west)] },
  ];
  for (const change of others)
    expect([change, await open({ ...draft, ...change })]).toMatchObject([change, { code: 'CONFLICT' }]);
  const rival = draftOf();
  const texts = await Promise.all([open(rival), open({ ...rival, title: '另一件事情' })]);
  expect(texts.map(({ code }) => code ?? 'DONE').sort()).toEqual(['CONFLICT', 'DONE']);
  // Another person's draft is another case, whatever its id.
  expect((await open(draft, 'county2')).id).not.toBe(again.id);
});

test('of two who decide, assign, close or sign at once one does', async () => {
  const of = await caseOf(fixture);
  const rejected = { decision: { ...ACCEPTED, outcome: 'NOT_ACCEPTED', reason: '不属于受理范围' } };
  const decided = await atOnce(
    of,
    ['county', 'decideCase', { decision: ACCEPTED }],
    ['county2', 'decideCase', rejected],
  );
  expect(decided.sort()).toEqual(['CONFLICT', 'DONE']);
  const other = await caseOf(fixture);
  await other.visited();
  expect((await atOnce(other, ['bureau', 'signCase'], ['bureau', 'signCase'])).sort()).toEqual(['DONE', 'REFUSED']);
  await other.deed('bureauHead', 'signCase');
  expect((await atOnce(other, ['county', 'closeCase'], ['county2', 'closeCase'])).sort()).toEqual(['CONFLICT', 'DONE']);
  expect(await other.look('county')).toMatchObject({ state: 'CLOSED', round: 1 });
  expect(await lines(other.id, 'close')).toBe(1);
});

test('one number given to two cases at once goes to one', async () => {
  const both = [await caseOf(fixture), await caseOf(fixture)];
  for (const { deed } of both) {
    await deed('county', 'decideCase', { decision: ACCEPTED });
    await deed('county', 'fileCase', { grade: 'GENERAL' });
  }
  const assignment = assignmentOf();
  const asked = await Promise.all(both.map(({ asked }) => asked('assignCase', { assignment })));
  const answers = await Promise.all(
    asked.map(async ({ document, variables }) => answerOf(await fixture.run('county', document, variables))),
  );
  expect(answers.map(({ code }) => code ?? 'DONE').sort()).toEqual(['BAD_INPUT', 'DONE']);
});

test('both hands at once, of two persons: each comes to stand, the second when it asks again', async () => {
  const of = await caseOf(fixture);
  await of.visited();
  const answers = await atOnce(of, ['bureau', 'signCase'], ['bureauHead', 'signCase']);
  expect(answers).toContain('DONE');
  for (const [at, account] of (['bureau', 'bureauHead'] as const).entries())
    if (answers[at] !== 'DONE') await of.deed(account, 'signCase');
  expect((await of.look('county')).signatures).toHaveLength(2);
});

test.each([1, 2, 3])(
  'a revisit that is written down beside a rework of its case: one of them happens, whole (%i)',
  async () => {
    const of = await caseOf(fixture);
    await of.reported();
    const id = await of.revisit('PRE_CLOSE');
    const answers = await atOnce(
      of,
      ['county', 'completeRevisit', { id, outcome: HEARD }],
      ['county2', 'reworkCase', { reason: '报告不实，退回重办' }],
    );
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1);
    const { state, round, revisits } = await of.look('county');
    const made = revisits.find((each: { id: string }) => each.id === id).state;
    expect([state, round, made]).toEqual(
      answers[0] === 'DONE' ? ['PRE_CLOSE_VISITED', 1, 'COMPLETED'] : ['REWORK', 2, 'DROPPED'],
    );
  },
);

test('an answer that was lost, and the deed sent again, is a conflict and no second deed', async () => {
  const of = await caseOf(fixture);
  const { document, variables } = await of.asked('decideCase', { decision: ACCEPTED });
  await fixture.run('county', document, variables);
  expect(answerOf(await fixture.run('county', document, variables))).toMatchObject({ code: 'CONFLICT' });
  expect(await lines(of.id, 'decide')).toBe(1);
  await of.deed('county', 'fileCase', { grade: 'GENERAL' });
  const id = await of.revisit('FILING');
  const told = await of.asked('completeRevisit', { id, outcome: { ...HEARD, told: '已立案，正在办理' } });
  await fixture.run('county', told.document, told.variables);
  expect(answerOf(await fixture.run('county', told.document, told.variables))).toMatchObject({ code: 'CONFLICT' });
  expect(await lines(id, 'complete')).toBe(1);
});

async function over(of: Of, token: string, mutation: string): Promise<Answer> {
  const { document: query, variables } = await of.asked(mutation);
  return answerOf((await server.post({ query, variables }, { authorization: `Bearer ${token}` })).body);
}
const today = dayOf(new Date());
const standsIn = (person: Account, post: Account, unit: number) =>
  fixture.admin.query(
    `insert into stand_in (county_code, id, unit_code, post_id, holder_id, person_id, person_name, valid_from, valid_to, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '外出')`,
    [
      COUNTY,
      v7(),
      unit,
      idOf(`post/${post}`),
      idOf(post),
      idOf(person),
      `测试·${person}`,
      addDays(today, -1),
      addDays(today, 5),
    ],
  );

test('whoever stands in for the main leader does not put both hands under it, in whichever order', async () => {
  await standsIn('bureau', 'bureauHead', UNITS.water);
  const own = await server.signIn('bureau');
  for (const order of ['own first', 'stand-in first']) {
    const of = await caseOf(fixture);
    await of.visited();
    const { token } = await standingIn(server, 'bureau', 'bureauHead');
    const [first, second] = order === 'own first' ? [own, token] : [token, own];
    expect(await over(of, first, 'signCase')).toMatchObject({ state: 'PRE_CLOSE_VISITED' });
    expect([order, await over(of, second, 'signCase')]).toMatchObject([order, { unmet: ['fourEyes'] }]);
    expect(await of.refused('county', 'closeCase')).toMatchObject({ code: 'REFUSED' });
  }
  await fixture.admin.query('delete from stand_in');
});

test('nor does somebody who holds both posts', async () => {
  const post = idOf('post/the head as clerk');
  await fixture.admin.query(
    `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from) values ($1, $2, $3, '测试·bureauHead', 'TOWNSHIP_CLERK', $4, $4, '2020-01-01')`,
    [COUNTY, post, idOf('bureauHead'), UNITS.water],
  );
  const of = await caseOf(fixture);
  await of.visited();
  const [leads, clerks] = [await server.signIn('bureauHead'), await server.signIn('bureauHead')];
  for (const [token, id] of [
    [leads, idOf('post/bureauHead')],
    [clerks, post],
  ])
    await server.post(
      { query: 'mutation ($post: ID!) { choosePost(post: $post) { level } }', variables: { post: id } },
      { authorization: `Bearer ${token}` },
    );
  expect(await over(of, clerks, 'signCase')).toMatchObject({ signatures: [{ signsAs: 'RESPONSIBLE' }] });
  expect(await over(of, leads, 'signCase')).toMatchObject({ unmet: ['fourEyes'] });
  await fixture.admin.query('delete from session where post_id = $1', [post]);
  await fixture.admin.query('delete from post where id = $1', [post]);
});

test('a report that is handled as a case is answered early without the case, and its author hears of both answers', async () => {
  const report = await submitted(fixture, 'officer');
  const READ = 'query ($id: ID!) { report(id: $id) { version state answer timeline { deed note } } }';
  const read = async (account: Account) => answerOf(await fixture.run(account, READ, { id: report }));
  const deed = async (mutation: string, given = '') =>
    answerOf(
      await fixture.run(
        'county',
        `mutation ($id: ID!, $version: Int!) { ${mutation}(id: $id, version: $version${given}) { state } }`,
        { id: report, version: (await read('county')).version },
      ),
    );
  await deed('triageReport');
  const of = await caseOf(fixture, 'county', { channel: 'REPORT', report });
  expect(await read('officer')).toMatchObject({ state: 'CASED' });
  // Nobody files away unanswered what a case rests on.
  expect(await deed('archiveReport', ', reason: "不再处理了"')).toMatchObject({ code: 'REFUSED' });
  expect(await deed('replyReport', ', answer: "已交水利局办理，请稍候。"')).toMatchObject({ state: 'REPLIED' });
  expect(await deed('markReportTold')).toMatchObject({ state: 'REPLIED' });
  expect(await deed('archiveReport', ', reason: "已先行答复"')).toMatchObject({ state: 'ARCHIVED' });
  await of.closed();
  await of.deed('county', 'answerCase', { answer: '机井已修好，恢复供水。' });
  const told = await read('officer');
  expect(told).toMatchObject({ state: 'ARCHIVED', answer: '已交水利局办理，请稍候。' });
  expect(told.timeline.at(-1)).toMatchObject({ note: '机井已修好，恢复供水。' });
});

test('what its unit has signed is written by nobody anew, and a draft is overtaken by another', async () => {
  const of = await caseOf(fixture);
  await of.handling();
  expect(
    (
      await atOnce(of, ['bureau', 'draftCaseResult', CASE_RESULT], ['bureauHead', 'draftCaseResult', CASE_RESULT])
    ).sort(),
  ).toEqual(['CONFLICT', 'DONE']);
  await of.deed('bureauHead', 'submitCaseResult');
  expect(await of.refused('bureau', 'draftCaseResult', CASE_RESULT)).toMatchObject({ unmet: ['state'] });
});
