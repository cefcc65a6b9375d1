import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Block, linesOf } from '@lxq/schema/texts/paper.ts';
import { v7 } from 'uuid';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, HEARD } from '../cases/case-deeds.testing.ts';
import { CENSURE_TEXT } from '../censures/censure.testing.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { orderText } from '../orders/order.testing.ts';
import { type Account, type Fixture, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const TYPES: Record<string, string> = {
  ...{ decision: 'CaseDecision', assignment: 'CaseAssignment', outcome: 'RevisitOutcome', reason: 'String' },
};
type Noun = 'case' | 'revisit' | 'order' | 'censure';
const asking = (noun: Noun, given: Record<string, unknown>) => {
  const names = Object.keys(given);
  const declared = names.map((name) => `, $${name}: ${TYPES[name]}`).join('');
  const passed = names.length ? `(${names.map((name) => `${name}: $${name}`).join(', ')})` : '';
  return `query ($id: ID!${declared}) { ${noun}(id: $id) { paperDrafts${passed} { kind title blocks } } }`;
};
interface Shown {
  kind: string;
  title: string;
  blocks: Block[];
}
const drafts = async (by: Account, noun: Noun, id: string, given: Record<string, unknown> = {}): Promise<Shown[]> =>
  (await ask(fixture, by, asking(noun, given), { id, ...given }))[noun]?.paperDrafts;
const linesIn = ({ blocks }: Shown) => linesOf(blocks);
const stored = async (id: string): Promise<{ kind: string; no: string; blocks: Block[] }[]> =>
  (await fixture.admin.query('select kind, no, blocks from paper where subject_id = $1 order by issued_at, id', [id]))
    .rows;
/** What was issued says what its draft said, under a number. */
const saysWhatWasShown = (draft: Shown | undefined, paper: Awaited<ReturnType<typeof stored>>[number] | undefined) =>
  expect(linesOf(paper?.blocks ?? [])).toEqual(
    linesIn(draft as Shown).map((line) => (line === '（草稿）' ? paper?.no : line)),
  );

test('before a case’s deed is done its paper can be looked at: as it will be, without a number, and kept nowhere', async () => {
  const { id, deed } = await caseOf(fixture);
  const [decision] = await drafts('county', 'case', id, { decision: ACCEPTED });
  expect(decision).toMatchObject({ kind: 'DECISION_NOTICE', title: '信访事项受理告知书' });
  expect(linesIn(decision as Shown)[1]).toBe('（草稿）');
  expect(await stored(id)).toEqual([]);
  expect((await fixture.admin.query('select from paper_series')).rowCount).toBe(0);
  await deed('county', 'decideCase', { decision: ACCEPTED });
  saysWhatWasShown(decision, (await stored(id))[0]);
  await deed('county', 'fileCase', { grade: 'GENERAL' });
  const assignment = assignmentOf();
  const [dispatch] = await drafts('county', 'case', id, { assignment });
  expect(await drafts('county', 'case', id, { decision: ACCEPTED })).toEqual([]);
  await deed('county', 'assignCase', { assignment });
  saysWhatWasShown(dispatch, (await stored(id))[1]);
});

test('a report and its written opinion are shown before they are signed, and the signature comes with the issuing', async () => {
  const { id, deed, handling, revisit } = await caseOf(fixture);
  await handling();
  expect(await drafts('bureau', 'case', id)).toEqual([]);
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  const [report, opinion] = await drafts('bureauHead', 'case', id);
  expect([report?.kind, opinion?.kind]).toEqual(['RESULT_REPORT', 'WRITTEN_OPINION']);
  expect(linesIn(report as Shown).join('')).not.toContain('签字：');
  await deed('bureauHead', 'submitCaseResult');
  const issued = (await stored(id)).find(({ kind }) => kind === 'RESULT_REPORT');
  expect(linesOf(issued?.blocks ?? []).filter((line) => !/^签字：|^所签文本/.test(line))).toEqual(
    linesIn(report as Shown).map((line) => (line === '（草稿）' ? issued?.no : line)),
  );
  expect(await drafts('bureauHead', 'case', id)).toEqual([]);
  const visit = await revisit('PRE_CLOSE');
  const [sheet] = await drafts('county', 'revisit', visit, { outcome: HEARD });
  expect(linesIn(sheet as Shown).join('')).toContain('编号（草稿）');
  await deed('county', 'completeRevisit', { id: visit, outcome: HEARD });
  const kept = (await stored(id)).find(({ kind }) => kind === 'REVISIT_SHEET');
  const untimed = (lines: string[]) => lines.filter((line) => !/^\d{4}年\d+月\d+日 \d/.test(line));
  expect(untimed(linesOf(kept?.blocks ?? []))).toEqual(
    untimed(linesIn(sheet as Shown)).map((line) => (line === '（草稿）' ? kept?.no : line)),
  );
});

test('a draft is refused for what the deed itself would refuse, and is nobody’s who does not see the matter', async () => {
  const { id, deed } = await caseOf(fixture);
  const decision = { ...ACCEPTED, outcome: 'NOT_ACCEPTED', reason: '' };
  expect(await refusal(fixture, 'county', asking('case', { decision }), { id, decision })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'reason',
  });
  expect(await drafts('otherClerk', 'case', id, { decision: ACCEPTED })).toBeUndefined();
  await deed('county', 'decideCase', { decision: ACCEPTED });
  await deed('county', 'fileCase', { grade: 'GENERAL' });
  const taken = (await fixture.admin.query('select notice_no from cases where notice_no is not null limit 1')).rows[0];
  const assignment = assignmentOf({ noticeNo: taken.notice_no });
  expect(await refusal(fixture, 'county', asking('case', { assignment }), { id, assignment })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'noticeNo',
  });
});

