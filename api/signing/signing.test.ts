import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { v7 } from 'uuid';
import { CASE_RESULT, caseOf, HEARD } from '../cases/case-deeds.testing.ts';
import { APPROVE, ask, edited, monthsLater, refusal, SUBMIT } from '../digests/digest.testing.ts';
import { instructionOf } from '../instructions/instruction-deeds.testing.ts';
import { type Account, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const TRAY =
  'query ($first: Int! = 20, $after: String) { viewer { signingCount } signingTray(first: $first, after: $after) { edges { node { id kind title since link } } pageInfo { hasNextPage endCursor } } }';
const waiting = async (account: Account) => {
  const { viewer, signingTray } = await ask(fixture, account, TRAY);
  const nodes = signingTray.edges.map(({ node }: any) => node);
  expect(viewer.signingCount).toBe(nodes.length);
  return nodes;
};
const submitted = async () => {
  const { id, version } = await edited(fixture);
  return (await ask(fixture, 'county', SUBMIT, { id, version })).submitDigestForReview as {
    id: string;
    version: number;
  };
};

test('an issue waits for the director from its submission to the signature, and says where it is signed', async () => {
  expect(await waiting('director')).toEqual([]);
  const { id, version } = await submitted();
  const [one] = await waiting('director');
  expect(one).toMatchObject({ id, kind: 'DIGEST', link: `/digests/${id}` });
  expect(one.title).toMatch(/^十日信息摘报（\d{4}-\d\d-\d\d — \d{4}-\d\d-\d\d）$/);
  expect(Date.now() - one.since).toBeLessThan(60_000);
  const BACK =
    'mutation ($id: ID!, $version: Int!) { sendBackDigest(id: $id, version: $version, comment: "请核对标题") { version } }';
  const back = (await ask(fixture, 'director', BACK, { id, version })).sendBackDigest;
  expect(await waiting('director')).toEqual([]);
  const again = (await ask(fixture, 'county', SUBMIT, { id, version: back.version })).submitDigestForReview;
  expect(await waiting('director')).toHaveLength(1);
  await ask(fixture, 'director', APPROVE, { id, version: again.version });
  expect(await waiting('director')).toEqual([]);
});

test('a drafted order and a drafted censure wait for the director, and say where they are read', async () => {
  const dueOn = addDays(dayOf(new Date()), 20);
  const order = { kind: 'GUIDANCE', unit: String(UNITS.water), title: '规范机井维修', dueOn };
  const texts = { basis: '近三个月机井类反映集中，办理偏长。', requirement: '建立响应制度，逐井登记造册并报送。' };
  const ORDER =
    'mutation ($clientId: ID!, $order: OrderText!) { draftOrder(clientId: $clientId, order: $order) { id } }';
  const ordered = await ask(fixture, 'county', ORDER, { clientId: v7(), order: { ...order, ...texts } });
  const censure = { unit: String(UNITS.water), title: '机井维修推诿的通报', rule: '《信访工作条例》第四十五条' };
  const CENSURE =
    'mutation ($clientId: ID!, $censure: CensureText!) { draftCensure(clientId: $clientId, censure: $censure) { id } }';
  const told = { cause: '两次退回重办后仍未按期报结。', evidence: '回访单两份、台账一份。' };
  const censured = await ask(fixture, 'county', CENSURE, { clientId: v7(), censure: { ...censure, ...told } });
  const [first, second] = [ordered.draftOrder.id, censured.draftCensure.id];
  expect(await waiting('director')).toMatchObject([
    { id: first, kind: 'ORDER', title: order.title, link: `/matters/orders/${first}` },
    { id: second, kind: 'CENSURE', title: censure.title, link: `/matters/censures/${second}` },
  ]);
  await ask(fixture, 'director', 'mutation ($id: ID!) { issueOrder(id: $id, version: 1) { id } }', { id: first });
  await ask(fixture, 'director', 'mutation ($id: ID!) { approveCensure(id: $id, version: 1) { id } }', { id: second });
  expect(await waiting('director')).toEqual([]);
});

test('nobody but who signs has a tray', async () => {
  for (const account of ['county', 'leader', 'analyst', 'discipline', 'officer', 'admin'] as const)
    expect(await refusal(fixture, account, TRAY)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(fixture, null, TRAY)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a written result waits for the principal or the leader in charge of its main unit, and nobody else’s', async () => {
  const { id, handled, deed } = await instructionOf(fixture);
  await handled();
  expect(await waiting('bureauHead')).toMatchObject([{ id, kind: 'RESULT', link: `/matters/${id}` }]);
  expect(await waiting('townLeader')).toEqual([]); // a co-unit's
  await deed('bureauHead', 'reportInstruction');
  expect(await waiting('bureauHead')).toEqual([]);
});

test('a case’s report waits for the principal or the leader in charge of its main unit, and its closing for both hands', async () => {
  const { id, handling, deed, revisit } = await caseOf(fixture);
  const theirs = async () => {
    const kinds = async (account: Account) =>
      (await waiting(account))
        .filter((each: { id: string }) => each.id === id)
        .map(({ kind }: { kind: string }) => kind);
    return { clerk: await kinds('bureau'), head: await kinds('bureauHead') };
  };
  await handling();
  expect(await theirs()).toEqual({ clerk: [], head: [] });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  expect(await theirs()).toEqual({ clerk: [], head: ['CASE_RESULT'] });
  expect(await waiting('bureauHead')).toMatchObject([{ title: '机井三天抽不上水', link: `/matters/cases/${id}` }]);
  for (const account of ['townLeader', 'clerk', 'otherClerk', 'head'] as const)
    expect(await waiting(account)).toEqual([]);
  await deed('bureauHead', 'submitCaseResult');
  expect(await theirs()).toEqual({ clerk: [], head: [] });
  await deed('county', 'completeRevisit', { id: await revisit('PRE_CLOSE'), outcome: HEARD });
  expect(await theirs()).toEqual({ clerk: ['CASE_CLOSING'], head: ['CASE_CLOSING'] });
  for (const account of ['townLeader', 'clerk', 'otherClerk', 'head'] as const)
    expect(await waiting(account)).toEqual([]);
  await deed('bureau', 'signCase');
  expect(await theirs()).toEqual({ clerk: [], head: ['CASE_CLOSING'] });
  await deed('bureauHead', 'signCase');
  expect(await theirs()).toEqual({ clerk: [], head: [] });
});

test('what a director had a hand in waits for another', async () => {
  await monthsLater(fixture);
  const { id } = await submitted();
  expect(await waiting('director')).toHaveLength(1);
  await fixture.admin.query('update digest set editor_id = $2 where id = $1', [id, idOf('director')]);
  expect(await waiting('director')).toEqual([]);
  await fixture.admin.query('update digest set editor_id = null where id = $1', [id]);
  expect(await waiting('director')).toHaveLength(1);
});

test('the count is one statement, a page as well, whatever waits; pages go on without a repeat', async () => {
  const cost = async (document: string) => {
    const before = fixture.database.statements;
    await ask(fixture, 'director', document);
    return fixture.database.statements - before;
  };
  const bare = await cost('{ viewer { level } cursor }');
  expect(await cost('{ viewer { level signingCount } cursor }')).toBe(bare + 1);
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients)
     select 990101, gen_random_uuid(), 'REVIEWING', date '1990-01-01' + n, date '1990-01-01' + n, '摘报', '', '', '{}' from generate_series(1, 30) n`,
  );
  await fixture.admin.query(
    `insert into audit (county_code, id, at, unit_code, line, ears, subject, subject_id, deed, actor_id, actor_name, actor_role)
     select county_code, gen_random_uuid(), now() - interval '1 day', 990101000000000, 'LINE', 'OFFICE', 'DIGEST', id, 'submitForReview', gen_random_uuid(), '某', 'COUNTY_CLERK'
     from digest where mark = ''`,
  );
  expect(await cost('{ viewer { level signingCount } cursor }')).toBe(bare + 1);
  const met = new Set<string>();
  for (let after: string | null = null, pages = 0; pages < 10; pages++) {
    const { signingTray }: any = await ask(fixture, 'director', TRAY, { first: 8, after });
    for (const { node } of signingTray.edges) met.add(node.id);
    after = signingTray.pageInfo.endCursor;
    if (!signingTray.pageInfo.hasNextPage) break;
  }
  expect(met.size).toBe((await ask(fixture, 'director', '{ viewer { signingCount } }')).viewer.signingCount);
});
