import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { launchBrowser } from '../browser.ts';
import { ask, type Platform, signIn, startPlatform } from '../platform.ts';
import { arrive, type Person, PHONE } from './person.ts';

let platform: Platform;
let browser: Browser;
const people: Record<'officer' | 'county' | 'bureau' | 'principal' | 'outsider' | 'leader', Person> = {} as never;
beforeAll(async () => {
  platform = await startPlatform(2);
  browser = await launchBrowser();
  const [first, second] = platform.apis.map((api) => api.url) as [string, string];
  people.county = await arrive(browser, first, 'county.clerk');
  people.bureau = await arrive(browser, second, 'bureau.clerk');
  people.principal = await arrive(browser, first, 'bureau.leader');
  people.outsider = await arrive(browser, second, 'other.township.clerk');
  people.officer = await arrive(browser, second, 'officer', PHONE);
  people.leader = await arrive(browser, first, 'county.leader', PHONE);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const MARK = `石榴渠${Date.now() % 100_000}号`;
const WORDS = `请尽快查清${MARK}断水原因，限期通水。`;
let report: string;
let instruction: string;
let no: string;

const as = async <Data>(account: string, document: string, variables = {}): Promise<Data> => {
  const { data, errors } = await ask<Data>(platform.url, await signIn(platform.url, account), document, variables);
  expect(errors).toBeUndefined();
  return data as Data;
};
const open = ({ page }: Person, path: string) => page.goto(`${new URL(page.url()).origin}${path}`);

test('a villager’s matter is reported, judged, and a leader writes on it', async () => {
  const { viewer } = await as<{ viewer: { post: { area: { code: string } } } }>(
    'officer',
    '{ viewer { post { area { code } } } }',
  );
  type Term = { code: string; parentCode: string | null; isProblem: boolean };
  const { terms, sources } = await as<Record<'terms' | 'sources', Term[]>>(
    'officer',
    '{ terms(kind: TOPIC) { code parentCode isProblem } sources: terms(kind: SOURCE) { code parentCode isProblem } }',
  );
  const draft = {
    ...{
      clientId: v7(),
      place: viewer.post.area.code,
      source: sources[0]?.code,
      occurredAt: new Date(Date.now() - 3_600_000),
    },
    topic: terms.find(({ parentCode, isProblem }) => parentCode && isProblem)?.code,
    content: `${MARK}三天没有来水，四十多户的秧田要干了，盼望尽快派人看看。`,
  };
  const submitted = await as<{ submitReport: { report: { id: string; version: number } } }>(
    'officer',
    'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { report { id version } } }',
    { draft },
  );
  report = submitted.submitReport.report.id;
  await as('township.clerk', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }', { id: report });
  const { units } = await as<{ units: { edges: { node: { code: string } }[] } }>(
    'county.leader',
    '{ units(filter: { text: "水利局" }, first: 1) { edges { node { code } } } }',
  );
  const told = {
    ...{ clientId: v7(), report, text: WORDS, responsibleUnit: units.edges[0]?.node.code },
    dueOn: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
  };
  const given = await as<{ instruct: { id: string; no: string } }>(
    'county.leader',
    'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id no } }',
    { draft: told },
  );
  ({ id: instruction, no } = given.instruct);
  await open(people.county, '/matters');
  await open(people.bureau, '/matters');
  await open(people.outsider, '/matters');
  await open(people.leader, `/leader/instructions/${instruction}`);
  await open(people.officer, `/officer/mine/${report}`);
  await people.leader.page.getByText('现由县群工办办理').waitFor();
  await people.officer.page.getByText(MARK).first().waitFor();
});

test('the office registers it in words for its units and dispatches it; the bureau has it on the screen by itself', async () => {
  const { page } = people.county;
  await page.getByRole('link', { name: no }).click();
  await press(page, '登记');
  const dialog = page.getByRole('dialog');
  // What the leader wrote on is proposed, once it is here.
  await page.waitForFunction(
    (mark) => document.querySelector<HTMLTextAreaElement>('#matter-brief')?.value.includes(mark),
    MARK,
  );
  await press(dialog, '登记');
  await dialog.waitFor({ state: 'hidden' });
  expect(await people.bureau.page.getByRole('link', { name: no }).count()).toBe(0);
  await press(page, '转办');
  await people.bureau.page.getByRole('link', { name: no }).waitFor();
  await people.leader.page.getByText(/现由水利局办理/).waitFor();
  await people.officer.page.getByText('转办').first().waitFor();
});

test('a unit outside the matter has it neither in its list nor by its address', async () => {
  const { page } = people.outsider;
  expect(await page.getByRole('link', { name: no }).count()).toBe(0);
  await open(people.outsider, `/matters/${instruction}`);
  await page.getByText(/已收回、已改转其他单位，或不存在/).waitFor();
});

test('the bureau signs for it, says how it goes about it and writes the result; the leader in charge signs that', async () => {
  const { page } = people.bureau;
  await page.getByRole('link', { name: no }).click();
  await page.getByText(MARK).first().waitFor();
  await press(page, '签收');
  await press(page, '开始办理');
  await fillWords(page, '派人现场查看，今天内恢复供水', '开始办理');
  await press(page, '填写办理报告');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '属实，已解决' }).check();
  await dialog.getByRole('radio', { name: '群众已签署意见' }).check();
  await dialog.getByLabel('办理情况').fill('渠道淤塞，已清淤两百米，恢复通水。');
  await dialog.getByLabel(/可告知群众的答复/).fill('渠道已清淤，水已放到田头。');
  await dialog.getByLabel('群众本人意见').fill('水来了，满意');
  await dialog.getByLabel('签字原件保管人').fill('水利局档案室');
  await press(dialog, '保存报告');
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.getByRole('button', { name: '签字报结' }).count()).toBe(0);
  await open(people.principal, `/matters/${instruction}`);
  await press(people.principal.page, '签字报结');
  await press(people.principal.page.getByRole('dialog'), '签字报结');
  await people.leader.page.getByText('已报结').first().waitFor();
});

