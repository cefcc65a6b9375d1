import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { onServer } from '@lxq/db/database.ts';
import type { Route } from 'playwright-core';
import { repeated, storeOf } from '../siege/phone/queue.ts';
import { arrive, type Person, PHONE, signInAs } from './person.ts';
import { choosePhotos, submit, write } from './photo-form.ts';
import { untilInstalled } from './photos.ts';
import { browser, platform } from './stage.ts';

/** A report with a picture, whose words meet every kind of bad network: the screen says the truth, and in the end it is stored once and whole. */

/** Who reports, on which page; another one after it was killed. */
let officer: Person;
beforeAll(async () => {
  officer = await arrive(browser, platform.url, 'officer', PHONE);
  await officer.page.locator('.tiles-topics .tile').first().waitFor();
  await untilInstalled(officer.page);
});

/** Another text for each test. */
let told: string;
let n = 0;
beforeEach(() => {
  told = `村西头第${++n}号机井的电缆被雷打断，四十二户人家三天没有水浇地，玉米已经打卷，盼望派人来接。`;
});

/** How many reports say so, and how many of their attachments have come. */
async function count() {
  const { rows } = await onServer(platform.adminUrl, (client) => client.query(COUNTED, [told]));
  return rows[0];
}
const COUNTED = `select count(distinct r.id)::int as reports, count(a.id) filter (where a.state = 'ARRIVED')::int as arrived
  from report r left join attachment a on a.county_code = r.county_code and a.subject = 'REPORT' and a.subject_id = r.id and a.withdrawn_at is null
  where r.content = $1`;

async function report() {
  const { page } = officer;
  await page.goto(`${platform.url}/officer`);
  await write(page, told);
  await choosePhotos(page, 'red');
}
const toOutbox = () => officer.page.goto(`${platform.url}/officer/outbox`);
const untilSent = () => officer.page.getByText('没有待发送的信息').waitFor({ timeout: 30_000 });

const isText = (route: Route) => route.request().postData()?.includes('mutation SubmitReport') ?? false;

type Answer = (route: Route) => Promise<unknown>;
const page =
  (status: number): Answer =>
  (route) =>
    route.fulfill({ status, contentType: 'text/html', body: '<html>请先登录上网</html>' });
/** The server does it, and its answer is lost. */
const cut: Answer = async (route) => {
  await route.fetch().catch(() => undefined);
  await route.abort('connectionreset');
};
const busy: Answer = (route) =>
  route.fulfill({ status: 429, headers: { 'retry-after': '1' }, contentType: 'text/html', body: 'slow down' });
const failing: Answer = (route) =>
  route.fulfill({
    json: { errors: [{ message: 'it broke', extensions: { code: 'INTERNAL' } }], data: null },
  });

const TEXT: Record<string, [Answer, RegExp]> = {
  'no answer': [(route) => route.abort('internetdisconnected'), /没有网络/],
  'an answer that is lost after the server has stored it': [cut, /没有网络/],
  'a captive portal’s page': [page(200), /上网认证页/],
  'a redirection to somebody else': [
    (route) => route.fulfill({ status: 302, headers: { location: 'http://127.0.0.1:9999/portal' } }),
    /没有网络|上网认证页/,
  ],
  'a 403 on the way': [page(403), /403/],
  'a 413 on the way': [page(413), /413/],
  'a 429 on the way': [busy, /系统忙/],
  'a 502 on the way': [page(502), /系统忙/],
  'an error of the server’s': [failing, /没有回应/],
};
test.each(Object.entries(TEXT))(
  '%s',
  async (_, [trouble, says]) => {
    const { page, context } = officer;
    await report();
    await context.route('**/graphql', (route) => (isText(route) ? trouble(route) : route.continue()));
    try {
      await submit(page);
      await page.getByText(/已存本机，待发送 \d+ 条|没有发送成功/).waitFor();
      expect(await page.getByText('已送达', { exact: true }).count()).toBe(0);
      await toOutbox();
      await page.locator('.card').filter({ hasText: told }).getByText(says).first().waitFor({ timeout: 20_000 });
      expect((await count()).reports).toBeLessThanOrEqual(1);
    } finally {
      await context.unroute('**/graphql');
    }
    await page.locator('.card').filter({ hasText: told }).getByRole('button', { name: '重试' }).click();
    await untilSent();
    expect(await count()).toEqual({ reports: 1, arrived: 1 });
  },
  60_000,
);

