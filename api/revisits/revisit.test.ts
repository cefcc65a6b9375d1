import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseOf, HEARD } from '../cases/case-deeds.testing.ts';
import { ask } from '../digests/digest.testing.ts';
import { type Fixture, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const TRIED = { method: 'PHONE', note: '无人接听' };
const BAD = { ...HEARD, isSolved: false, rating: null, reason: '水还是时有时无' };

test('what is to be followed up is closed with what was done about it, and what was heard stays', async () => {
  const { deed, revisit, reported, refused } = await caseOf(fixture);
  await reported();
  const id = await revisit('PRE_CLOSE');
  expect(await deed('county', 'completeRevisit', { id, outcome: BAD })).toMatchObject({ state: 'FOLLOW_UP' });
  const explanation = '已到现场协调，管道今日修复';
  expect(await deed('county', 'explainRevisit', { id, explanation })).toMatchObject({
    ...{ state: 'CLOSED', isSolved: false, rating: null },
  });
  expect(await refused('county', 'completeRevisit', { id, outcome: HEARD })).toMatchObject({ unmet: ['state'] });
});

test('a revisit that was not reached stays in the list to call from, with each attempt', async () => {
  const { deed, revisit, reported, refused } = await caseOf(fixture);
  await reported();
  const id = await revisit('PRE_CLOSE');
  for (const note of ['无人接听', '关机']) await deed('county', 'attemptRevisit', { id, attempt: { ...TRIED, note } });
  const LIST =
    '{ revisits(filter: { tray: TODO, kind: PRE_CLOSE }) { edges { node { id state attempts { note } } } } }';
  const rows = (await ask(fixture, 'county', LIST)).revisits.edges.map(({ node }: { node: unknown }) => node);
  expect(rows).toContainEqual({ id, state: 'ATTEMPTED', attempts: [{ note: '无人接听' }, { note: '关机' }] });
  expect(await refused('county', 'giveUpRevisit', { id })).toMatchObject({ unmet: ['threeDays'] });
});

test('after three days without an answer one gives up, another confirms, and the director, a third, lets it count', async () => {
  const { deed, revisit, reported, refused, look } = await caseOf(fixture);
  await reported();
  const id = await revisit('PRE_CLOSE');
  await deed('county', 'attemptRevisit', { id, attempt: TRIED });
  const days = [3, 2, 1].map((ago) => ({ ...TRIED, at: new Date(Date.now() - ago * 86_400_000), byName: '经办' }));
  await fixture.admin.query('update revisit set attempts = $2 where id = $1', [id, JSON.stringify(days)]);
  expect(await deed('county', 'giveUpRevisit', { id })).toMatchObject({ state: 'UNREACHABLE' });
  expect(await refused('county', 'confirmRevisit', { id })).toMatchObject({ unmet: ['fourEyes'] });
  expect(await deed('county2', 'confirmRevisit', { id })).toMatchObject({ state: 'CONFIRMED' });
  const reason = '三次未联系上，现场核实已通水';
  expect(await deed('director', 'countRevisit', { id, reason })).toMatchObject({ state: 'COUNTED' });
  expect(await look('county')).toMatchObject({ state: 'PRE_CLOSE_VISITED' });
});
