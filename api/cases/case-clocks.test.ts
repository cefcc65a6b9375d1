import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Account, COUNTY, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN } from './case-deeds.testing.ts';

let fixture: Fixture;
let server: TestServer;
let it: Awaited<ReturnType<typeof caseOf>>;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});
beforeEach(async () => {
  it = await caseOf(fixture);
});

const NAMES = Object.fromEntries(Object.entries(UNITS).map(([name, unit]) => [unit, name]));
/** What is owed of it and of its revisits now, and by which unit. */
async function owed(): Promise<string[]> {
  const { rows } = await fixture.admin.query(
    `select rule, unit_code::float8 as unit from deadline where county_code = $2 and state in ('RUNNING', 'EXTENDED') and met_at is null
       and (subject_id = $1 or subject_id in (select id from revisit where subject_id = $1)) order by rule`,
    [it.id, COUNTY],
  );
  return rows.map(({ rule, unit }) => `${rule.replace('CASE_', '')} ${NAMES[unit]}`);
}
const objectBy = async () =>
  (
    await fixture.admin.query(
      `select due_at from deadline where subject_id = $1 and rule = 'CASE_OBJECT' and met_at is null and dropped_at is null`,
      [it.id],
    )
  ).rows;
const handledAgain = async (by: Account = 'bureau') => {
  await it.deed(by, 'planCase', { plan: PLAN });
  await it.deed(by, 'draftCaseResult', CASE_RESULT);
  return it.deed('bureauHead', 'submitCaseResult');
};
const heardBy = async (kind: string, by: Account = 'county', outcome: object = HEARD) =>
  it.deed(by, 'completeRevisit', { id: await it.revisit(kind), outcome });
const BAD = { ...HEARD, isSolved: false, rating: 'DISSATISFIED', reason: '水还是时有时无' };
const FILING = 'REVISIT_FILING county';
const WHOLE = ['POLICY_GENERAL water', 'STATUTORY water'];

test('from registration to closing each owes its own step, and whoever has it what is counted for the whole', async () => {
  const { deed } = it;
  expect(await owed()).toEqual(['DECIDE county']);
  await deed('county', 'decideCase', { decision: ACCEPTED });
  expect(await owed()).toEqual(['STATUTORY county']);
  await deed('county', 'fileCase', { grade: 'GENERAL' });
  const filed = ['POLICY_GENERAL county', 'STATUTORY county', FILING];
  expect(await owed()).toEqual(filed);
  await deed('county', 'assignCase', { assignment: assignmentOf() });
  const assigned = ['POLICY_GENERAL water', 'SIGN water', 'STATUTORY water', FILING];
  expect(await owed()).toEqual(assigned);
  await deed('county', 'recallCase');
  expect(await owed()).toEqual(filed);
  await deed('county', 'assignCase', { assignment: assignmentOf() });
  expect(await owed()).toEqual(assigned);
  await deed('bureau', 'signForCase');
  const signed = ['OBJECT water', ...WHOLE, FILING];
  expect(await owed()).toEqual(signed);
  const first = await objectBy();
  await deed('bureau', 'objectToCase', { reason: '属村内管网，应由镇里办理' });
  expect(await owed()).toEqual(['ARBITRATE county', ...WHOLE, FILING]);
  await deed('county', 'upholdCase', { reason: '机井归水利局管理' });
  expect(await owed()).toEqual(signed);
  expect(await objectBy()).toEqual(first);
  await handledAgain();
  expect(await owed()).toEqual(['STATUTORY water', FILING, 'REVISIT_PRE_CLOSE county']);
  await heardBy('PRE_CLOSE');
  expect(await owed()).toEqual(['CLOSE county', 'STATUTORY water', FILING]);
  await deed('county', 'reworkCase', { reason: '报告与回访不符' });
  expect(await owed()).toEqual(['REWORK water', 'STATUTORY water']);
  await handledAgain();
  await heardBy('PRE_CLOSE');
  await deed('bureau', 'signCase');
  await deed('bureauHead', 'signCase');
  await deed('county', 'closeCase');
  expect(await owed()).toEqual(['ANSWER county', 'REVIEW_REQUEST county', 'REVISIT_POST_CLOSE county']);
});

test('it goes to another unit with what is counted, and a day for signing of its own', async () => {
  await it.assigned();
  await it.deed('bureau', 'signForCase');
  await it.deed('bureau', 'objectToCase', { reason: '属村内管网，应由镇里办理' });
  await it.deed('county', 'reassignCase', { assignment: assignmentOf({ mainUnit: String(UNITS.west), coUnits: [] }) });
  expect(await owed()).toEqual(['POLICY_GENERAL west', 'SIGN west', 'STATUTORY west', FILING]);
});

test.each(['TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED'])(
  '%s, whoever came is answered, and nothing else is owed',
  async (outcome) => {
    const decision = { ...ACCEPTED, outcome, to: '县人民法院', route: 'LITIGATION', reason: '应当通过诉讼途径解决' };
    await it.deed('county', 'decideCase', { decision });
    expect(await owed()).toEqual(['ANSWER county']);
    await it.deed('county', 'answerCase', { answer: '已告知可向法院起诉。' });
    expect(await owed()).toEqual([]);
    expect((await it.deed('county', 'archiveCase')).state).toBe('ARCHIVED');
  },
);

test('solved on the spot its unit owes what the office would, without filing', async () => {
  await it.deed('county', 'decideCase', { decision: ACCEPTED });
  await it.deed('county', 'settleCase', { unit: String(UNITS.water) });
  expect(await owed()).toEqual(WHOLE);
  await it.deed('bureau', 'draftCaseResult', CASE_RESULT);
  await it.deed('bureauHead', 'submitCaseResult');
  expect(await owed()).toEqual(['STATUTORY water', 'REVISIT_PRE_CLOSE county']);
});

