import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN } from '../cases/case-deeds.testing.ts';
import { ask } from '../digests/digest.testing.ts';
import { type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

type Case = Awaited<ReturnType<typeof caseOf>>;
const ordersOf = async ({ id }: Case) =>
  (
    await fixture.admin.query(
      'select *, unit_code::float8 as unit from guidance_order where case_id = $1 order by serial',
      [id],
    )
  ).rows;
const noOf = async ({ id }: Case) =>
  (await ask(fixture, 'county', 'query ($id: ID!) { case(id: $id) { no } }', { id })).case.no as string;
const reason = { reason: '报告与现场不符，重新办理' };
const UNSOLVED = { ...HEARD, isSolved: false, opinion: '用两天又不行了', rating: 'DISSATISFIED', reason: '没有处理到' };

/** Its unit reports again. */
async function reportAgain({ deed }: Case) {
  await deed('bureau', 'planCase', { plan: PLAN });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  await deed('bureauHead', 'submitCaseResult');
}
async function reworkedTwice(): Promise<Case> {
  const it = await caseOf(fixture);
  await it.reported();
  for (let n = 0; n < 2; n++) {
    await it.deed('county', 'reworkCase', reason);
    await reportAgain(it);
  }
  return it;
}

test('a third rework drafts one order to supervise the main unit, which the director signs', async () => {
  const it = await reworkedTwice();
  expect(await ordersOf(it)).toEqual([]);
  await it.deed('county', 'reworkCase', reason);
  const [order, ...others] = await ordersOf(it);
  const no = await noOf(it);
  expect(others).toEqual([]);
  expect(order).toMatchObject({
    ...{ kind: 'SUPERVISION', state: 'DRAFT', unit: UNITS.water, drafted_by_id: idOf('county') },
    ...{ title: `督办${no}：已3次退回重办`, requirement: expect.stringContaining(no) },
    basis: `案件${no}至今退回重办3次、因异议改派0次，仍未办结。`,
  });
  const shown = await ask(fixture, 'county', 'query ($id: ID!) { order(id: $id) { dueOn } }', { id: order.id });
  expect(shown.order.dueOn).toBe(addDays(dayOf(new Date()), 15));
  const SIGNING = '{ signingTray { edges { node { id } } } }';
  expect((await ask(fixture, 'director', SIGNING)).signingTray.edges.map(({ node }: any) => node.id)).toContain(
    order.id,
  );
  expect(
    (await ask(fixture, 'bureau', 'query ($id: ID!) { order(id: $id) { id } }', { id: order.id })).order,
  ).toBeNull();
  const ISSUE = 'mutation ($id: ID!) { issueOrder(id: $id, version: 1) { state case { id } } }';
  expect((await ask(fixture, 'director', ISSUE, { id: order.id })).issueOrder).toEqual({
    ...{ state: 'ISSUED', case: { id: it.id } },
  });
  await reportAgain(it);
  await it.deed('county2', 'reworkCase', reason);
  expect(await ordersOf(it)).toHaveLength(1);
});

test('so does a revisit in vain; what a station heard the office’s next deed makes up', async () => {
  const it = await reworkedTwice();
  const id = await it.revisit('PRE_CLOSE');
  await it.deed('county', 'assignRevisit', { id, unit: String(UNITS.west) });
  await it.deed('otherClerk', 'completeRevisit', { id, outcome: UNSOLVED });
  expect(await ordersOf(it)).toEqual([]);
  await reportAgain(it);
  await it.deed('county', 'completeRevisit', { id: await it.revisit('PRE_CLOSE'), outcome: UNSOLVED });
  expect(await ordersOf(it)).toMatchObject([{ title: `督办${await noOf(it)}：已4次退回重办` }]);
});

test('a third transfer drafts one to the unit that it comes to; to a village by way of its station', async () => {
  const it = await caseOf(fixture);
  await it.assigned();
  const WAY = [
    ['bureau', UNITS.west],
    ['otherClerk', UNITS.water],
    ['bureau', UNITS.willow],
  ] as const;
  for (const [objecting, unit] of WAY) {
    expect(await ordersOf(it)).toEqual([]);
    await it.deed(objecting, 'signForCase');
    await it.deed(objecting, 'objectToCase', { reason: '不属于本单位职责范围' });
    await it.deed('county', 'reassignCase', { assignment: assignmentOf({ mainUnit: String(unit), coUnits: [] }) });
  }
  expect(await ordersOf(it)).toMatchObject([
    { unit: UNITS.east, title: `督办${await noOf(it)}：已3次因异议改派`, drafted_by_id: idOf('county') },
  ]);
});
