import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { ask, type Platform, signIn, startPlatform } from '../platform.ts';
import { assigned, check, choose, dialogOf, filed, open, overflow, press, sent, written } from './deeds.ts';
import { arrive, type Person, PHONE } from './person.ts';

let platform: Platform;
let browser: Browser;
const people: Record<'county' | 'bureau' | 'inCharge' | 'principal' | 'outsider', Person> = {} as never;
beforeAll(async () => {
  platform = await startPlatform(2);
  browser = await launchBrowser();
  const [first, second] = platform.apis.map((api) => api.url) as [string, string];
  people.county = await arrive(browser, first, 'county.clerk');
  people.bureau = await arrive(browser, second, 'bureau.clerk');
  people.inCharge = await arrive(browser, first, 'bureau.leader');
  people.principal = await arrive(browser, second, 'bureau.principal');
  people.outsider = await arrive(browser, first, 'other.township.clerk');
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const TITLE = `石榴村机井${Date.now() % 100_000}号抽不上水`;
let address: string;

test('whoever comes to the office is heard, and what they say is registered once', async () => {
  const { page } = people.county;
  await open(people.county, '/matters/cases');
  await press(page, '登记案件');
  const dialog = dialogOf(people.county);
  await check(dialog, '来访', '申诉求决', '初信初访');
  await dialog.getByLabel('标题').fill(TITLE);
  await dialog.getByLabel('事项情况').fill('村西头的机井连续三天抽不上水，四十多户到邻村挑水吃。');
  await choose(page, 'case-topic', '饮水');
  await choose(page, 'case-place', '柳');
  await press(dialog, '登记案件');
  await page.waitForURL(/\/matters\/cases\/.+/);
  address = new URL(page.url()).pathname;
  await page.getByRole('heading', { name: TITLE }).waitFor();
});

test('the office accepts and files it, and assigns it to a unit under the leader in charge of its topic', async () => {
  await filed(people.county);
  await open(people.bureau, '/matters/cases');
  await open(people.outsider, address);
  await assigned(people.county, '水利局');
  await people.bureau.page.getByText(TITLE).waitFor();
  await people.outsider.page.getByText(/已收回、已改派其他单位，或不存在/).waitFor();
});

test('the bureau signs for it, makes a plan and writes the result with its written opinion, which the leader in charge signs', async () => {
  const { page } = people.bureau;
  const dialog = dialogOf(people.bureau);
  await open(people.bureau, address);
  await press(page, '签收');
  await press(page, '组班子定方案');
  await dialog.getByLabel('工作方案').fill('三日内换泵，派人值守');
  await sent(people.bureau, '组班子定方案');
  await page.getByRole('region', { name: '三不结案' }).waitFor();
  await written(people.bureau, ['属实，已解决', '群众已签署意见'], {
    ...{ 群众请求: '修好机井', '事实、理由和依据': '《抗旱条例》有关规定', 救济途径: '可在三十日内申请复查' },
    ...{ 办理情况: '水泵烧毁，已换新泵，恢复供水。', 可告知群众的答复: '机井已修好，恢复供水。' },
    ...{ 群众本人意见: '水来了，满意', 签字原件保管人: '水利局档案室' },
  });
  await open(people.inCharge, address);
  await press(people.inCharge.page, '签字报结');
  await sent(people.inCharge, '签字报结');
  await people.county.page.getByText('已报结').first().waitFor();
});

test('it does not close before the villager was asked and both have signed; the checklist says what is missing', async () => {
  const { page } = people.county;
  const gate = page.getByRole('region', { name: '三不结案' });
  // The list beside it may have brought its state before the panel has the revisit.
  await gate.getByRole('link', { name: '去回访' }).waitFor();
  expect(await gate.getByRole('link').allInnerTexts()).toEqual(['去回访', '去看签字', '去看签字']);
  await revisited();
  await page.getByText('结案前已回访').first().waitFor();
  expect(await page.getByRole('button', { name: /^结\s*案$/ }).count()).toBe(0);
  await press(people.bureau.page, '结案签字');
  await sent(people.bureau, '结案签字');
  await open(people.principal, address);
  await press(people.principal.page, '结案签字');
  await sent(people.principal, '结案签字');
  await press(page, '结案');
  await sent(people.county, '结案');
  await press(page, '答复');
  await dialogOf(people.county).getByText('机井已修好，恢复供水。').waitFor();
  await sent(people.county, '答复');
  await people.bureau.page.getByText('已结案').first().waitFor();
  for (const who of [people.county, people.bureau]) {
    await who.page.setViewportSize(PHONE);
    expect(await overflow(who)).toBe(0);
  }
});

/** The villager is rung up, and says that the water is back. */
async function revisited(): Promise<void> {
  const token = await signIn(platform.url, 'county.clerk');
  const id = address.split('/').at(-1);
  type Seen = { case: { revisits: { id: string; kind: string; version: number }[] } };
  const seen = await ask<Seen>(
    platform.url,
    token,
    'query ($id: ID!) { case(id: $id) { revisits { id kind version } } }',
    { id },
  );
  const revisit = seen.data?.case.revisits.find(({ kind }) => kind === 'PRE_CLOSE');
  const outcome = {
    method: 'PHONE',
    told: '',
    opinion: '水来了，满意',
    isSolved: true,
    rating: 'SATISFIED',
    reason: '',
  };
  const { errors } = await ask(
    platform.url,
    token,
    'mutation ($id: ID!, $version: Int!, $outcome: RevisitOutcome!) { completeRevisit(id: $id, version: $version, outcome: $outcome) { id } }',
    { id: revisit?.id, version: revisit?.version, outcome },
  );
  expect(errors).toBeUndefined();
}