test('what the office would issue is drawn for nobody else who sees the matter, in no words of theirs', async () => {
  const { id, deed } = await caseOf(fixture, 'clerk');
  for (const by of ['clerk', 'leader'] as const)
    expect(await drafts(by, 'case', id, { decision: ACCEPTED })).toEqual([]);
  await deed('county', 'decideCase', { decision: ACCEPTED });
  await deed('county', 'fileCase', { grade: 'GENERAL' });
  expect(await drafts('clerk', 'case', id, { assignment: assignmentOf() })).toEqual([]);
  const other = await caseOf(fixture, 'clerk');
  await other.reported();
  const visit = await other.revisit('PRE_CLOSE');
  expect(await drafts('leader', 'revisit', visit, { outcome: HEARD })).toEqual([]);
});

test('an order and a censure are shown to their office alone before they go out, and once they are out there is no draft', async () => {
  const ORDER =
    'mutation ($clientId: ID!, $order: OrderText!) { draftOrder(clientId: $clientId, order: $order) { id version } }';
  const order = (await ask(fixture, 'county', ORDER, { clientId: v7(), order: orderText({ kind: 'SUPERVISION' }) }))
    .draftOrder;
  const [shown] = await drafts('director', 'order', order.id);
  expect(shown).toMatchObject({ kind: 'SUPERVISION_ORDER', title: '督办单' });
  expect(await drafts('bureau', 'order', order.id)).toBeUndefined();
  const ISSUE = 'mutation ($id: ID!, $version: Int!) { issueOrder(id: $id, version: $version) { id } }';
  await ask(fixture, 'director', ISSUE, order);
  expect(await drafts('director', 'order', order.id)).toEqual([]);
  const CENSURE =
    'mutation ($clientId: ID!, $censure: CensureText!) { draftCensure(clientId: $clientId, censure: $censure) { id version } }';
  const censure = (await ask(fixture, 'county', CENSURE, { clientId: v7(), censure: CENSURE_TEXT })).draftCensure;
  expect(await drafts('director', 'censure', censure.id)).toMatchObject([{ title: '关于机井维修推诿的通报' }]);
  const APPROVE = 'mutation ($id: ID!, $version: Int!) { approveCensure(id: $id, version: $version) { id } }';
  await ask(fixture, 'director', APPROVE, censure);
  const [approved] = await drafts('county', 'censure', censure.id);
  expect(linesIn(approved as Shown).join('\n')).toContain('签字：测试·director');
  expect(await drafts('leader', 'censure', censure.id)).toBeUndefined();
});