test.each(['county', 'otherClerk'] as const)(
  'a relapse that %s hears of ends what the office owed after the closing',
  async (by) => {
    await it.closed();
    if (by !== 'county')
      await it.deed('county', 'assignRevisit', { id: await it.revisit('POST_CLOSE'), unit: String(UNITS.west) });
    await heardBy('POST_CLOSE', by, BAD);
    expect(await owed()).toEqual(['REWORK water']);
    expect(await it.look('county')).toMatchObject({ state: 'REOPENED', answer: null, dueOn: expect.anything() });
  },
);

test('a review is answered in its time; revoked, it is handled again, closed anew and may be reviewed anew', async () => {
  await it.closed();
  await it.deed('county', 'answerCase', { answer: '机井已修好，恢复供水。' });
  expect(await owed()).toEqual(['REVIEW_REQUEST county', 'REVISIT_POST_CLOSE county']);
  await it.deed('county', 'reviewCase', { request: '认为处理不到位，请求复查' });
  expect(await owed()).toEqual(['REVIEW_ANSWER county', 'REVISIT_POST_CLOSE county']);
  const revoked = { outcome: 'REVOKED', reason: '经复查，事实不清，撤销重办' };
  const again = await it.deed('county', 'answerCaseReview', revoked);
  expect(again).toMatchObject({ state: 'REOPENED', round: 2, reopenings: 1, answer: null, dueOn: expect.anything() });
  expect(await owed()).toEqual(['REWORK water']);
  await handledAgain();
  await heardBy('PRE_CLOSE');
  await it.deed('bureau', 'signCase');
  await it.deed('bureauHead', 'signCase');
  await it.deed('county', 'closeCase');
  await it.deed('county', 'answerCase', { answer: '已重新办理，恢复供水。' });
  await heardBy('POST_CLOSE');
  expect(await it.refused('county', 'archiveCase')).toMatchObject({ unmet: ['reviewTime'] });
  expect(await it.refused('county', 'reviewCaseFinally', { request: '请求复核' })).toMatchObject({
    unmet: ['reviewed'],
  });
  await it.deed('county', 'reviewCase', { request: '对新的处理意见请求复查' });
  await it.deed('county', 'answerCaseReview', { ...revoked, outcome: 'UPHELD' });
  expect(await it.refused('county', 'reviewCase', { request: '再次复查' })).toMatchObject({ unmet: ['reviewed'] });
  await it.deed('county', 'reviewCaseFinally', { request: '请求复核' });
  expect(await owed()).toEqual(['FINAL_REVIEW_ANSWER county']);
  expect(await it.deed('county', 'answerCaseFinalReview', { ...revoked, outcome: 'UPHELD' })).toMatchObject({
    state: 'TERMINATED',
  });
  expect(await owed()).toEqual([]);
  expect((await it.deed('county', 'archiveCase')).state).toBe('ARCHIVED');
});

test('a village room as main unit does and owes as any other, its head with two hands to find', async () => {
  await fixture.admin.query(`update post set capacity = 'PRINCIPAL' where person_id = $1`, [idOf('head')]);
  await fixture.admin.query(
    `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, valid_from) values ($1, $2, $3, '测试·officer2', 'VILLAGE_HEAD', $4, $4, '2020-01-01')`,
    [COUNTY, idOf('post/second head'), idOf('officer2'), UNITS.willow],
  );
  const [head, second] = await Promise.all([server.signIn('head'), server.signIn('officer2')]);
  const as = async (token: string, mutation: string, given?: Record<string, unknown>) => {
    const { document: query, variables } = await it.asked(mutation, given);
    const { body } = await server.post({ query, variables }, { authorization: `Bearer ${token}` });
    expect([mutation, body.errors]).toEqual([mutation, undefined]);
    return body.data[mutation];
  };
  const CHOOSE = 'mutation ($post: ID!) { choosePost(post: $post) { level } }';
  await server.post(
    { query: CHOOSE, variables: { post: idOf('post/second head') } },
    { authorization: `Bearer ${second}` },
  );
  await it.assigned(assignmentOf({ mainUnit: String(UNITS.willow), coUnits: [] }));
  await as(head, 'signForCase');
  expect(await owed()).toEqual(['OBJECT willow', 'POLICY_GENERAL willow', 'STATUTORY willow', FILING]);
  await as(head, 'objectToCase', { reason: '机井是水利局的，应由其办理' });
  expect(await owed()).toEqual(['ARBITRATE county', 'POLICY_GENERAL willow', 'STATUTORY willow', FILING]);
  await it.deed('county', 'upholdCase', { reason: '村级管护' });
  await as(head, 'planCase', { plan: PLAN });
  await as(second, 'draftCaseResult', CASE_RESULT);
  await as(head, 'submitCaseResult');
  expect(await owed()).toEqual(['STATUTORY willow', FILING, 'REVISIT_PRE_CLOSE county']);
  // A room revisits as well, and what it hears has another unit handle it again.
  await it.deed('county', 'assignRevisit', { id: await it.revisit('PRE_CLOSE'), unit: String(UNITS.poplar) });
  expect(await owed()).toContain('REVISIT_PRE_CLOSE poplar');
  await it.deed('county', 'assignRevisit', { id: await it.revisit('PRE_CLOSE'), unit: String(UNITS.county) });
  await heardBy('PRE_CLOSE');
  await as(head, 'signCase');
  await as(second, 'signCase');
  expect(await it.deed('county', 'closeCase')).toMatchObject({ state: 'CLOSED', closingUnmet: [] });
});
