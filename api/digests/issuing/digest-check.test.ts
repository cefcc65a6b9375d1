import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays } from '@lxq/schema/calendar.ts';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { type Fixture, idOf, startFixture } from '../../testing/fixture.ts';
import {
  ask,
  edited,
  ISSUE,
  look,
  monthsLater,
  periodOver,
  RECIPIENTS,
  refusal,
  SAVE,
  SAVE_ITEM,
  SUBMIT,
  triaged,
} from '../digest.testing.ts';

let fixture: Fixture;
let issue: Awaited<ReturnType<typeof edited>>;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_version, digest_receipt, digest_file, instruction cascade',
  );
  await fixture.admin.query(`update report set state = 'ARCHIVED', set_aside_at = now()`);
  issue = await edited(fixture);
});

const CHECKS = 'query ($id: ID!) { digest(id: $id) { checks { code severity message itemId } } }';
const checksOf = async (
  id = issue.id,
): Promise<{ code: string; severity: string; message: string; itemId: string | null }[]> =>
  (await ask(fixture, 'county', CHECKS, { id })).digest.checks;

/** What is found is shown beforehand, and refused in the same words when the issue is submitted. */
async function expectBlocked(code: string): Promise<void> {
  const found = (await checksOf()).filter(({ severity }) => severity === 'BLOCKS');
  expect(found.map((one) => one.code)).toEqual([code]);
  const { version } = await look(fixture, issue.id);
  const refused = await refusal(fixture, 'county', SUBMIT, { id: issue.id, version });
  expect(refused).toMatchObject({ code: 'REFUSED', unmet: [code], unmetMessages: [found[0]?.message] });
}
const update = (text: string) => fixture.admin.query(text, [issue.items[0]?.id]);
const head = async (changes: Record<string, unknown>) =>
  ask(fixture, 'county', SAVE, {
    id: issue.id,
    version: (await look(fixture, issue.id)).version,
    copies: 60,
    recipients: RECIPIENTS,
    ...changes,
  });

test('an issue with everything in order has no findings and goes into review', async () => {
  expect(await checksOf()).toEqual([]);
  expect(
    (await ask(fixture, 'county', SUBMIT, { id: issue.id, version: issue.version })).submitDigestForReview.state,
  ).toBe('REVIEWING');
});

test.each([
  ['portfolio', 'update digest_item set portfolio_id = null where id = $1'],
  ['emptyText', `update digest_item set text = ' ' where id = $1`],
  ['emptyText', `update digest_item set text = repeat(chr(8203), 30) where id = $1`],
  ['personalData', `update digest_item set title = '电话13812345678' where id = $1`],
  ['personalData', `update digest_item set text = text || '卡号6222021001123456789，' where id = $1`],
  ['personalData', `update digest_item set text = text || '电话一三八一二三四五六七八，' where id = $1`],
  ['whereabouts', `update digest_item set text = text || '王某准备明天到北京上访。' where id = $1`],
  ['whereabouts', `update digest_item set text = text || '王某已进京' || chr(10) || '上访。' where id = $1`],
  ['personalData', `update digest_item set text = text || '身份证11010519491231002X。' where id = $1`],
  [
    'sourceNotTriaged',
    `update report set state = 'RETURNED' where id = (select report_id from digest_item_report where item_id = $1)`,
  ],
  ['corrects', `update digest_item set kind = 'CORRECTION' where id = $1`],
])('%s blocks, and the finding leads to its item', async (code, change) => {
  await update(change);
  await expectBlocked(code);
  expect((await checksOf()).find((one) => one.code === code)?.itemId).toBe(issue.items[0]?.id);
});

test('an item on a report that was found to accuse somebody since blocks', async () => {
  await update(
    `update report set line = 'SEALED' where id = (select report_id from digest_item_report where item_id = $1)`,
  );
  await expectBlocked('sourceSealed');
});

test('a portfolio whose leader has left blocks', async () => {
  await fixture.admin.query('update person set is_active = false where id = $1', [idOf('leader')]);
  try {
    await expectBlocked('leader');
  } finally {
    await fixture.admin.query('update person set is_active = true');
  }
});

test.each([
  ['recipientsReport', { recipients: { ...RECIPIENTS, report: [] }, copies: 59 }],
  ['recipients', { recipients: { ...RECIPIENTS, send: [], issue: [] }, copies: 1 }],
  ['copies', { copies: null }],
  ['copiesDiffer', { copies: 2 }],
  ['copiesDiffer', { copies: 61 }],
  ['copiesDiffer', { recipients: { ...RECIPIENTS, issue: ['各乡镇'] } }],
])('%s blocks', async (code, changes) => {
  await head(changes);
  await expectBlocked(code);
});

test.each([
  ['a mark that is missing', 'mark', `update digest set mark = ' ' where id = $1`],
  ['a period of eight days', 'periodLength', 'update digest set period_to = period_from + 7 where id = $1'],
  ['a period of a month', 'periodLength', 'update digest set period_to = period_from + 29 where id = $1'],
])('%s blocks', async (_, code, change) => {
  // A ten days of the month that is eight days long, 21–28 February, is none of these.
  await fixture.admin.query(`update digest set period_from = '2026-03-01', period_to = '2026-03-10' where id = $1`, [
    issue.id,
  ]);
  await fixture.admin.query(change, [issue.id]);
  await expectBlocked(code);
});

