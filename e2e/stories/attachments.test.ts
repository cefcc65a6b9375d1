import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn } from '../platform.ts';
import { asked, openReport, photosOf, promised } from './attached.ts';
import { open } from './deeds.ts';
import { arrive, PHONE } from './person.ts';
import { photo } from './photos.ts';
import { browser, platform } from './stage.ts';

/** What was attached, at those who read it: as it comes, looked at closely, added at a desk, and seen by nobody else. */

let officer: string;
let photos: Buffer[];
beforeAll(async () => {
  officer = await signIn(platform.url, 'officer');
  photos = await photosOf(browser, 'red', 'green', 'blue');
}, 240_000);

const attached = (page: Page, name: string) => page.getByRole('region', { name });
/** What a picture's link answers whoever is signed in here. */
const statusOf = (page: Page, link: string) => page.evaluate(async (to) => (await fetch(to)).status, link);

test('a desk sees two photos of three, the third as it comes, and looks at them closely by keys alone', async () => {
  const report = await openReport(platform.url, officer);
  const [first, second, third] = await promised(platform.url, officer, { report, photos });
  await first?.();
  await second?.();
  const clerk = await arrive(browser, platform.url, 'township.clerk');
  const { page } = clerk;
  await page.goto(`${platform.url}/desk/reports/${report}`);
  const section = attached(page, '附件');
  await section.getByText('3张照片已到2张').waitFor();
  await section.getByText('还没传到').waitFor();
  const row = page.locator(`[data-report="${report}"]`);
  await row.getByText('附件2/3').waitFor();
  expect(await section.getByRole('button').count()).toBe(2);
  const county = await arrive(browser, platform.url, 'county.clerk');
  await county.page.goto(`${platform.url}/desk`);
  const listed = county.page.locator(`[data-report="${report}"]`);
  await listed.getByText('附件2/3').waitFor();

  await third?.();
  await listed.getByText('附件3', { exact: true }).waitFor();
  await section.getByText('照片3张').waitFor();
  await row.getByText('附件3', { exact: true }).waitFor();
  const thumbnails = section.getByRole('button');
  expect(await thumbnails.count()).toBe(3);

  await thumbnails.first().focus();
  await page.keyboard.press('Enter');
  const viewer = page.getByRole('dialog', { name: '照片 1 / 3' });
  await viewer.getByAltText('照片1，共3张').waitFor();
  const percent = async () => Number.parseInt((await page.locator('.viewer-zoom').textContent()) ?? '', 10);
  const whole = await percent();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  expect(await percent()).toBeGreaterThan(whole * 2);
  await page.keyboard.press('0');
  expect(await percent()).toBe(whole);
  for (let round = 0; round < 12; round++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('dialog', { name: '照片 2 / 3' }).getByAltText('照片2，共3张').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(page.url()).toContain(report);
  expect(await thumbnails.first().evaluate((one) => one === document.activeElement)).toBe(true);

  const link = (await thumbnails.first().locator('img').getAttribute('src')) ?? '';
  expect(await statusOf(page, link)).toBe(200);
  const sibling = await arrive(browser, platform.url, 'other.township.clerk');
  await sibling.page.goto(`${platform.url}/desk/reports/${report}`);
  await sibling.page
    .getByText(/不存在|没有/)
    .first()
    .waitFor();
  expect(await attached(sibling.page, '附件').count()).toBe(0);
  expect(await statusOf(sibling.page, link)).toBe(404);
  for (const { context } of [clerk, county, sibling]) await context.close();
}, 120_000);

test('what cannot be shown says so and is no broken picture, and opens when it is tried again; Back closes it', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  const report = await withPhotos();
  let isOld = true;
  const asAbsent = { status: 404, headers: { 'cache-control': 'no-store' } };
  await page.route('**/attachments/*', (route) => (isOld ? route.fulfill(asAbsent) : route.continue()));
  await page.goto(`${platform.url}/officer/mine/${report}`);
  const section = attached(page, '附件');
  await section.getByRole('button').first().click();
  await page.getByRole('dialog').getByText('暂时打不开').waitFor();
  expect(await page.locator('.attached img, .viewer img').count()).toBe(0);
  isOld = false;
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByAltText('照片1，共3张').waitFor();
  // Back closes it, and the report stays.
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(page.url()).toContain(report);
  await context.close();
}, 120_000);

let whole: Promise<string> | undefined;
/** A report whose photos have all come; the officer has few that are still theirs to add to. */
const withPhotos = (): Promise<string> => {
  whole ??= photographed();
  return whole;
};
async function photographed(): Promise<string> {
  const report = await openReport(platform.url, officer);
  for (const send of await promised(platform.url, officer, { report, photos })) await send();
  return report;
}

test('a link that ran out while a page stood open is another one before anybody notices', async () => {
  const { page, context } = await arrive(browser, platform.url, 'township.clerk');
  const report = await withPhotos();
  let isOld = true;
  page.on('response', (answer) => {
    if (answer.url().includes('/attachments/') && answer.status() === 404) isOld = false;
  });
  await page.route('**/graphql', async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    await route.fulfill({ response: answer, body: isOld ? body.replaceAll(/until=\d+/g, 'until=1') : body });
  });
  await page.goto(`${platform.url}/desk/reports/${report}`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>('.attached-frame img')].some((image) => image.naturalWidth > 0),
  );
  expect(isOld).toBe(false);
  await context.close();
}, 120_000);

