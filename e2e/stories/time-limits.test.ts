import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { arrive } from './person.ts';
import { browser, platform } from './stage.ts';

/** An administrator sets how much time a rule gives, and a day off; another one was on the same row. */

const RULE = '受理告知';
const dialogOf = (page: Page) => page.getByRole('dialog');
async function edit(page: Page, days: string) {
  await page.goto(`${platform.url}/admin?view=thresholds`);
  await page.getByRole('button', { name: `修改 ${RULE}` }).click();
  await dialogOf(page).getByLabel('天').fill(days);
}
const save = (page: Page) =>
  dialogOf(page)
    .getByRole('button', { name: /^保\s?存$/ })
    .click();

test('whoever was overtaken sees both values, keeps theirs on purpose, and the history has each', async () => {
  const [first, second] = [await arrive(browser, platform.url, 'admin'), await arrive(browser, platform.url, 'admin')];
  await edit(second.page, '8');
  await dialogOf(second.page)
    .getByText(/从 .* 起算，当天不计，数 8 天/)
    .waitFor();
  await edit(first.page, '10');
  await save(first.page);
  await first.page.getByText('“受理告知”已改为10 天').waitFor();

  await save(second.page);
  const overtaken = dialogOf(second.page).getByRole('region', { name: '别人刚改过' });
  await overtaken.waitFor();
  expect((await overtaken.locator('dd').allTextContents()).map((words) => words.trim())).toEqual(['8 天', '10 天']);
  await overtaken.getByRole('button', { name: '仍用我填的' }).click();
  await save(second.page);
  await second.page.getByText('“受理告知”已改为8 天').waitFor();

  await second.page.getByRole('button', { name: `历史 ${RULE}` }).click();
  await dialogOf(second.page).getByText('10 天 → 8 天').waitFor();
  await dialogOf(second.page).getByText('15 天 → 10 天').waitFor();
  await Promise.all([first.context.close(), second.context.close()]);
}, 120_000);

test('what the law does not allow is said below the field, and a day off is added once', async () => {
  const { page, context } = await arrive(browser, platform.url, 'admin');
  await page.goto(`${platform.url}/admin?view=calendar`);
  const year = new Date().getFullYear();
  const add = async () => {
    await page.getByRole('button', { name: /增加一天/ }).click();
    await dialogOf(page).getByLabel('日期').fill(`${year}-12-30`);
    await dialogOf(page).getByLabel('名称').fill('县庆日');
  };
  await add();
  await save(page);
  await dialogOf(page)
    .getByText(/请填写|至少|4/)
    .first()
    .waitFor();
  await dialogOf(page).getByLabel('公布依据').fill('县政府通知');
  await save(page);
  await page.getByText(`已保存 ${year}-12-30`).waitFor();
  await page.getByRole('row', { name: new RegExp(`${year}-12-30.*放假.*县庆日.*县政府通知`) }).waitFor();
  await add();
  await dialogOf(page).getByLabel('公布依据').fill('县政府通知');
  await save(page);
  await dialogOf(page).getByText('这一天已在日历中，请在列表里修改').waitFor();
  await context.close();
}, 120_000);
