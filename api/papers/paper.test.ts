import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayOf } from '@lxq/schema/calendar.ts';
import { type Block, linesOf } from '@lxq/schema/texts/paper.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN } from '../cases/case-deeds.testing.ts';
import { ask } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import type { Paper } from './paper.entity.ts';
import { type Draft, hashOf, issue } from './paper.service.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const YEAR = dayOf(new Date()).slice(0, 4);
const PAPERS = 'query ($id: ID!) { case(id: $id) { papers { id kind no title round issuerName issuedAt hash } } }';
interface Read extends Pick<Paper, 'id' | 'kind' | 'no' | 'title' | 'issuerName' | 'hash'> {
  blocks: Block[];
}
const papersOf = async (by: Account, id: string): Promise<Read[]> =>
  (await ask(fixture, by, PAPERS, { id })).case.papers;
const textOf = async (by: Account, id: string): Promise<string> => {
  const { paper } = await ask(fixture, by, 'query ($id: ID!) { paper(id: $id) { blocks } }', { id });
  return linesOf(paper.blocks).join('\n');
};
const kinds = (papers: readonly Read[]) => papers.map(({ kind }) => kind);

test('each deed issues its paper: the decision, the dispatch under the clerk’s number, report and opinion, the sheet', async () => {
  const { id, deed, revisit } = await caseOf(fixture);
  await deed('county', 'decideCase', { decision: ACCEPTED });
  await deed('county', 'fileCase', { grade: 'GENERAL' });
  const given = assignmentOf();
  await deed('county', 'assignCase', { assignment: given });
  const [decision, dispatch] = await papersOf('county', id);
  expect(decision).toMatchObject({ kind: 'DECISION_NOTICE', no: `告字〔${YEAR}〕1号`, title: '信访事项受理告知书' });
  expect(dispatch).toMatchObject({ kind: 'DISPATCH_NOTICE', no: given.noticeNo });
  expect(await textOf('bureau', dispatch?.id as string)).toContain('农水股股长');
  await deed('bureau', 'signForCase');
  await deed('bureau', 'planCase', { plan: PLAN });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  expect(await papersOf('county', id)).toHaveLength(2);
  await deed('bureauHead', 'submitCaseResult');
  await deed('county', 'completeRevisit', { id: await revisit('PRE_CLOSE'), outcome: HEARD });
  const papers = await papersOf('county', id);
  expect(kinds(papers).slice(2).sort()).toEqual(['RESULT_REPORT', 'REVISIT_SHEET', 'WRITTEN_OPINION']);
  const { rows } = await fixture.admin.query(
    'select signed_hash, signed_by_name from result_report where subject_id = $1',
    [id],
  );
  const one = (kind: string) => papers.find((paper) => paper.kind === kind) as Read;
  const report = await textOf('clerk', one('RESULT_REPORT').id);
  expect(report).toContain(`签字：${rows[0].signed_by_name}（`);
  expect(report).toContain(`所签文本校验值 ${rows[0].signed_hash.slice(0, 16)}`);
  const opinion = await textOf('bureau', one('WRITTEN_OPINION').id);
  for (const said of [
    '修好机井，恢复供水',
    '《抗旱条例》有关规定',
    '可在三十日内申请复查',
    '机井已修好，全村恢复供水。',
  ])
    expect(opinion).toContain(said);
  expect(opinion).not.toContain('更换水泵并清洗机井'); // the report's own text is for those who check it
  expect(await textOf('county', one('REVISIT_SHEET').id)).toContain('水来了，满意');
  const REVISIT = 'query ($id: ID!) { revisit(id: $id) { papers { kind } } }';
  const { revisit: sheet } = await ask(fixture, 'county', REVISIT, { id: await revisit('PRE_CLOSE') });
  expect(sheet.papers).toEqual([{ kind: 'REVISIT_SHEET' }]);
});

