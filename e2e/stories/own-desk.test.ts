import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { arrive } from './person.ts';
import { browser, platform } from './stage.ts';

const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name }).first();
const dialog = (page: Page) => page.getByRole('dialog').last();
const rows = (page: Page) => page.locator('.report-table tbody tr');
const views = (page: Page) => page.getByRole('region', { name: '视图' });
const heads = (page: Page) => page.locator('.report-table th').allTextContents();

async function keepView(page: Page, name: string) {
  await views(page).getByRole('button').first().click();
  await page.getByRole('menuitem', { name: '存为新视图' }).click();
  await dialog(page).getByLabel('名称').fill(name);
  await dialog(page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await views(page).getByRole('button', { name }).waitFor();
}

test('a clerk keeps a view and shares it; a colleague opens it, and it opens first from then on', async () => {
  const clerk = await arrive(browser, platform.url, 'county.clerk');
  await clerk.page.goto(`${platform.url}/desk?tray=TODO&problems=1&sort=DUE_FIRST`);
  await rows(clerk.page).first().waitFor();
  await keepView(clerk.page, '先到期的问题');
  expect(new URL(clerk.page.url()).searchParams.get('view')).toBeTruthy();
  await clerk.page.getByLabel('只看紧急').check();
  await views(clerk.page).getByText('已修改').waitFor();
  await views(clerk.page)
    .getByRole('button', { name: /还\s?原/ })
    .click();
  await views(clerk.page).getByText('已修改').waitFor({ state: 'detached' });
  await views(clerk.page).getByRole('button').first().click();
  await clerk.page.getByRole('menuitem', { name: '管理视图' }).click();
  await dialog(clerk.page).getByRole('button', { name: '共享给本单位' }).click();
  await dialog(clerk.page).getByText('已共享').waitFor();

  const colleague = await arrive(browser, platform.url, 'county.director');
  await colleague.page.goto(`${platform.url}/desk`);
  await views(colleague.page).getByRole('button').first().click();
  await colleague.page.getByRole('menuitem', { name: /^先到期的问题/ }).click();
  await views(colleague.page).getByRole('button', { name: '先到期的问题' }).waitFor();
  expect(new URL(colleague.page.url()).searchParams.get('problems')).toBe('1');
  const [first] = await rows(clerk.page).allTextContents();
  await colleague.page
    .getByText((first as string).slice(0, 11))
    .first()
    .waitFor();
  await views(colleague.page).getByRole('button').first().click();
  await colleague.page.getByRole('menuitem', { name: '管理视图' }).click();
  await dialog(colleague.page).getByRole('button', { name: '设为首先打开' }).click();
  await dialog(colleague.page).getByText('首先打开', { exact: true }).waitFor();
  const elsewhere = await arrive(browser, platform.url, 'county.director');
  await elsewhere.page.getByRole('link', { name: '信息办理' }).first().click();
  await views(elsewhere.page).getByRole('button', { name: '先到期的问题' }).waitFor();

  await dialog(clerk.page).getByRole('button', { name: '删除“先到期的问题”' }).click();
  await dialog(clerk.page).getByText('还没有保存视图').waitFor();
  await button(clerk.page, /撤\s?销/).click();
  await dialog(clerk.page).getByText('先到期的问题').waitFor();
  for (const { context } of [clerk, colleague, elsewhere]) await context.close();
}, 120_000);

test('columns arranged by keyboard in one browser are so in another', async () => {
  const here = await arrive(browser, platform.url, 'township.clerk');
  await here.page.goto(`${platform.url}/desk`);
  await rows(here.page).first().waitFor();
  expect(await heads(here.page)).toContain('报送人');
  await button(here.page, '列与密度').focus();
  await here.page.keyboard.press('Enter');
  const reporter = dialog(here.page).getByLabel('报送人', { exact: true });
  await reporter.focus();
  await here.page.keyboard.press('Space');
  await dialog(here.page).getByRole('button', { name: '上移“状态”' }).focus();
  for (let i = 0; i < 5; i++) await here.page.keyboard.press('Enter');
  await dialog(here.page).getByText('紧凑').click();
  await here.page.keyboard.press('Control+Enter');
  await dialog(here.page).waitFor({ state: 'detached' });
  const arranged = ['编号', '状态', '类别', '地点', '内容', '报送时间'];
  expect((await heads(here.page)).filter(Boolean)).toEqual(arranged);
  const there = await arrive(browser, platform.url, 'township.clerk');
  await there.page.goto(`${platform.url}/desk`);
  await rows(there.page).first().waitFor();
  expect((await heads(there.page)).filter(Boolean)).toEqual(arranged);
  await there.page.locator('.report-table-close').waitFor();
  await button(there.page, '列与密度').click();
  await button(there.page, '恢复默认').click();
  await dialog(there.page)
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await there.page.getByRole('columnheader', { name: '报送人' }).waitFor();
  for (const { context } of [here, there]) await context.close();
}, 120_000);

test('a place is found in the tree by keys alone, by its level and by its initials, and a reload shows its name', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.clerk');
  await page.goto(`${platform.url}/desk`);
  await rows(page).first().waitFor();
  const field = page.getByRole('combobox', { name: '乡镇 / 村' });
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('.ant-select-tree-list-holder-inner .ant-select-tree-treenode').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page
    .locator('.ant-select-tree-list-holder-inner .ant-select-tree-indent-unit')
    .first()
    .waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/under=\d{15}/);
  const chip = page.locator('.report-chips li').first();
  const name = (await chip.textContent()) as string;
  expect(name).toMatch(/^\D+ \D+$/); // a village with its township
  await page.reload();
  await page.locator('.report-chips', { hasText: name }).waitFor(); // whether anything was reported there or not
  await page.locator('.org-tree', { hasText: name }).waitFor();
  await field.focus();
  await page.keyboard.type('qsdz');
  await page.locator('.ant-select-tree-list-holder-inner', { hasText: '青石渡镇' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.report-chips', { hasText: '青石渡镇' }).waitFor();
  await page.goto(`${platform.url}/desk?under=990101999000000`);
  await page.locator('.org-tree', { hasText: '未知单位' }).waitFor();
  await context.close();
}, 120_000);

test('an issue is found by its number beside the reports, and what waits for the director is one link away', async () => {
  const { page, context } = await arrive(browser, platform.url, 'county.director');
  await page.goto(`${platform.url}/search?q=${encodeURIComponent('第3期')}`);
  await page.getByRole('heading', { name: '信息摘报' }).waitFor();
  await page.locator('.search-papers a').first().click();
  await page.waitForURL(/\/digests\/.*tab=preview/);
  await page.getByRole('link', { name: /^待签/ }).click();
  await page.getByRole('heading', { name: '待签' }).waitFor();
  await context.close();
}, 120_000);