test('a mark can no longer be left empty', async () => {
  const { version } = await look(fixture, issue.id);
  const document = SAVE.replace('内部资料 注意保存', ' \u200b ');
  expect(
    await refusal(fixture, 'county', document, { id: issue.id, version, copies: 60, recipients: RECIPIENTS }),
  ).toMatchObject({ code: 'BAD_INPUT', field: 'mark' });
});

test.each([
  ['a rare Han in the text', `body = replace(body::text, '"text": "', '"text": "𫝀')::jsonb`, '“𫝀”(U+2B740)'],
  ['a private character in the title', `title = '水井' || chr(57344)`, 'U+E000'],
  ['a letter of another script in the title', `title = '水井ก'`, '“ก”(U+0E01)'],
])('%s that no typeface has blocks, and the finding names item and character', async (_, change, named) => {
  await update(`update digest_item set ${change} where id = $1`);
  const found = (await checksOf()).filter(({ severity }) => severity === 'BLOCKS');
  expect(found).toMatchObject([{ code: 'noGlyph', itemId: issue.items[0]?.id }]);
  expect(found[0]?.message).toContain('第 1 条');
  expect(found[0]?.message).toContain(named);
  await expectBlocked('noGlyph');
});

test('a character of the foot that no typeface has blocks as well; emoji, rare names and signs do not', async () => {
  await update(`update digest_item set title = '𠮷家湾䶮㛃𬱖😀👍🏽①㎡℃' where id = $1`);
  expect(await checksOf()).toEqual([]);
  await head({ recipients: { ...RECIPIENTS, send: ['县委常委ก'] } });
  const found = await checksOf();
  expect(found.map(({ code, itemId }) => [code, itemId])).toEqual([['noGlyph', null]]);
  expect(found[0]?.message).toContain('U+0E01');
});

test('an issue without items blocks', async () => {
  await fixture.admin.query('delete from digest_item where digest_id = $1', [issue.id]);
  await expectBlocked('noItems');
});

test('without a director who is not the editor nobody could sign', async () => {
  await fixture.admin.query(`update post set valid_to = '2020-02-01' where role = 'COUNTY_DIRECTOR'`);
  try {
    await expectBlocked('signatory');
  } finally {
    await fixture.admin.query('update post set valid_to = null');
  }
});

test('a gap between the periods blocks', async () => {
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients)
     select county_code, gen_random_uuid(), 'CLOSED', $1, $2, title, mark, issuer, recipients from digest`,
    [addDays(issue.periodFrom, -11), addDays(issue.periodFrom, -2)],
  );
  await expectBlocked('periodGap');
});

test('a gap in the numbers of the year blocks', async () => {
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients, year, no, cum_no)
     select county_code, gen_random_uuid(), 'CLOSED', period_from - 10 * n, period_from - 10 * n + 9, title, mark, issuer, recipients, extract(year from now()), 5 - 2 * n, 5 - n
     from digest, generate_series(1, 2) n`,
  );
  await expectBlocked('numberingGap');
});

test('an item on no report, a long one, and reports that nobody picked are warnings and block nothing', async () => {
  const item = {
    title: '综合情况',
    body: richTextFromPlain('字'.repeat(1_501)),
    portfolio: idOf('portfolio/water'),
    reports: [],
  };
  const { saveDigestItem } = await ask(fixture, 'county', SAVE_ITEM, { digest: issue.id, item });
  await triaged(fixture);
  const older = await triaged(fixture);
  await fixture.admin.query(`update report set submitted_at = submitted_at - interval '40 days' where id = $1`, [
    older,
  ]);
  expect((await checksOf())[0]?.message).toBe('本期时段内报送的信息尚有 1 条未编入、也未标记不采用（更早的不计）');
  expect((await checksOf()).map(({ code, severity, itemId }) => [code, severity, itemId])).toEqual([
    ['unpicked', 'WARNS', null],
    ['noSource', 'WARNS', saveDigestItem.id],
    ['longText', 'WARNS', saveDigestItem.id],
  ]);
  const { version } = await look(fixture, issue.id);
  await ask(fixture, 'county', SUBMIT, { id: issue.id, version });
});

test('every item that is not in order is named, each by its number', async () => {
  await fixture.admin.query('update digest_item set portfolio_id = null');
  expect((await checksOf()).map(({ message }) => message)).toEqual(['第 1 条没有分管领导', '第 2 条没有分管领导']);
});

test('what becomes wrong after signing keeps the issue from going out', async () => {
  const APPROVE = 'mutation ($id: ID!, $version: Int!) { approveDigest(id: $id, version: $version) { version } }';
  const { version } = (await ask(fixture, 'county', SUBMIT, { id: issue.id, version: issue.version }))
    .submitDigestForReview;
  const signed = (await ask(fixture, 'director', APPROVE, { id: issue.id, version })).approveDigest;
  await periodOver(fixture, issue.id);
  await fixture.admin.query(`update report set state = 'WITHDRAWN'`);
  expect(await refusal(fixture, 'county', ISSUE, { id: issue.id, version: signed.version })).toMatchObject({
    code: 'REFUSED',
    unmet: ['sourceNotTriaged', 'sourceNotTriaged'],
  });
});

test('findings cost the same number of statements for two items as for sixty', async () => {
  const cost = async (id: string) => {
    const before = fixture.database.statements;
    await checksOf(id);
    return fixture.database.statements - before;
  };
  const few = await cost(issue.id);
  await monthsLater(fixture);
  const many = await edited(fixture, 60);
  expect(await cost(many.id)).toBe(few);
});
