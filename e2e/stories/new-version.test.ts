import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Front, lookForIt, startFront } from '../front.ts';
import { arrive, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

/** A new version of the app is put on the server while a phone has the old one open. */

const TOLD = '村东头的水泵烧坏已经四天，三十六户人家吃水要到河对岸去挑，盼望派人来修。';

let front: Front;
beforeAll(async () => {
  front = await startFront(platform.url);
});
afterAll(() => front.close());

const bar = (page: Page) => page.getByRole('button', { name: '有新版本，点此更新' });
/** The browser's own cache forgets when it likes; here it has. */
async function forgetFetched(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.clearBrowserCache');
}
const versionOf = (page: Page) =>
  page.evaluate(async () => {
    const { active, waiting } = await navigator.serviceWorker.ready;
    return { active: active?.state, isWaiting: waiting !== null };
  });

test('a new version waits while a form is begun, takes nobody’s page away, and an older page goes on with its own pieces', async () => {
  const { page: writing, context } = await arrive(browser, front.url, 'officer', PHONE);
  await writing.locator('.tiles-topics .tile').first().waitFor();
  await writing.evaluate(() => navigator.serviceWorker.ready);
  await writing.reload(); // from here on the service worker answers
  await writing.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await writing.getByText('饮水难', { exact: true }).first().click();
  await writing.getByLabel('具体情况').fill(TOLD);
  const reading = await context.newPage();
  await reading.goto(`${front.url}/officer/mine`);
  await reading.locator('h1').first().waitFor({ state: 'attached' });
  const begunAt = await Promise.all([writing, reading].map((page) => page.evaluate(() => performance.timeOrigin)));

  front.release();
  await reading.waitForTimeout(3_500); // the first screens come first, then the service worker is looked after
  await lookForIt(reading);
  await bar(reading).waitFor();
  await writing.waitForTimeout(500);
  expect(await bar(writing).count()).toBe(0);
  expect(await versionOf(reading)).toEqual({ active: 'activated', isWaiting: true });

  await bar(reading).click();
  await reading.waitForFunction((before) => performance.timeOrigin !== before, begunAt[1]);
  await reading.locator('h1').first().waitFor({ state: 'attached' });
  expect(await versionOf(reading)).toEqual({ active: 'activated', isWaiting: false });
  expect(await writing.evaluate(() => performance.timeOrigin)).toBe(begunAt[0]);
  expect(await writing.getByLabel('具体情况').inputValue()).toBe(TOLD);
  expect(await bar(writing).count()).toBe(0);

  // The older page opens what it has never fetched, and the server has no longer; where nothing is begun it says that it is old.
  await forgetFetched(writing);
  await writing.getByRole('heading', { level: 1 }).click();
  await writing.getByRole('button', { name: '我的账号' }).click();
  await writing.getByRole('dialog', { name: '我的账号' }).waitFor();
  await writing.goBack();
  await writing.getByRole('link', { name: '我的上报' }).click();
  await writing.locator('.state-tabs').waitFor();
  await bar(writing).click();
  await writing.waitForFunction((before) => performance.timeOrigin !== before, begunAt[0]);
  await writing.goto(`${front.url}/officer`);
  expect(await writing.getByLabel('具体情况').inputValue()).toBe(TOLD);
  await context.close();
});
