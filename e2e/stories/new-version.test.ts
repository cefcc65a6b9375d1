import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { arrive, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

/** A new version of the app is put on the server while a phone has the old one open. */

const TOLD = '村东头的水泵烧坏已经四天，三十六户人家吃水要到河对岸去挑，盼望派人来修。';

/** Before the platform: after `release` the service worker is another, and the pieces that it does not name are gone. */
let front: { url: string; release(): void; close(): Promise<void> };
beforeAll(async () => {
  let version = 1;
  const server = http.createServer((asked, answer) => {
    const isGone = version > 1 && /assets\/(PhoneAccount)-/.test(asked.url ?? '');
    if (isGone) return answer.writeHead(404).end();
    const { host: _host, 'accept-encoding': _encoding, ...headers } = asked.headers;
    const onward = http.request(
      new URL(asked.url ?? '/', platform.url),
      { method: asked.method ?? 'GET', headers: { ...headers, origin: platform.url } },
      (given) => {
        if (asked.url !== '/sw.js') {
          answer.writeHead(given.statusCode ?? 500, given.headers);
          given.pipe(answer);
          return;
        }
        let text = '';
        given.setEncoding('utf8').on('data', (part) => (text += part));
        given.on('end', () => {
          const { 'content-length': _length, ...rest } = given.headers;
          answer.writeHead(200, rest);
          answer.end(version === 1 ? text : released(text));
        });
      },
    );
    asked.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  front = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => {
      version = 2;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
});
afterAll(() => front.close());

/** The next version's own list names none of the pieces that are gone. */
const released = (text: string) =>
  `${text.replace(/\{url:"assets\/(PhoneAccount)-[^}]+\},?/g, '')}\n// the next version`;

/** As the hourly look, or a start of the app, would find it. */
const lookForIt = (page: Page) =>
  page.evaluate(async () => {
    // Refused while the page looks for it by itself; what counts is that it is found.
    await (await navigator.serviceWorker.ready).update().catch(() => undefined);
  });
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
