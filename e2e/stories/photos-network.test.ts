import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { onServer } from '@lxq/db/database.ts';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { inStore } from '../phone-store.ts';
import { arrive, type Person, PHONE } from './person.ts';
import { choosePhotos, photosShown, submit, takeOut, write } from './photo-form.ts';
import { jpegOf, photo } from './photos.ts';
import { browser, platform } from './stage.ts';

/** What may happen to a photo on its way. Each ends with one report, all its parts, and a screen that told the truth. */

const MARK = `东渠${Date.now() % 100_000}号`;
const telling = (what: string) => `村南${MARK}水渠垮了十来米，${what}，二百亩稻田等水插秧，盼望派人来看看怎么修。`;

/** One officer, whose network is well again after each; another page after one was killed. */
let officer: Person;
beforeAll(async () => {
  officer = await arrive(browser, platform.url, 'officer', PHONE);
});
afterEach(() => officer.context.unrouteAll({ behavior: 'ignoreErrors' }));
async function atTheForm() {
  await officer.page.goto(`${platform.url}/officer`);
  await officer.page.locator('.tiles-topics .tile').first().waitFor();
  return officer;
}
const STORED = `select count(distinct r.id)::int as reports, count(a.id)::int as parts, count(a.id) filter (where a.state = 'ARRIVED')::int as arrived
  from report r left join attachment a on a.subject_id = r.id and a.withdrawn_at is null where r.content = $1`;
async function inTheCounty(told: string) {
  const { rows } = await onServer(platform.adminUrl, (client) => client.query(STORED, [told]));
  return rows[0];
}
/** Until it is told otherwise, every upload's chunk meets this. */
async function chunksMeet(context: BrowserContext, answer: (route: Route) => Promise<void>) {
  const meeting = { answer, count: 0 };
  await context.route('**/attachments/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    meeting.count++;
    return meeting.answer(route);
  });
  return meeting;
}
async function delivered(page: Page, told: string, parts: number) {
  await page.getByText('已送达', { exact: true }).waitFor({ timeout: 60_000 });
  expect(await inTheCounty(told)).toEqual({ reports: 1, parts, arrived: parts });
  for (const table of ['outbox', 'parts', 'bytes'])
    expect([table, (await inStore(page, table)).length]).toEqual([table, 0]);
}

const page = '<html>Wi-Fi 认证</html>';
test.each<[string, Parameters<Route['fulfill']>[0], string]>([
  ['a portal’s page', { status: 200, contentType: 'text/html', body: page }, '多半是上网认证页'],
  ['a redirect', { status: 302, headers: { location: '/sign-in' } }, '多半是上网认证页'],
  ['403', { status: 403, body: page }, '半路被拦下（403）'],
  ['429', { status: 429, headers: { 'retry-after': '2' }, body: page }, '系统忙'],
  ['500', { status: 500, body: page }, '系统暂时没有回应'],
  ['502', { status: 502, body: page }, '系统忙'],
])('a photo that meets %s says so, is tried again and arrives', async (name, met, words) => {
  const told = telling(`途中遇到${name}`);
  const { page, context } = await atTheForm();
  await write(page, told);
  await choosePhotos(page, 'red', 'blue');
  const meeting = await chunksMeet(context, (route) => route.fulfill(met));
  await submit(page);
  await page.getByText(words).waitFor({ timeout: 20_000 });
  expect(await page.getByText('已送达', { exact: true }).count()).toBe(0);
  expect(await inTheCounty(told)).toEqual({ reports: 1, parts: 2, arrived: 0 });
  meeting.answer = (route) => route.continue();
  await page.waitForTimeout(name === '429' ? 2_100 : 0);
  await page.getByRole('button', { name: '重试', exact: true }).click();
  await delivered(page, told, 2);
});

