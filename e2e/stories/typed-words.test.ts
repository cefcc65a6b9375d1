import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inStore } from '../phone-store.ts';
import { arrive, PHONE, signInAs, skipFirstRun, untilClosed } from './person.ts';
import { write } from './photo-form.ts';
import { browser, platform } from './stage.ts';

/** What somebody has typed and the phone's store has not taken: it stands by each key, under their own name alone. */

const TOLD = `村西${Date.now() % 100_000}号涵洞堵了，雨水倒灌进八户人家，床都漂起来了，盼望派人来疏通。`;

const words = (page: Page) => page.getByLabel('具体情况');
async function signOut(page: Page) {
  await page.getByRole('button', { name: '我的账号' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
}
const noDrafts = (page: Page) =>
  page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'drafts') throw new DOMException('no', 'UnknownError');
      return put.apply(this, row);
    };
  });

test('words that are in no draft yet are counted at signing out, and are their author’s when another has signed in meanwhile', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await noDrafts(page);
  await write(page, TOLD);
  await page.getByText('本机无法保存草稿').waitFor();
  expect(await inStore(page, 'drafts')).toEqual([]);
  await signOut(page);
  await page.getByText('待发信息 0 条、草稿 1 份').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.keyboard.press('Escape');
  await untilClosed(page, '.phone-account');

  await context.clearCookies(); // the session ends elsewhere
  await page.goto(platform.url);
  await page.getByText('本机还有 1 份草稿').waitFor();
  await signInAs(page, 'other.officer');
  await skipFirstRun(page);
  await page.locator('.tiles-topics .tile').first().waitFor();
  expect(await words(page).inputValue()).toBe('');
  await page.goto(`${platform.url}/officer/outbox`);
  await page.getByText('没有待发送的信息').waitFor();
  expect(await page.getByText(TOLD.slice(0, 8)).count()).toBe(0);
  await signOut(page); // nothing of theirs is asked about
  await page.waitForURL(/sign-in/);
  await page.waitForTimeout(500); // the sheet's entry of the history goes, and the first place is found anew

  await signInAs(page, 'officer');
  await page.locator('.tiles-topics .tile').first().waitFor();
  expect(await words(page).inputValue()).toBe(TOLD);
  await context.close();
});
