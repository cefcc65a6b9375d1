import { expect, test } from '@jest/globals';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { arrive, PHONE } from './person.ts';
import { submit, write } from './photo-form.ts';
import { untilInstalled } from './photos.ts';
import { browser, platform } from './stage.ts';

/** What a phone promises while there is no network, or somebody else's, and what it then does. */

const MARK = `枣林${Date.now() % 100_000}号`;
const TOLD = `村西头${MARK}机井的电缆被雷打断，四十二户人家三天没有水浇地，玉米已经打卷，盼望派人来接。`;

/** Operations of this name that reached the server. */
function counting(context: BrowserContext, name: string): { count: number } {
  const seen = { count: 0 };
  context.on('response', (response) => {
    if (response.request().postData()?.includes(name) && response.ok()) seen.count++;
  });
  return seen;
}

/** Opens 批示 and waits for the words it suggests: they come with the units, and would be put before what is typed. */
async function openInstruct(page: Page) {
  await page.getByRole('button', { name: '批示' }).click();
  await page.getByRole('button', { name: '发送批示', disabled: false }).waitFor();
}

test('an instruction sent without a network waits in 我的批示, outlives a reload and goes once', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.leader', PHONE);
  const sent = counting(context, 'mutation SendInstruction');
  await page.goto(`${platform.url}/leader/digests`);
  await page.locator('main a[href^="/leader/digests/"]').first().click();
  await openInstruct(page);
  await page.getByLabel('批示内容').fill(`请核实${MARK}并报结果。`);
  await untilInstalled(page);
  await page.waitForTimeout(3_500); // what is fetched ahead, once the screen is calm
  await context.setOffline(true);
  await page.getByRole('button', { name: '发送批示' }).click();
  await page.getByText('批示已存本机').waitFor();
  await page.getByRole('button', { name: '发送批示' }).waitFor({ state: 'hidden' });

  await page.goto(`${platform.url}/leader/instructions`);
  await page.getByText('待发批示 1 件').waitFor();
  await page.reload();
  await page.getByText('待发批示 1 件').waitFor();
  await page.getByText(`请核实${MARK}并报结果。`).waitFor();
  expect(sent.count).toBe(0);

  await context.setOffline(false);
  await page.getByText('待发批示').waitFor({ state: 'hidden', timeout: 30_000 });
  await page.getByText(`请核实${MARK}并报结果。`).waitFor();
  await page.reload();
  await page.getByText(`请核实${MARK}并报结果。`).waitFor();
  expect(await page.getByText(`请核实${MARK}并报结果。`).count()).toBe(1);
  expect(sent.count).toBe(1);
  await context.close();
});

test('Back on a phone closes the open sheet and leaves the page where it is', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.leader', PHONE);
  await page.goto(`${platform.url}/leader/digests`);
  await page.locator('main a[href^="/leader/digests/"]').first().click();
  await openInstruct(page);
  await page.getByLabel('批示内容').fill(`${MARK}先看看`);
  const address = page.url();
  await page.goBack();
  await page.getByRole('button', { name: '发送批示' }).waitFor({ state: 'hidden' });
  expect(page.url()).toBe(address);
  await page.reload();
  await openInstruct(page);
  expect(await page.getByLabel('批示内容').inputValue()).toBe(`${MARK}先看看`);
  await context.close();
});

test('a captive portal, with a 401 or a page for an answer, neither signs the officer out nor hides the queue', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await untilInstalled(page);
  let answer: (route: Route) => Promise<void> = (route) =>
    route.fulfill({ status: 401, contentType: 'text/html', body: '<html>Wi-Fi 认证</html>' });
  await context.route('**/graphql', (route) => answer(route));
  await write(page, TOLD);
  await submit(page);
  await page.getByText('已存本机，待发送 1 条').waitFor();
  await page.reload();
  await page.getByRole('link', { name: /^待发/ }).click(); // the tab: the page says 查看待发 as well where it knows of the queue in time
  await page.getByText(MARK).first().waitFor();
  answer = (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<html>welcome</html>' });
  await page.getByRole('button', { name: '重试', exact: true }).click();
  await page.getByText('多半是上网认证页').waitFor();
  expect(page.url()).toContain('/officer/outbox');
  expect(await page.getByText(/Unexpected token|HTTP \d|JSON/).count()).toBe(0);
  // The phone tries again by itself, and the button goes with what it has sent: nothing arrives before it is pressed.
  const pressed = Promise.withResolvers<void>();
  answer = (route) => pressed.promise.then(() => route.continue());
  await page.getByRole('button', { name: '现在全部发送' }).click();
  pressed.resolve();
  await page.getByText('没有待发送的信息').waitFor({ timeout: 20_000 });
  await context.close();
});

test('after our own server has ended the session the sign-in page says what waits, and it can be reached', async () => {
  const { page, context } = await arrive(browser, platform.url, 'other.officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await write(page, TOLD);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('草稿已存本机').waitFor();
  await context.clearCookies();
  await page.goto(platform.url);
  await page.getByText('本机还有 1 份草稿，').waitFor();
  await page.getByRole('button', { name: /先不登录，继续写/ }).click();
  await page.getByText(MARK).first().waitFor();
  await page.getByRole('button', { name: '继续写' }).click();
  expect(await page.getByLabel('具体情况').inputValue()).toBe(TOLD);
  await page.getByRole('link', { name: /登录后才能发送/ }).waitFor();
  await context.close();
});

test('a draft open in two tabs says so in the second, and is written where it is asked for', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await write(page, `${TOLD}第一页。`);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('草稿已存本机').waitFor();
  const second = await context.newPage();
  await second.goto(`${platform.url}/officer`);
  await second.getByText('这份草稿正在另一个页面里写').waitFor();
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByLabel('具体情况').fill(`${TOLD}第一页又写。`);
  await second.getByRole('button', { name: '在这里写' }).click();
  await second.getByLabel('具体情况').waitFor();
  expect(await second.getByLabel('具体情况').inputValue()).toBe(`${TOLD}第一页又写。`);
  await page.getByText('这份草稿正在另一个页面里写').waitFor();
  await context.close();
});

test('without a signal own places, own reports and the reason of a returned one are there, and as of when', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await untilInstalled(page);
  await page.waitForTimeout(4_000); // what is fetched ahead, once the screen is calm
  await context.setOffline(true);
  await page.reload();
  await write(page, TOLD);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: /更换/ }).click();
  await page.getByRole('heading', { name: '附近' }).waitFor();
  await page.getByRole('searchbox').fill('没有的地方');
  await page.getByText('只能在我的片区和附近的地点里找').waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('link', { name: '我的上报' }).click();
  await page.getByText(/数据截至 \d{4}-/).waitFor();
  await page.locator('a.card').first().click();
  await page.getByText('办理过程').waitFor();
  await page.getByText(/数据截至 \d{4}-/).waitFor();
  await context.close();
});