test('evidence is added to a case at a desk, past a cut, and seen at once by the unit that takes part; a sibling sees nothing', async () => {
  const CASES = '{ cases(first: 100) { edges { node { id viewerCanAttach attachments { id } } } } }';
  type Cases = { cases: { edges: { node: { id: string; viewerCanAttach: boolean } }[] } };
  const token = await signIn(platform.url, 'bureau.clerk');
  const { cases } = await asked<Cases>(platform.url, token, CASES);
  const id = cases.edges.find(({ node }) => node.viewerCanAttach)?.node.id;
  const [bureau, county, sibling] = [
    await arrive(browser, platform.url, 'bureau.clerk'),
    await arrive(browser, platform.url, 'county.clerk'),
    await arrive(browser, platform.url, 'other.township.clerk'),
  ];
  for (const person of [bureau, county, sibling]) await open(person, `/matters/cases/${id}`);
  const [theirs, ours] = [attached(bureau.page, '证据材料'), attached(county.page, '证据材料')];
  await theirs.waitFor();

  let isCut = true;
  await county.page.route('**/attachments/*', (route) =>
    isCut && route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  const plan = { name: '处理方案.txt', mimeType: 'text/plain', buffer: Buffer.from('三日内换泵') };
  await ours.locator('input[type=file]').setInputFiles([photo('well.jpg', photos[0] as Buffer), plan]);
  await ours.getByRole('alert').nth(1).waitFor();
  expect(await ours.getByRole('alert').first().textContent()).toContain('文件还在这里');
  isCut = false;
  for (const name of ['well.jpg', '处理方案.txt']) {
    const row = ours.getByRole('listitem').filter({ hasText: name }).last();
    await row.getByRole('button', { name: '再试一次' }).click();
  }
  await theirs.getByText('照片1张、文件1份').waitFor();
  // Who added it and when, beside each and in the history; one after the other is one line.
  expect(await theirs.locator('.attached-by').allTextContents()).toEqual(
    Array(2).fill(expect.stringMatching(/^\S+ 县群工办经办 20\d\d-\d\d-\d\d \d\d:\d\d$/)),
  );
  await bureau.page.getByText('添加照片1张、文件1份').waitFor();
  await theirs.getByRole('button', { name: '放大看照片1' }).click();
  await bureau.page.getByAltText('照片1，共1张').waitFor();
  await bureau.page.keyboard.press('Escape');
  const saving = bureau.page.waitForEvent('download');
  await theirs.getByRole('link', { name: '下载处理方案.txt' }).click();
  expect((await saving).suggestedFilename()).toBe('处理方案.txt');
  // Whoever attached it takes it back, and nobody else.
  expect(await theirs.getByRole('button', { name: /^删去/ }).count()).toBe(0);
  const link = (await theirs.locator('img').first().getAttribute('src')) ?? '';
  await sibling.page.getByText(/已收回、已改派其他单位，或不存在/).waitFor();
  expect(await statusOf(sibling.page, link)).toBe(404);
  await ours.getByRole('button', { name: '删去处理方案.txt' }).click();
  await county.page
    .getByRole('dialog')
    .getByRole('button', { name: /^删\s*去$/ })
    .click();
  await theirs.getByText('照片1张', { exact: true }).waitFor();
  await bureau.page.getByText('删去文件1份').waitFor();
  for (const { context } of [bureau, county, sibling]) await context.close();
}, 180_000);

test('whoever writes down a revisit shows what they saw, in the same dialog, and it stands with the revisit', async () => {
  const REVISITS =
    '{ revisits(filter: { tray: TODO, mine: true }, first: 50) { edges { node { id viewerCanAttach } } } }';
  type Revisits = { revisits: { edges: { node: { id: string; viewerCanAttach: boolean } }[] } };
  const token = await signIn(platform.url, 'county.clerk');
  const { revisits } = await asked<Revisits>(platform.url, token, REVISITS);
  const id = revisits.edges.find(({ node }) => node.viewerCanAttach)?.node.id;
  const county = await arrive(browser, platform.url, 'county.clerk');
  await open(county, `/matters/revisits/${id}`);
  await county.page.getByRole('button', { name: '记录回访' }).first().click();
  const dialog = county.page.getByRole('dialog');
  const field = dialog.locator('input[type=file]');
  expect(await field.isVisible()).toBe(false);
  await field.setInputFiles(photo('mended.jpg', photos[2] as Buffer));
  await dialog.getByText('照片1张').waitFor();
  await dialog.getByRole('button', { name: '放大看照片1' }).click();
  await county.page.getByAltText('照片1，共1张').waitFor();
  await county.page.keyboard.press('Escape');
  await county.page.locator('.viewer').waitFor({ state: 'detached' });
  // What was opened over the dialog is gone, and the dialog is not.
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByRole('button', { name: /^取\s*消$/ }).click();
  await attached(county.page, '回访材料').getByText('照片1张').waitFor();
  await county.context.close();
}, 120_000);
