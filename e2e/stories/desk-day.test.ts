import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ask, signIn } from '../platform.ts';
import { button, cursorOnWaiting, dialogOf, noOf, rows } from './desk-queue.ts';
import { arrive, type Person, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

let clerk: Person;
/** The same station's clerk at another device: whatever they do first the desk under test comes too late for. */
let otherToken: string;
beforeAll(async () => {
  clerk = await arrive(browser, platform.url, 'township.clerk');
  otherToken = await signIn(platform.url, 'township.clerk');
  await clerk.page.goto(`${platform.url}/desk`);
  await rows(clerk.page).first().waitFor();
}, 240_000);

const tray = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '办理阶段' }).getByRole('link', { name });

test('a tray chosen by mouse gives the keys to its first row: Enter opens it', async () => {
  const { page } = clerk;
  await tray(page, '在办').click();
  await page.waitForURL(/tray=DOING/);
  await page.locator('tr[data-report][aria-current]').waitFor();
  const first = await noOf(rows(page).first());
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/reports\//);
  await page.getByRole('heading', { name: new RegExp(first) }).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((address) => !address.pathname.includes('/reports/'));
  await tray(page, '待办').click();
  await page.locator('tr[data-report][aria-current]').waitFor();
});

test('after J the row under the cursor has the focus', async () => {
  const { page } = clerk;
  await page.keyboard.press('j');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-report'));
  expect(focused).toBe(await page.locator('tr[aria-current]').getAttribute('data-report'));
});

test('of a bulk return both results are shown: one returned, one refused, by whom it was returned before', async () => {
  const { page } = clerk;
  const waiting = rows(page).filter({ hasText: '已报送' });
  const [one, two] = [waiting.nth(1), waiting.nth(2)];
  const numbers = [await noOf(one), await noOf(two)];
  await one.getByRole('checkbox').check();
  await two.getByRole('checkbox').check();
  await page.getByRole('button', { name: '批量退回' }).click();
  await dialogOf(page).getByRole('textbox').fill('请写明是哪一口井');
  const taken = (await two.getAttribute('data-report')) as string;
  const before = await ask<{ returnReports: { ok: boolean }[] }>(
    platform.url,
    otherToken,
    'mutation ($ids: [ID!]!) { returnReports(ids: $ids, reason: "内容太短") { ok } }',
    { ids: [taken] },
  );
  expect(before.data?.returnReports).toEqual([{ ok: true }]);
  await button(dialogOf(page), '退回').click();
  const results = dialogOf(page).getByRole('listitem');
  await results.first().waitFor();
  expect(await results.count()).toBe(2);
  expect(await results.filter({ hasText: numbers[0] as string }).textContent()).toContain('成功');
  const refused = (await results.filter({ hasText: numbers[1] as string }).textContent()) ?? '';
  expect(refused).toMatch(/\S+ 乡镇群众工作站经办已于 .+ 退回补充/);
  await dialogOf(page).locator('.ant-modal-footer button').last().click();
  await dialogOf(page).waitFor({ state: 'hidden' });
});

test('an acceptance by key is taken back by the button of its note, and the report waits again', async () => {
  const { page } = clerk;
  await page.goto(`${platform.url}/desk`);
  await rows(page).first().waitFor();
  const id = await cursorOnWaiting(page);
  const no = await noOf(page.locator(`tr[data-report="${id}"]`));
  await page.keyboard.press('a');
  await page.getByText(`已受理 ${no}`).waitFor();
  await button(page, '撤销').click();
  await page.getByText(`已撤销受理 ${no}`).waitFor();
  await page.locator(`tr[data-report="${id}"]`).getByText('已报送').waitFor();
});

test('the calendar is Chinese and its week begins on Monday, in English too on Monday', async () => {
  const { page } = clerk;
  const heads = async () => {
    await page.locator('.report-days input').first().click();
    await page.locator('.ant-picker-content th').first().waitFor();
    const found = await page.locator('.ant-picker-content').first().locator('th').allTextContents();
    const months = await page.locator('.ant-picker-header-view').first().textContent();
    await page.keyboard.press('Escape');
    return { first: found[0], months };
  };
  expect(await heads()).toEqual({ first: '一', months: expect.stringMatching(/\d{4}年\s*\d{1,2}月/) });
  await page.evaluate(() => localStorage.setItem('lxq.language', '"en"'));
  await page.reload();
  await rows(page).first().waitFor();
  expect((await heads()).first).toBe('Mo');
  await page.evaluate(() => localStorage.setItem('lxq.language', '"zh"'));
  await page.reload();
  await rows(page).first().waitFor();
});

test('what was typed into a dialog is there again after Esc and after a reload, until it is thrown away', async () => {
  const { page } = clerk;
  const words = '请补充饮水困难的户数';
  const open = async () => {
    await cursorOnWaiting(page); // the same one each time: the first from the top
    await page.keyboard.press('r');
    await dialogOf(page).getByRole('textbox').waitFor();
    return dialogOf(page).getByRole('textbox').inputValue();
  };
  await open();
  await dialogOf(page).getByRole('textbox').fill(words);
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'hidden' });
  await page.keyboard.press('r');
  expect(await dialogOf(page).getByRole('textbox').inputValue()).toBe(words);
  await page.reload();
  await rows(page).first().waitFor();
  expect(await open()).toBe(words);
  await dialogOf(page).getByText('上次写的内容还在这里').waitFor();
  await button(dialogOf(page), '丢弃').click();
  expect(await dialogOf(page).getByRole('textbox').inputValue()).toBe('');
});

test('Back closes a dialog and stays on the page', async () => {
  const { page } = clerk;
  await dialogOf(page).waitFor();
  const before = page.url();
  await page.goBack();
  await dialogOf(page).waitFor({ state: 'hidden' });
  expect(page.url()).toBe(before);
});

test('a dialog that is left gives the focus back to the button that opened it', async () => {
  const { page } = clerk;
  await rows(page).filter({ hasText: '已报送' }).first().getByRole('checkbox').check();
  const opener = page.getByRole('button', { name: '批量退回' });
  await opener.click();
  await dialogOf(page).getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement?.textContent === '批量退回');
  await page.keyboard.press('Escape'); // nothing is selected any more
});

test('the leaders whom an urgent report would alert are named first, and told when it is taken back', async () => {
  const { page } = clerk;
  const leader = await arrive(browser, platform.url, 'county.leader', PHONE);
  const water = rows(page).filter({ hasText: '已报送' }).filter({ hasText: '饮水难' }).first();
  const text = ((await water.locator('.report-excerpt').textContent()) ?? '').slice(0, 20);
  await water.getByRole('link').first().click();
  await page.keyboard.press('u');
  await dialogOf(page).getByRole('listitem').first().waitFor();
  const names = await dialogOf(page).getByRole('listitem').allTextContents();
  for (const name of names) expect(name).toMatch(/^\p{Script=Han}{2,}/u);
  await button(dialogOf(page), '紧急呈报').click();
  await page.getByText(/已紧急呈报/).waitFor();
  const card = leader.page.getByRole('article').filter({ hasText: text });
  await card.getByRole('button', { name: /知\s*悉/ }).waitFor();
  await page.keyboard.press('z');
  await page.getByText(/已撤销紧急呈报/).waitFor();
  await card.getByText(/已撤销紧急呈报，不必处置/).waitFor();
  await leader.context.close();
});
