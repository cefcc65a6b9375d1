import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { arrive, atTheDoor, PHONE, signInAs, skipFirstRun } from './person.ts';
import { browser, platform } from './stage.ts';

/** What opening a screen costs: measured by bench, kept from growing back here. */

interface Opening {
  sockets: string[];
  operations: string[];
  kB: number;
}
/** What the page asks for from now on; it leaves its screen first, whose late questions are not the next one’s. */
async function watching(page: Page): Promise<Opening> {
  await page.goto('about:blank');
  const seen: Opening = { sockets: [], operations: [], kB: 0 };
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    seen.kB += encodedDataLength / 1000;
  });
  page.on('websocket', (socket) => seen.sockets.push(socket.url()));
  page.on('request', (request) => {
    const operation = /(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1];
    if (operation) seen.operations.push(operation);
  });
  return seen;
}

test('a stranger’s phone gets the sign-in and the officer’s form behind it for less than 300 kB', async () => {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  const page = await context.newPage();
  const seen = await watching(page);
  await page.goto(platform.url);
  await page.getByLabel('账号').waitFor();
  await page.waitForLoadState('networkidle');
  expect(seen.kB).toBeGreaterThan(100);
  expect(seen.kB).toBeLessThan(300);
  expect(seen.operations).toEqual(['Arrival']);
  await context.close();
});

test('an officer’s form comes with one question to the server beyond who they are', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  const seen = await watching(page);
  await page.goto(platform.url);
  await page.locator('.tiles-topics .tile').first().waitFor();
  expect(seen.operations).toEqual(['Arrival', 'Topics']);
  await page.getByText('饮水难', { exact: true }).first().click();
  await page.getByLabel('具体情况').fill('村东头的水泵烧坏已经四天，三十六户人家吃水要到河对岸去挑，盼望派人来修。');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('#households').waitFor();
  // Once the form has stood for a moment, what must be readable without a signal is fetched in one more.
  expect(seen.operations.filter((operation) => operation !== 'OfficerAhead')).toEqual(['Arrival', 'Topics']);
  expect(seen.operations.length).toBeLessThanOrEqual(3);
  await context.close();
});

test('a desk opens with its queue, counts and urgent ones in one operation, and listens on one socket', async () => {
  const { page, context } = await arrive(browser, platform.url, 'township.clerk');
  const seen = await watching(page);
  await page.goto(`${platform.url}/desk`);
  await page.locator('tr[data-report]').first().waitFor();
  await page.getByRole('link', { name: /待办 \d+/ }).waitFor();
  expect(seen.operations.toSorted()).toEqual(['Arrival', 'Choices', 'Desk']);
  await page.locator('tr[data-report]').first().click();
  await page.locator('.report-panel-body').waitFor();
  await page.waitForLoadState('networkidle');
  // The bell asks when the screen is calm.
  const later = ['LikelyDuplicates', 'UnreadNotifications'];
  expect(seen.operations.slice(3).filter((operation) => !later.includes(operation))).toEqual(['Report']);
  expect(seen.sockets).toHaveLength(1);
  await context.close();
});

test('an administrator’s screens listen to nothing, since nothing is told to one who reads no report', async () => {
  const { page, context } = await arrive(browser, platform.url, 'admin');
  const seen = await watching(page);
  for (const screen of ['home', 'admin', 'network']) {
    await page.goto(`${platform.url}/${screen}`);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.live-mark').getAttribute('class')).toContain('live-mark-idle');
  }
  expect(seen.sockets).toEqual([]);
  await context.close();
});

test('a piece of the app that cannot be fetched is told where it is missing; the frame goes on, and other addresses open', async () => {
  const { page, context } = await atTheDoor(browser, platform.url, PHONE);
  await context.route('**/assets/MyReports-*.js', (route) => route.abort());
  await signInAs(page, 'officer');
  await skipFirstRun(page);
  await page.getByRole('link', { name: '我的上报' }).click();
  await page.getByRole('alert').getByText('网络不可用').waitFor();
  await page.getByRole('button', { name: '刷新页面' }).waitFor();
  await page.getByRole('link', { name: /^通知/ }).click();
  await page.getByRole('heading', { name: '通知', exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('alert').getByText('网络不可用').waitFor();
  await context.close();
});
