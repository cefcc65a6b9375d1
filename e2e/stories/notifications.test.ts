import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Answer, ask, signIn } from '../platform.ts';
import { arrive, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

const bell = (page: Page) => page.locator('a.bell');
const badge = (page: Page) => bell(page).locator('.bell-count');
const told = async <Data>(account: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
  const answer: Answer<Data> = await ask<Data>(platform.url, await signIn(platform.url, account), query, variables);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
};

/** A report of the officer's own that waits at their station. */
async function waiting(): Promise<{ id: string; version: number }> {
  interface Found {
    reports: { edges: { node: { id: string; version: number } }[] };
  }
  const query = '{ reports(filter: { states: [SUBMITTED] }, first: 50) { edges { node { id version } } } }';
  const [mine, theirs] = await Promise.all([told<Found>('officer', query), told<Found>('township.clerk', query)]);
  const own = new Set(mine.reports.edges.map(({ node }) => node.id));
  const found = theirs.reports.edges.find(({ node }) => own.has(node.id));
  if (!found) throw new Error('The officer has no report that waits');
  return found.node;
}

test('the badge rings by itself when a report is returned; it leads there, and what one tab knows the other does', async () => {
  await told('officer', 'mutation ($upTo: DateTime!) { acknowledgeNotifications(upTo: $upTo) }', {
    upTo: new Date().toISOString(),
  });
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  const other = await context.newPage();
  await other.goto(`${platform.url}/officer`);
  await Promise.all([bell(page).waitFor(), bell(other).waitFor()]);
  await page.waitForTimeout(3_000);
  expect(await badge(page).count()).toBe(0);

  const { id, version } = await waiting();
  const RETURN =
    'mutation ($id: ID!, $version: Int!) { returnReport(id: $id, version: $version, reason: "请补充受影响的户数") { id } }';
  await told('township.clerk', RETURN, { id, version });
  for (const one of [page, other]) await badge(one).getByText('1', { exact: true }).waitFor({ timeout: 15_000 });

  await bell(page).click();
  const row = page.locator('.told-row', { hasText: '您的报送被退回' }).first();
  await row.getByRole('button', { name: '知道了' }).dblclick();
  await row.getByText('已知悉').waitFor();
  for (const one of [page, other]) await badge(one).waitFor({ state: 'detached', timeout: 15_000 });

  await row.getByRole('link', { name: '查看' }).click();
  await page.waitForURL(`${platform.url}/officer/mine/${id}`);
  await page.getByText('请补充受影响的户数').first().waitFor();
  await context.close();
}, 120_000);

test('without a signal nothing is acknowledged, and the screen says so', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.leader', PHONE);
  await page.goto(`${platform.url}/notifications`);
  const row = page.locator('.told-row.told-new').first();
  await row.waitFor();
  await context.setOffline(true);
  await row.getByRole('button', { name: '知道了' }).click();
  await page.getByText('没有网络，联网后再确认').waitFor();
  expect(await row.getByRole('button', { name: '知道了' }).isVisible()).toBe(true);
  await context.close();
}, 60_000);

test('somebody adds a robot, which is refused where it leads elsewhere, and never sees its address again', async () => {
  const { page, context } = await arrive(browser, platform.url, 'township.clerk');
  await page.getByRole('button', { name: /我的账号/ }).click();
  await page.getByText('通知设置').click();
  await page.getByText('发到外面的只有三样').waitFor();
  const address = page.getByLabel('机器人地址（Webhook）');
  await address.fill('https://evil.example/cgi-bin/webhook/send?key=1');
  await page.getByRole('button', { name: '添加渠道' }).click();
  await page.getByText('地址不在允许范围内').waitFor();
  await address.fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret-of-the-robot');
  await page.getByRole('button', { name: '添加渠道' }).click();
  await page.getByText('企业微信机器人（我的）').waitFor();
  expect(await page.content()).not.toContain('secret-of-the-robot');
  await page.getByLabel('从').fill('21:30');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  await page.reload();
  await page.getByText('企业微信机器人（我的）').waitFor();
  expect(await page.getByLabel('从').inputValue()).toBe('21:30');
  await page.getByRole('button', { name: '移除' }).click();
  await page.getByText('还没有渠道').waitFor();
  await context.close();
}, 60_000);