test('one that is too large on the way stays with its reason, and goes without it', async () => {
  const told = telling('照片太大');
  const { page, context } = await atTheForm();
  await write(page, told);
  await choosePhotos(page, 'red', 'blue');
  const meeting = await chunksMeet(context, (route) => route.fulfill({ status: 413, body: '<html>' }));
  await submit(page);
  await page.getByText('没有发送成功').waitFor();
  await page.getByRole('link', { name: '查看待发' }).click();
  await page.getByText('文字已送达，附件 0/2').waitFor();
  meeting.answer = (route) => route.continue();
  await takeOut(page, '照片1');
  await page.getByText('文字已送达，附件 0/1').waitFor();
  await page.getByRole('button', { name: '重试', exact: true }).click();
  await page.getByText('没有待发送的信息').waitFor({ timeout: 30_000 });
  expect(await inTheCounty(told)).toEqual({ reports: 1, parts: 1, arrived: 1 });
});

test('a line that is cut after the server has taken the last byte stores nothing twice', async () => {
  const told = telling('最后一段之后断线');
  const { page, context } = await atTheForm();
  await write(page, told);
  await choosePhotos(page, 'red', 'blue');
  const meeting = await chunksMeet(context, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await submit(page);
  await page.getByText('没有网络，恢复后自动发送').waitFor();
  meeting.answer = (route) => route.continue();
  await page.getByRole('button', { name: '重试', exact: true }).click();
  await delivered(page, told, 2);
});

test('a tab that is killed in the middle of an upload goes on where it was', async () => {
  const told = telling('传到一半手机没电');
  const { page, context } = await atTheForm();
  await write(page, told);
  const lines = Array.from({ length: 30_000 }, (_, n) => `第${n}户，水田若干亩，等水插秧`).join('\n');
  const list = { name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from(lines) };
  await page.getByLabel('文件', { exact: true }).setInputFiles(list);
  await page.getByText('名单.txt').waitFor();
  const stuck = Promise.withResolvers<void>();
  const meeting = await chunksMeet(context, async (route) => {
    if (meeting.count === 1) return route.continue();
    stuck.resolve();
  });
  await submit(page);
  await stuck.promise;
  const again = await context.newPage();
  await page.close({ runBeforeUnload: false });
  officer = { context, page: again };
  const offsets: string[] = [];
  meeting.answer = (route) => {
    offsets.push(route.request().headers()['upload-offset'] ?? '');
    return route.continue();
  };
  await again.goto(`${platform.url}/officer/outbox`);
  await again.getByText('没有待发送的信息').waitFor({ timeout: 60_000 });
  // The browser may still have let through what it was sending.
  expect(Number(offsets[0])).toBeGreaterThanOrEqual(256 * 1024);
  expect(await inTheCounty(told)).toEqual({ reports: 1, parts: 1, arrived: 1 });
});

test('a document that the county does not take says why; without it the report is complete', async () => {
  const told = telling('附了压缩包');
  const { page } = await atTheForm();
  await write(page, told);
  await choosePhotos(page, 'red');
  await page.getByLabel('文件', { exact: true }).setInputFiles({
    name: '名单.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await page.getByText('名单.pdf').waitFor();
  await submit(page);
  await page.getByText('没有发送成功').waitFor();
  await page.getByRole('link', { name: '查看待发' }).click();
  await page.getByText('文字已送达，有附件县里没有收下').waitFor();
  await page.getByText(/^县里没有收下：.+/).waitFor();
  await page.getByText('文字已送达，附件 1/2').waitFor();
  await takeOut(page, '名单.pdf');
  await page.getByText('没有待发送的信息').waitFor({ timeout: 30_000 });
  expect(await inTheCounty(told)).toEqual({ reports: 1, parts: 1, arrived: 1 });
});

test('two tabs and five impatient retries send each photo once', async () => {
  const told = telling('两个页面一起发');
  const { page, context } = await atTheForm();
  await write(page, told);
  await choosePhotos(page, 'red', 'blue');
  const meeting = await chunksMeet(context, (route) => route.abort());
  await submit(page);
  await page.getByText('没有网络，恢复后自动发送').waitFor();
  const second = await context.newPage();
  await second.goto(`${platform.url}/officer/outbox`);
  await second.getByText(MARK).first().waitFor();
  meeting.answer = (route) => route.continue();
  const pressing = [page, second].flatMap((tab) =>
    [1, 2, 3, 4, 5].map(() =>
      tab
        .getByRole('button', { name: /^重试$|现在全部发送/ })
        .first()
        .click({ timeout: 2_000 })
        .catch(() => undefined),
    ),
  );
  await Promise.all(pressing);
  await delivered(page, told, 2);
  await second.close();
});

test('after a conflict both stand side by side, and the queue leaves the phone as a file', async () => {
  const told = telling('同一条写了两遍');
  const { page, context } = await atTheForm();
  await write(page, told);
  await choosePhotos(page, 'red');
  await context.route('**/graphql', (route) => withOtherWords(route, told));
  await submit(page);
  await page.getByText('没有发送成功').waitFor();
  await context.unroute('**/graphql');
  await page.getByRole('link', { name: '查看待发' }).click();
  await page.getByRole('columnheader', { name: '本机这一份' }).waitFor();
  await page.getByRole('cell', { name: `${told}另一份。` }).waitFor();
  await page.getByRole('button', { name: '把待发内容导出成文件' }).click();
  const link = page.getByRole('link', { name: '打开导出的文件' });
  await link.waitFor();
  await link.click();
  await page.getByRole('heading', { name: /待发信息 1 条/ }).waitFor();
  expect(await page.locator('article').textContent()).toContain(told);
  expect(
    await page.locator('article img').evaluate((image) => (image as HTMLImageElement).naturalWidth),
  ).toBeGreaterThan(0);
  await page.goBack();
  await page.getByRole('button', { name: '作为新的一条发送' }).click();
  await page.getByText('没有待发送的信息').waitFor({ timeout: 30_000 });
  expect(await inTheCounty(told)).toEqual({ reports: 1, parts: 1, arrived: 1 });
});

// Last: what it keeps is a draft that the next would find.
test('a phone without room says so, claims nothing, and keeps what it had', async () => {
  const { page } = await atTheForm();
  await write(page, telling('手机满了'));
  await choosePhotos(page, 'red');
  await fill(page, true);
  await page.getByLabel('从相册选').setInputFiles(photo('b.jpg', await jpegOf(page, 'blue')));
  await page.getByText('手机存储已满，没有存下').waitFor();
  await page.getByText('手机存储快满了').waitFor();
  expect(await photosShown(page).count()).toBe(1);
  expect(await inStore(page, 'parts')).toHaveLength(1);
  await fill(page, false);
  await page.getByRole('button', { name: '再试一次' }).click();
  await photosShown(page).nth(1).waitFor();
});

/** The first sending arrives with other words, as from another phone of the same officer, and ours is the second. */
async function withOtherWords(route: Route, told: string) {
  const body = route.request().postData() ?? '';
  if (!body.includes('mutation SubmitReport')) return route.continue();
  const asked = JSON.parse(body);
  const { attachments: _, ...draft } = asked.variables.draft;
  const first = JSON.stringify({ ...asked, variables: { draft: { ...draft, content: `${told}另一份。` } } });
  await route.fetch({ postData: first });
  await route.continue();
}

/** The store refuses bytes as a full one does, from now on or no longer. */
const fill = (page: Page, isFull: boolean) =>
  page.evaluate((refuses) => {
    const store = IDBObjectStore.prototype as IDBObjectStore & { kept?: IDBObjectStore['put'] };
    store.kept ??= store.put;
    navigator.storage.estimate = async () => ({ usage: refuses ? 95e6 : 1e6, quota: 100e6 });
    const { kept } = store;
    store.put = function (this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) {
      if (refuses && this.name === 'bytes') throw new DOMException('', 'QuotaExceededError');
      return kept.apply(this, given);
    };
  }, isFull);
