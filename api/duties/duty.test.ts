import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DUTIFUL } from '@lxq/schema/duties/duties.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN } from '../cases/case-deeds.testing.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, POSTS, rightsOf, startFixture, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const DUTIES = '{ duties(first: 50) { totalCount edges { node { rule owedOf { no title link } } } } }';
interface Node {
  rule: string;
  owedOf: { no: string; title: string; link: string };
}
async function duties(account: Account): Promise<Node[]> {
  const { totalCount, edges } = (await ask(fixture, account, DUTIES)).duties;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }: { node: Node }) => node);
}
const rules = async (account: Account) => (await duties(account)).map(({ rule }) => rule).sort();
const BY = ['county', 'bureau', 'bureauHead', 'clerk', 'otherClerk', 'head'] as const;
/** Who has to do what, of those who have something to do. */
const owing = async () =>
  Object.fromEntries(
    (await Promise.all(BY.map(async (account) => [account, await rules(account)] as const))).filter(
      ([, owed]) => owed.length,
    ),
  );

test('a case’s and a revisit’s duties are of whoever does the step, and lead to what that person sees', async () => {
  const { id, deed, revisit } = await caseOf(fixture);
  expect(await owing()).toEqual({ county: ['CASE_DECIDE'] });
  await deed('county', 'decideCase', { decision: ACCEPTED });
  await deed('county', 'fileCase', { grade: 'MAJOR' });
  const office = ['CASE_POLICY_MAJOR', 'CASE_STATUTORY'];
  expect(await owing()).toEqual({ county: [...office, 'REVISIT_FILING'] });
  await deed('county', 'assignCase', { assignment: assignmentOf() });
  // Its leader sees what is owed for the whole, and does not sign for it.
  expect(await owing()).toEqual({
    county: ['REVISIT_FILING'],
    bureau: [office[0], 'CASE_SIGN', office[1]],
    bureauHead: office,
  });
  await deed('bureau', 'signForCase');
  await deed('bureau', 'planCase', { plan: PLAN });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  await deed('bureauHead', 'submitCaseResult');
  const pre = await revisit('PRE_CLOSE');
  await deed('county', 'assignRevisit', { id: pre, unit: String(UNITS.west) });
  expect(await owing()).toMatchObject({ county: ['REVISIT_FILING'], otherClerk: ['REVISIT_PRE_CLOSE'] });
  const [asked] = (await duties('otherClerk')) as [Node];
  expect(asked.owedOf).toMatchObject({
    no: expect.stringMatching(/^案\d{4}-\d+$/),
    title: '机井三天抽不上水',
    link: `/matters/revisits/${pre}`,
  });
  const opened = async (account: Account, type: string, of: string) =>
    (await ask(fixture, account, `query ($id: ID!) { ${type}(id: $id) { id } }`, { id: of }))[type];
  expect(await opened('otherClerk', 'revisit', pre)).toEqual({ id: pre });
  expect(await opened('otherClerk', 'case', id)).toEqual({ id });
  await deed('otherClerk', 'completeRevisit', { id: pre, outcome: HEARD });
  expect(await owing()).toMatchObject({ county: ['CASE_CLOSE', 'REVISIT_FILING'] });
  expect((await owing()).otherClerk).toBeUndefined();
  expect((await duties('county')).map(({ owedOf }) => owedOf.link)).toContain(`/matters/cases/${id}`);
  await deed('bureau', 'signCase');
  await deed('bureauHead', 'signCase');
  await deed('county', 'closeCase');
  expect(await owing()).toEqual({ county: ['CASE_ANSWER', 'REVISIT_POST_CLOSE'] });
});

const REMINDED = '{ reminded(first: 50) { totalCount edges { node { rule unit { code } owedOf { link } } } } }';
test('what others owe and the viewer was reminded of stands apart: each rung is of whom it is for', async () => {
  const { id, deed } = await caseOf(fixture);
  await deed('county', 'decideCase', { decision: ACCEPTED });
  await deed('county', 'fileCase', { grade: 'GENERAL' });
  await deed('county', 'assignCase', { assignment: assignmentOf() });
  const remind = (rung: string, addressee: string) =>
    fixture.admin.query(
      `insert into reminder (county_code, deadline_id, rung, unit_code, addressee, sent_at)
       select county_code, id, $1, unit_code, $2, now() from deadline where rule = 'CASE_SIGN' and subject_id = $3`,
      [rung, addressee, id],
    );
  const told = async () => {
    const by: Partial<Record<Account, unknown>> = {};
    for (const account of ['bureau', 'bureauHead', 'county', 'otherClerk', 'townLeader'] as const) {
      const { totalCount, edges } = (await ask(fixture, account, REMINDED)).reminded;
      expect(totalCount).toBe(edges.length);
      if (totalCount) by[account] = edges.map(({ node }: any) => [node.rule, node.unit.code, node.owedOf.link]);
    }
    return by;
  };
  const itsSigning = [['CASE_SIGN', String(UNITS.water), `/matters/cases/${id}`]];
  await remind('AT', 'HANDLER');
  expect(await told()).toEqual({}); // the clerk has it among the duties
  await remind('AFTER', 'OFFICE_HEAD');
  expect(await told()).toEqual({ bureauHead: itsSigning });
  await remind('AFTER_3', 'COUNTY_OFFICE');
  expect(await told()).toEqual({ bureauHead: itsSigning, county: itsSigning });
  await deed('bureau', 'signForCase');
  expect(await told()).toEqual({});
});

test('nobody else has duties', async () => {
  for (const account of Object.keys(POSTS) as Account[])
    if (!DUTIFUL.includes(rightsOf(account).role))
      expect(await refusal(fixture, account, DUTIES)).toMatchObject({ code: 'FORBIDDEN' });
});
