import { expect, test } from '@jest/globals';
import { PASSWORD } from '../platform.ts';
import { repeated, storeOf } from '../siege/phone/queue.ts';
import { photo, submit } from './reporting.ts';
import { platform } from './stage.ts';
import { count, goOnWith, isText, officer, report, stored, told, toOutbox, untilSent } from './troubled.ts';

/** What happens to a phone itself while it sends: the screen says the truth, and in the end each report is stored once and whole. */

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
  await page.getByLabel('账号').fill('officer');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((address) => !address.pathname.includes('sign-in'));
  await toOutbox();
  await untilSent();
  expect(await count()).toEqual({ reports: 1, arrived: 1 });
}, 60_000);

test('other words stored under its id: both are shown, and both are kept', async () => {
  const { page, context } = officer;
  await report();
  const others = `${told.slice(0, -1)}，请尽快。`;
  await context.route('**/graphql', async (route) => {
    if (isText(route)) {
      const body = route.request().postDataJSON();
      body.variables.draft.content = others;
      await route.fetch({ postData: JSON.stringify(body) });
    }
    await route.continue();
  });
  await submit(page);
  await page.getByText('没有发送成功').waitFor();
  await context.unroute('**/graphql');
  await toOutbox();
  const card = page.locator('.card').filter({ hasText: told });
  await card.getByText('县里已有同一条信息的另一个版本').waitFor();
  await card.getByText('请尽快').waitFor();
  await card.getByRole('button', { name: '作为新的一条发送' }).click();
  await untilSent();
  expect(await count()).toEqual({ reports: 1, arrived: 1 });
  const { rows } = await stored.query('select count(*)::int as n from report where content = $1', [others]);
  expect(rows[0].n).toBe(1);
}, 60_000);

test('the page is killed after it has read the queue, before anything is sent; two more are opened, and each is told five times to send', async () => {
  const { page, context } = officer;
  await report();
  await context.setOffline(true);
  await submit(page);
  await page.getByText(/已存本机，待发送/).waitFor();
  await context.setOffline(false);
  const killed = Promise.withResolvers<void>();
  await context.route('**/graphql', async (route) => {
    if (!isText(route)) return route.continue();
    await officer.page.close();
    killed.resolve();
  });
  await toOutbox().catch(() => undefined);
  await killed.promise;
  await context.unroute('**/graphql');
  expect(await count()).toEqual({ reports: 0, arrived: 0 });
  const pages = await Promise.all([context.newPage(), context.newPage()]);
  goOnWith({ context, page: pages[0] });
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

test('a phone that is full says so of the picture, and does not count it among those it has', async () => {
  const { page } = officer;
  await page.goto(`${platform.url}/officer`);
  await page.getByText('饮水难', { exact: true }).first().click();
  await page.getByLabel('具体情况').fill(told);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'bytes') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });
  await page
    .locator('.attachments input[type=file][multiple]')
    .first()
    .setInputFiles(await photo(page));
  await page.getByText('手机存储已满，没有存下').waitFor();
  expect(await page.getByText(/照片 \d \/ 9 张/).count()).toBe(0);
  expect(await page.getByLabel('具体情况').inputValue()).toBe(told);
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
  await context.setOffline(false);
  await toOutbox();
  await page.getByText('有附件在本机上读不出来了').waitFor({ timeout: 30_000 });
  await page.waitForFunction(() => document.querySelectorAll('article.card').length === 1, undefined, {
    timeout: 60_000,
  });
  const { waiting, failed, receipts } = await storeOf(page);
  expect([waiting.length, failed.map(({ code }) => code)]).toEqual([1, ['PART_LOST']]);
  expect(receipts.filter(({ clientId }) => promised.some((one) => one.clientId === clientId))).toHaveLength(49);
}, 120_000);
