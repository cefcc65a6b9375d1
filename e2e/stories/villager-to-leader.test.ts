import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { open, overflow, press } from './deeds.ts';
import { arrive, type Person, PHONE } from './person.ts';
import { choosePhotos, submit, write } from './photo-form.ts';

let platform: Platform;
let browser: Browser;
const people: Record<'officer' | 'township' | 'county' | 'director' | 'leader', Person> = {} as never;
beforeAll(async () => {
  platform = await startPlatform(2);
  browser = await launchBrowser();
  const [first, second] = platform.apis.map((api) => api.url) as [string, string];
  people.officer = await arrive(browser, first, 'officer', PHONE);
  people.township = await arrive(browser, second, 'township.clerk');
  people.county = await arrive(browser, first, 'county.clerk');
  people.director = await arrive(browser, first, 'county.director');
  people.leader = await arrive(browser, second, 'county.leader', PHONE);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

/** The matter, told once, with a word that stands nowhere else in the county. */
const MARK = `石榴井${Date.now() % 100_000}号`;
const TOLD = `村东头${MARK}的水泵烧坏已经四天，三十六户人家吃水要到河对岸去挑，老人挑不动，盼望尽快派人来修。`;

test('an officer submits on a phone in three short screens, with three photos', async () => {
  const { page } = people.officer;
  await write(page, TOLD);
  await choosePhotos(page, '#a03030', '#30a030', '#3030a0');
  await submit(page);
  await page.getByText('已送达').waitFor({ timeout: 15_000 });
});

test('it reaches the township clerk’s open queue by itself', async () => {
  const { page } = people.township;
  await page.getByRole('button', { name: /条新信息/ }).click({ timeout: 15_000 });
  await page.getByText(MARK).first().click();
  await page.getByRole('button', { name: '紧急呈报' }).waitFor();
});

test('flagged urgent, it is an alert on the leader’s phone within a second of the commit', async () => {
  const { page } = people.leader;
  const before = await page.getByText(MARK).count();
  expect(before).toBe(0);
  await people.township.page.getByRole('button', { name: '紧急呈报' }).click();
  const confirm = people.township.page.getByRole('dialog').getByRole('button', { name: '紧急呈报' });
  const committed = people.township.page.waitForResponse(
    (response) => response.request().postData()?.includes('flagUrgent') ?? false,
  );
  await confirm.click();
  await committed;
  const since = performance.now();
  await page.getByText(MARK).first().waitFor({ timeout: 10_000 });
  // Idle, this takes some 100 ms; the machine that runs all tests at once is given room, the figure is printed.
  const took = Math.round(performance.now() - since);
  console.log(`alert on screen ${took} ms after the answer to the clerk`);
  expect(took).toBeLessThan(5_000);
});

test('the township clerk accepts it with a plan, which ends the clock', async () => {
  const { page } = people.township;
  await page.getByText(MARK).first().click();
  await page.getByRole('complementary').getByText(MARK).or(page.getByRole('article').getByText(MARK)).first().waitFor();
  await page.keyboard.press('a');
  await page.getByLabel('怎么处置').fill('已派抢修队，抢修期间送水到户');
  await page.getByLabel('承办单位').click();
  await page.locator('.ant-select-tree-node-content-wrapper').first().click();
  await page.getByRole('button', { name: '确定方案，结束计时' }).click();
  await page
    .getByText(/已有处置方案/)
    .first()
    .waitFor({ timeout: 15_000 });
});

test('the county clerk puts it into the digest, and the checks pass', async () => {
  const { page } = people.county;
  await open(people.county, '/digests');
  await page
    .getByRole('link', { name: /印发时编号/ })
    .first()
    .click();
  const card = page.getByRole('region', { name: '来稿' }).getByRole('listitem').filter({ hasText: MARK });
  await card.getByRole('checkbox').check();
  // The card says the same as the item: what was put in has to be stored before the issue is sent.
  const stored = page.waitForResponse((response) => /\bmutation\b/.test(response.request().postData() ?? ''));
  await page.getByRole('button', { name: '逐条编入' }).click();
  await stored;
  await card.waitFor({ state: 'detached' });
  await page.getByText(MARK.slice(0, 3)).first().waitFor();
});

test('of its three photos the item takes two; a third is not to be had before one is given back, and the preview shows both', async () => {
  const { page } = people.county;
  const photo = (number: number) => page.getByRole('button', { name: new RegExp(`^照片 ${number}`) });
  await photo(3).click();
  // Whoever chooses looks at it in large, and chooses it there.
  await press(page, '放大看照片 1');
  const viewer = page.getByRole('dialog', { name: '照片 1 / 3' });
  await picturesSeen(viewer.locator('img'), 1);
  await press(viewer, '选用');
  await viewer.getByRole('button', { name: '不选用' }).waitFor();
  await page.keyboard.press('ArrowRight');
  const next = page.getByRole('dialog', { name: '照片 2 / 3' });
  expect(await next.getByRole('button', { name: '选用' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('每条最多 2 张').waitFor();
  expect(await photo(2).isDisabled()).toBe(true);
  await press(page, '对调先后');
  expect(await photo(1).getByText('图1').count()).toBe(1);
  await page.getByText(/已保存 \d/).waitFor();
  await page.getByRole('link', { name: '预览与文件' }).click();
  await picturesSeen(page.getByTestId('paper-page').locator('.paper-pictures img'), 2);
  await page.getByRole('link', { name: '编辑', exact: true }).click();
  await press(page, '送审');
  await confirm(page, '送审');
  await page.getByText('审核', { exact: true }).first().waitFor();
});

test('the director, who did not edit it, signs and issues it', async () => {
  const { page } = people.director;
  await open(people.director, '/digests');
  await page
    .getByRole('link', { name: /印发时编号/ })
    .first()
    .click();
  await press(page, '签发');
  await confirm(page, '签发');
  await press(page, '印发');
  // The demo's open issue covers the present days.
  await page.getByLabel(/提前印发的理由/).fill('汛情紧急，不等旬末');
  await confirm(page, '印发');
  await page.getByText('第29期（总第29期）').first().waitFor({ timeout: 15_000 });
});

test('its DOCX and PDF are made off the request path and can be downloaded', async () => {
  const { page } = people.director;
  await page.getByRole('link', { name: '预览与文件' }).click();
  await page.getByTestId('paper-page').getByText(MARK).first().waitFor();
  await picturesSeen(page.getByTestId('paper-page').locator('.paper-pictures img'), 2);
  for (const [format, magic] of [
    ['DOCX', 'PK'],
    ['PDF', '%PDF'],
  ] as const) {
    const link = page.getByRole('link', { name: new RegExp(`下载 ${format}`) });
    const make = page.getByRole('button', { name: `导出 ${format}` });
    if (await make.count()) await make.click();
    await link.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toContain('第29期');
    expect((await readFile(await download.path())).subarray(0, magic.length).toString()).toBe(magic);
  }
});

test('the leader reads the issue on the phone and instructs on the item in two taps', async () => {
  const { page } = people.leader;
  await open(people.leader, '/leader/digests');
  await page
    .getByRole('link', { name: /第29期/ })
    .first()
    .click();
  await turnTo(page, MARK);
  await picturesSeen(page.getByRole('article').locator('img'), 2);
  await page
    .getByRole('button', { name: /^放大看/ })
    .first()
    .click();
  await picturesSeen(page.getByRole('dialog', { name: '照片 1 / 2' }).locator('img'), 1);
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '批示' }).click(); // the first tap
  await page.getByRole('button', { name: '发送批示' }).click(); // the second
  await page
    .getByText(/已批示/)
    .first()
    .waitFor();
});

test('the officer’s timeline shows that it was used and instructed on, without the leader’s words', async () => {
  const { page } = people.officer;
  await page
    .getByRole('link', { name: '我的上报' })
    .or(page.getByRole('tab', { name: '我的上报' }))
    .first()
    .click();
  await page.getByText(MARK).first().click();
  for (const step of ['采用', '批示']) await page.getByText(step).first().waitFor();
});

test('a desk at 1440 and a phone at 390 never scroll sideways', async () => {
  for (const [name, who] of Object.entries(people)) expect([name, await overflow(who)]).toEqual([name, 0]);
});

/** So many, and each has come and is drawn. */
async function picturesSeen(pictures: Locator, count: number): Promise<void> {
  await pictures.nth(count - 1).waitFor({ timeout: 15_000 });
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
  }
  expect(await pictures.count()).toBe(count);
}

async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await press(dialog, name);
  await dialog.waitFor({ state: 'hidden', timeout: 15_000 });
}

async function turnTo(page: Page, text: string): Promise<void> {
  for (let turns = 0; turns < 60; turns++) {
    await page.getByRole('button', { name: '批示' }).waitFor();
    if (await page.getByText(text).count()) return;
    await page.getByRole('button', { name: '下一条' }).click();
  }
  throw new Error(`no item speaks of ${text}`);
}
