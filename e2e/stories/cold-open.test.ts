import { expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { inStore } from '../phone-store.ts';
import { arrive, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

/** A phone that was used once with a signal, and is opened again without any. */

/** Answers that this phone keeps, by the name of their question. */
const keptOn = async (page: Page) => ((await inStore(page, 'answers')) as { name: string }[]).map(({ name }) => name);

/** The service worker has what opens without a signal, and the answers fetched ahead are kept. */
async function untilKept(page: Page, names: readonly string[]) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(250)) {
    const kept = await keptOn(page);
    if (names.every((name) => kept.includes(name))) return;
  }
  throw new Error(`kept after half a minute: ${await keptOn(page)}`);
}

/** Closes every page, cuts the network and opens one address in a new page, as from the home screen. */
async function openCold(context: BrowserContext, address: string): Promise<Page> {
  for (const page of context.pages()) await page.close();
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(platform.url + address);
  return page;
}

test('an officer’s phone opens from cold without a network: form, topics, places, own reports, each by its address', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await untilKept(page, ['Topics', 'UrgentCalls', 'OfficerAhead']);
  const form = await openCold(context, '/');
  await form.getByText('饮水难', { exact: true }).first().click();
  await form.getByLabel('具体情况').fill('村东头的水泵烧坏已经四天，三十六户人家吃水要到河对岸去挑，盼望派人来修。');
  await form.getByRole('button', { name: '下一步' }).click();
  await form.getByRole('button', { name: /更换/ }).click();
  await form.getByRole('heading', { name: '附近' }).waitFor();
  await (await openCold(context, '/officer/mine')).locator('a.card').first().click();
  const [mine] = context.pages() as [Page];
  await mine.getByText('办理过程').waitFor();
  await mine.getByText(/数据截至 \d{4}-/).waitFor();
  const deep = await openCold(context, new URL(mine.url()).pathname);
  await deep.getByText('办理过程').waitFor();
  await (await openCold(context, '/officer/outbox')).getByText('村东头的水泵').waitFor();
  await context.close();
});

test('a village head’s phone opens from cold with the village’s reports and the newest of them in full', async () => {
  const { page, context } = await arrive(browser, platform.url, 'village.head', PHONE);
  await page.goto(`${platform.url}/village`);
  await page.locator('a.card').first().waitFor();
  await untilKept(page, ['VillageReports', 'VillageAhead']);
  const list = await openCold(context, '/village');
  await list.getByText(/数据截至 \d{4}-/).waitFor();
  await list.locator('a.card').first().click();
  await list.getByText('办理过程').waitFor();
  const deep = await openCold(context, new URL(list.url()).pathname);
  await deep.getByText('办理过程').waitFor();
  await context.close();
});

test('a leader’s phone opens from cold with today, the newest issue, the instructions and whom to instruct', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.leader', PHONE);
  await page.locator('main').first().waitFor();
  await untilKept(page, ['LeaderHome', 'LeaderIssue', 'LeaderReport', 'ResponsibleUnits', 'LeaderInstructions']);
  const today = await openCold(context, '/');
  await today.waitForURL('**/leader');
  await today.locator('main h1, main h2').first().waitFor();
  await today.locator('main a[href^="/leader/reports/"]').first().click();
  await today.getByRole('button', { name: '批示' }).waitFor();
  await today.getByText(/数据截至 \d{4}-/).waitFor();
  expect(await today.getByText(/没有网络/).count()).toBe(1); // one bar says it
  const issues = await openCold(context, '/leader/digests');
  await issues.getByText(/数据截至 \d{4}-/).waitFor();
  await issues.locator('main a[href^="/leader/digests/"]').first().click();
  await issues.getByRole('button', { name: '批示' }).click();
  await issues.getByRole('button', { name: '发送批示', disabled: false }).waitFor();
  const deep = await openCold(context, new URL(issues.url()).pathname);
  await deep.getByRole('button', { name: '批示' }).waitFor();
  const list = await openCold(context, '/leader/instructions');
  await list.getByText(/数据截至 \d{4}-/).waitFor();
  // Words that are missing on the phone are drawn by their name.
  expect(await list.locator('main').textContent()).not.toMatch(/\b[a-z]+\.[A-Za-z_]{3,}/);
  await context.close();
});