test('a session that has ended: signed in again, it goes by itself', async () => {
  const { page, context } = officer;
  await report();
  await context.setOffline(true);
  await submit(page);
  await page.getByText(/已存本机，待发送/).waitFor();
  await context.clearCookies();
  await context.setOffline(false);
  await page.goto(platform.url);
  await page.getByText('本机还有 1 条').waitFor();
  await signInAs(page, 'officer');
  await page.waitForURL((address) => !address.pathname.includes('sign-in'));
  await toOutbox();
  await untilSent();
  expect(await count()).toEqual({ reports: 1, arrived: 1 });
}, 60_000);

test('the page is killed after it has read the queue, before anything is sent; two more are opened, and each is told five times to send', async () => {
  const { page, context } = officer;
  await report();
  await context.setOffline(true);
  await submit(page);
  await page.getByText(/已存本机，待发送/).waitFor();
  const killed = Promise.withResolvers<void>();
  await context.route('**/graphql', async (route) => {
    if (!isText(route)) return route.continue();
    // A request that hangs while its page is closed would be let through.
    await Promise.all([route.abort(), page.close()]);
    killed.resolve();
  });
  await context.setOffline(false);
  await killed.promise;
  await context.unroute('**/graphql');
  expect(await count()).toEqual({ reports: 0, arrived: 0 });
  const pages = await Promise.all([context.newPage(), context.newPage()]);
  officer = { context, page: pages[0] };
  await context.route('**/graphql', async (route) => {
    if (isText(route)) await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await Promise.all(pages.map((each) => each.goto(`${platform.url}/officer/outbox`)));
  for (let press = 0; press < 5; press++)
    await Promise.all(
      pages.map((each) =>
        each
          .getByRole('button', { name: '现在全部发送' })
          .click({ timeout: 300 })
          .catch(() => undefined),
      ),
    );
  await untilSent();
  await context.unroute('**/graphql');
  await pages[1].close();
  expect(await count()).toEqual({ reports: 1, arrived: 1 });
}, 60_000);

test('the phone cannot write down that it was sent: it is sent again, stored once, and not called sent before it is written', async () => {
  const { page } = officer;
  await report();
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'receipts') throw new DOMException('no', 'UnknownError');
      return put.apply(this, row);
    };
  });
  await submit(page);
  await page.getByText(/已存本机，待发送/).waitFor();
  expect((await storeOf(page)).waiting).toHaveLength(1);
  expect(await page.getByText('已送达', { exact: true }).count()).toBe(0);
  await toOutbox(); // another page, whose store works
  await untilSent();
  expect(await count()).toEqual({ reports: 1, arrived: 1 });
}, 60_000);

test('one poisoned entry among fifty keeps nobody back, and says what is wrong with it', async () => {
  const { page, context } = officer;
  await report();
  await context.setOffline(true);
  await submit(page);
  await page.getByText(/已存本机，待发送/).waitFor();
  const promised = await repeated(page, 50);
  await page.evaluate(async () => {
    // One that the phone cannot read any more.
    const opening = indexedDB.open('lxq-officer');
    opening.onsuccess = () => {
      const pictures = opening.result.transaction('bytes', 'readwrite').objectStore('bytes');
      const keys = pictures.getAllKeys();
      keys.onsuccess = () => pictures.delete(keys.result[0] as string);
    };
  });
  await toOutbox();
  await page.getByRole('button', { name: '下面还有 30 条' }).click();
  await page.getByRole('button', { name: '下面还有 10 条' }).waitFor();
  expect(await page.locator('article.card').count()).toBe(40);
  await context.setOffline(false);
  await toOutbox();
  // The one that failed is never beneath the rest.
  await page.locator('.card-failure', { hasText: '有附件在本机上读不出来了' }).waitFor({ timeout: 30_000 });
  await page.waitForFunction(() => document.querySelectorAll('article.card').length === 1, undefined, {
    timeout: 60_000,
  });
  const { waiting, failed, receipts } = await storeOf(page);
  expect([waiting.length, failed.map(({ code }) => code)]).toEqual([1, ['PART_LOST']]);
  expect(receipts.filter(({ clientId }) => promised.some((one) => one.clientId === clientId))).toHaveLength(49);
}, 120_000);