test('a suggestion gets no written opinion, and another decision another title', async () => {
  const { id, reported } = await caseOf(fixture, 'county', { purpose: 'SUGGESTION' });
  await reported();
  expect(kinds(await papersOf('county', id))).not.toContain('WRITTEN_OPINION');
  const other = await caseOf(fixture);
  const decision = { ...ACCEPTED, outcome: 'NOT_ACCEPTED', reason: '已经三级终结' };
  await other.deed('county', 'decideCase', { decision });
  const [notice] = await papersOf('county', other.id);
  expect(notice?.title).toBe('信访事项不予受理告知书');
  expect(await textOf('county', notice?.id as string)).toContain('理由：已经三级终结');
});

const draftOf = (subjectId: string): Draft => ({
  ...{ kind: 'DECISION_NOTICE', unitCode: UNITS.county, title: '信访事项受理告知书' },
  ...{ of: { subject: 'CASE', subjectId, sourceId: subjectId, round: 1 } },
  blocks: () => [{ role: 'paragraph', text: '正文' }],
});
const serials = async (kind: string) =>
  (
    await fixture.admin.query('select serial from paper where kind = $1 and unit_code = $2 order by serial', [
      kind,
      UNITS.county,
    ])
  ).rows.map(({ serial }) => serial);

test('two who issue at once have two numbers, and one that is undone leaves no gap', async () => {
  const { id } = await caseOf(fixture);
  const before = (await serials('DECISION_NOTICE')).length;
  const [first, second] = [fixture.scope('county'), fixture.scope('county')];
  await issue(first, draftOf(id));
  let isIssued = false;
  const waiting = issue(second, draftOf(id)).then(() => {
    isIssued = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isIssued).toBe(false);
  await first.end('rollback');
  await waiting;
  await second.end('commit');
  await Promise.all(
    [1, 2, 3].map(async () => {
      const scope = fixture.scope('county');
      await issue(scope, draftOf(id));
      await scope.end('commit');
    }),
  );
  expect(await serials('DECISION_NOTICE')).toEqual(Array.from({ length: before + 4 }, (_, i) => i + 1));
});

test('what was issued never changes, and its hash is that of what it says; a series goes one by one', async () => {
  const { id, deed } = await caseOf(fixture);
  await deed('county', 'decideCase', { decision: ACCEPTED });
  const scope = fixture.scope('county');
  const paper = (await scope.row<Paper>('select * from paper where subject_id = $1', [id])) as Paper;
  await scope.end('commit');
  expect(hashOf(paper)).toBe(paper.hash);
  const changed = paper.blocks.map((block, i) => (i === 4 ? { ...block, text: `${block.text}改` } : block));
  expect(hashOf({ ...paper, blocks: changed })).not.toBe(paper.hash);
  for (const attempt of [
    `update paper set blocks = '[]' where id = '${paper.id}'`,
    `delete from paper where id = '${paper.id}'`,
    'update paper_series set last = last + 2',
    'update paper_series set last = last - 1',
    'delete from paper_series',
    `insert into paper (county_code, id, unit_code, kind, subject, subject_id, source_id, round, issuer_name, year, serial, no, title, issued_at, blocks, hash)
     select county_code, gen_random_uuid(), unit_code, kind, subject, subject_id, source_id, round, issuer_name, year, 900, no, title, issued_at, blocks, hash from paper where id = '${paper.id}'`,
  ])
    await expect(fixture.admin.query(attempt)).rejects.toThrow(/stays|one by one|goes on|next number/);
});

test('whoever takes part reads a paper as they read its matter, and nobody else', async () => {
  const { id, assigned } = await caseOf(fixture);
  await assigned(assignmentOf({ coUnits: [] }));
  const [paper] = await papersOf('county', id);
  const READ = 'query ($id: ID!) { paper(id: $id) { no } }';
  for (const account of ['county', 'leader', 'bureau'] as const)
    expect((await ask(fixture, account, READ, { id: paper?.id })).paper).toEqual({ no: paper?.no });
  for (const account of ['otherClerk', 'foreignClerk'] as const)
    expect((await ask(fixture, account, READ, { id: paper?.id })).paper).toBeNull();
});