test('what does not hold goes back, and its second report goes to the leader', async () => {
  const { page } = people.county;
  await press(page, '开始核实');
  await press(page, '退回重办');
  await fillWords(page, '群众反映渠尾仍无水', '退回重办');
  await people.leader.page.getByText('退回重办').first().waitFor();
  const bureau = people.bureau.page;
  await press(bureau, '开始办理');
  await fillWords(bureau, '继续清淤到渠尾', '开始办理');
  await press(bureau, '填写办理报告');
  const dialog = bureau.getByRole('dialog');
  await dialog.getByLabel('办理情况').fill('渠尾一百米已清淤，全线通水。');
  await press(dialog, '保存报告');
  await dialog.waitFor({ state: 'hidden' });
  await press(people.principal.page, '签字报结');
  await press(people.principal.page.getByRole('dialog'), '签字报结');
  await press(page, '开始核实');
  await press(page, '核实属实，呈报领导');
  await fillWords(page, '群众反映全线通水', '核实属实，呈报领导');
});

test('the leader accepts it on the phone, and the officer’s phone shows the answer', async () => {
  const { page } = people.leader;
  await page.getByRole('button', { name: '已阅，同意办结' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '已阅，同意办结' }).click();
  await page.getByText('办结', { exact: true }).first().waitFor();
  // What is shown there by then is the closed one: an answer on an older one would be told that somebody was first.
  await people.county.page.locator('.matter-panel').getByText('办结', { exact: true }).first().waitFor();
  await press(people.county.page, '答复信息员');
  await press(people.county.page.getByRole('dialog'), '答复信息员');
  await people.officer.page.getByText('渠道已清淤，水已放到田头。').first().waitFor();
  for (const each of [people.leader, people.officer, people.county, people.bureau]) {
    const wider = await each.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  }
});

/** The component library sets two characters apart. */
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}$`) }).click();

async function fillWords(page: Page, words: string, deed: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').last().fill(words);
  await press(dialog, deed);
  await dialog.waitFor({ state: 'hidden' });
}
