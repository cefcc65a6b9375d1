import { expect, test } from '@jest/globals';
import { arrive } from './person.ts';
import { browser, platform } from './stage.ts';

/** Who acts for a department: the administrator appoints, the principal lends the post, somebody else acts under it until it is taken back. */
const BUREAU = '/network?unit=990101600000000';

test('a second principal is refused with the name of the first, and what was typed stays', async () => {
  const { page, context } = await arrive(browser, platform.url, 'admin');
  await page.goto(platform.url + BUREAU);
  const principal = (await page.getByRole('heading', { name: /^主要负责人/ }).textContent())
    ?.replace('主要负责人', '')
    .trim();
  await page.getByRole('button', { name: '增设岗位' }).click();
  const dialog = page.getByRole('dialog', { name: /增设岗位/ });
  await dialog.getByLabel('人员').fill('江晚舟');
  await page.getByText('江晚舟 水利局 单位经办').click();
  await dialog.getByLabel('身份').click();
  await page.getByTitle('单位领导').click();
  await dialog.getByLabel('职务类别').click();
  await page.getByTitle('主要负责人').click();
  await dialog.getByRole('button', { name: '增设岗位' }).click();
  await dialog.getByText(`该单位已有主要负责人：${principal}`).waitFor();
  await dialog.getByLabel('职务类别').click();
  await page.getByTitle('群工办主任').click();
  await dialog.getByRole('button', { name: '增设岗位' }).click();
  await page.getByRole('heading', { name: '群工办主任 江晚舟' }).waitFor();
  const card = page.locator('.unit-post').filter({ hasText: '群工办主任 江晚舟' });
  await card.getByText('变动记录').click();
  await card.getByText(/白一帆 系统管理员/).waitFor();
  await context.close();
}, 60_000);

test('a stand-in switches to the post, is called so, and is out within seconds of its end', async () => {
  const leader = await arrive(browser, platform.url, 'bureau.leader');
  await leader.page.locator('.desk-account').click();
  await leader.page.getByRole('menuitem', { name: /代理 .+（主要负责人）/ }).click();
  await leader.page
    .locator('.desk-account')
    .getByText(/梁思齐 · 代理/)
    .waitFor();

  const principal = await arrive(browser, platform.url, 'bureau.principal');
  await principal.page.goto(platform.url + BUREAU);
  await principal.page.getByRole('button', { name: '结束代理' }).click();
  await principal.page.getByRole('tooltip').getByRole('button', { name: '结束代理' }).click();
  await principal.page.getByText('已结束梁思齐的代理').waitFor();
  const begun = Date.now();
  await leader.page.getByText('登录已失效，请重新登录').waitFor({ timeout: 10_000 });
  expect(Date.now() - begun).toBeLessThan(6_000);

  await principal.page.getByRole('button', { name: /^设定代理/ }).click();
  const dialog = principal.page.getByRole('dialog', { name: /设定代理/ });
  await dialog.getByLabel('代理人').fill('江');
  await principal.page.getByTitle('江晚舟').click();
  await dialog.getByLabel('原因').fill('外出开会');
  await dialog.getByRole('button', { name: '设定代理' }).click();
  await principal.page.getByText(/江晚舟代理.*外出开会/).waitFor();
  await Promise.all([leader.context.close(), principal.context.close()]);
}, 90_000);
