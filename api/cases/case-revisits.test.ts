import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refusal } from '../digests/digest.testing.ts';
import { type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN } from './case-deeds.testing.ts';

/* Who revisits a case, who does not, and what follows from what they heard. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('the station that received it and heard that it is not solved has it handled again', async () => {
  const { deed, look, revisit, assigned } = await caseOf(fixture, 'clerk');
  await assigned(assignmentOf({ coUnits: [] }));
  await deed('bureau', 'signForCase');
  await deed('bureau', 'planCase', { plan: PLAN });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  await deed('bureauHead', 'submitCaseResult');
  const id = await revisit('PRE_CLOSE');
  await deed('county', 'assignRevisit', { id, unit: String(UNITS.east) });
  const outcome = { ...HEARD, isSolved: false, rating: null, reason: '水还是时有时无' };
  expect(await deed('clerk', 'completeRevisit', { id, outcome })).toMatchObject({ state: 'FOLLOW_UP' });
  expect(await look('clerk')).toMatchObject({ state: 'REWORK', round: 2 });
  expect(await deed('county', 'explainRevisit', { id, explanation: '已退回水利局重新办理' })).toMatchObject({
    state: 'CLOSED',
  });
});

test('the unit whose leader takes the case does not revisit it', async () => {
  const { asked, revisit, deed, assigned } = await caseOf(fixture);
  await assigned(assignmentOf({ sponsor: idOf('post/townLeader'), coUnits: [] }));
  await deed('bureau', 'signForCase');
  await deed('bureau', 'planCase', { plan: PLAN });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  await deed('bureauHead', 'submitCaseResult');
  for (const kind of ['FILING', 'PRE_CLOSE']) {
    const { document, variables } = await asked('assignRevisit', { id: await revisit(kind), unit: String(UNITS.east) });
    expect(await refusal(fixture, 'county', document, variables)).toMatchObject({ code: 'BAD_INPUT', field: 'unit' });
  }
});

test('whoever gave a revisit up and acts on the case by now does not make it after all', async () => {
  const { id, deed, refused, revisit } = await caseOf(fixture);
  await deed('county', 'decideCase', { decision: ACCEPTED });
  await deed('county', 'fileCase', { grade: 'GENERAL' });
  const filing = await revisit('FILING');
  await deed('county', 'assignRevisit', { id: filing, unit: String(UNITS.west) });
  const days = [3, 2, 1].map((n) => ({
    ...{ at: new Date(Date.now() - n * 86_400_000).toISOString(), method: 'PHONE', note: '无人接听', byName: '某' },
  }));
  await fixture.admin.query(`update revisit set attempts = $2, state = 'ATTEMPTED' where id = $1`, [
    filing,
    JSON.stringify(days),
  ]);
  expect(await deed('otherClerk', 'giveUpRevisit', { id: filing })).toMatchObject({ state: 'UNREACHABLE' });
  await deed('county', 'assignCase', { id, assignment: assignmentOf({ mainUnit: String(UNITS.west), coUnits: [] }) });
  const outcome = { ...HEARD, told: '已告知办理进度', isSolved: null, rating: null };
  expect(await refused('otherClerk', 'completeRevisit', { id: filing, outcome })).toMatchObject({
    unmet: ['recusal'],
  });
});

test('one that nobody can reach counts after three days, three persons and the county’s word', async () => {
  const { deed, refused, look, reported, revisit } = await caseOf(fixture);
  await reported();
  const id = await revisit('PRE_CLOSE');
  const attempt = { method: 'PHONE', note: '无人接听' };
  for (let n = 0; n < 3; n++) await deed('county', 'attemptRevisit', { id, attempt });
  expect(await refused('county', 'giveUpRevisit', { id })).toMatchObject({ unmet: ['threeDays'] });
  await fixture.admin.query(
    `update revisit set attempts = (select jsonb_agg(a.one || jsonb_build_object('at', now() - n * interval '1 day')) from jsonb_array_elements(attempts) with ordinality a (one, n)) where id = $1`,
    [id],
  );
  expect(await deed('county', 'giveUpRevisit', { id })).toMatchObject({ state: 'UNREACHABLE' });
  expect(await refused('county', 'confirmRevisit', { id })).toMatchObject({ unmet: ['fourEyes'] });
  await deed('county2', 'confirmRevisit', { id });
  expect(await refused('county', 'countRevisit', { id, reason: '三次未联系上，见联系记录' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  await deed('director', 'countRevisit', { id, reason: '三次未联系上，见联系记录' });
  expect(await look('county')).toMatchObject({ state: 'PRE_CLOSE_VISITED' });
  await deed('bureau', 'signCase');
  await deed('bureauHead', 'signCase');
  expect(await deed('county', 'closeCase')).toMatchObject({ state: 'CLOSED' });
});
