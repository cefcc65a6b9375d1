import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { arrive, atTheDoor, PHONE, signInAs, untilClosed } from './person.ts';
import { browser, platform } from './stage.ts';

/** What somebody sets on their own phone, what it shows them first, and a phone that is lost. */

const openAccount = (page: Page) => page.getByRole('button', { name: '我的账号' }).click();
/** Waits until the ground has this colour: the page hears of the system's a moment later. */
const groundIs = (page: Page, colour: string) =>
  page.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, colour, {
    timeout: 5_000,
  });
const LIGHT = 'rgb(245, 245, 244)';
const DARK = 'rgb(18, 20, 22)';
const letters = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

test('on a new phone three pictures come first, once for each person; they can be skipped and asked for again', async () => {
  const { page, context } = await atTheDoor(browser, platform.url, PHONE);
  const shown = page.getByRole('dialog', { name: '使用介绍' });
  await signInAs(page, 'officer');
  for (const title of ['当场就记', '没有信号也不会丢', '看得到回音']) {
    await shown.getByRole('heading', { name: new RegExp(title) }).waitFor();
    await shown.getByRole('button', { name: /下一步|开始使用/ }).click();
  }
  await untilClosed(page, '.welcome');
  await page.reload();
  await page.locator('.tiles-topics .tile').first().waitFor();
  expect(await shown.count()).toBe(0);
  await openAccount(page);
  await page.getByRole('button', { name: '使用介绍' }).click();
  await shown.getByRole('button', { name: '跳过' }).click();
  await untilClosed(page, '.welcome');
  await openAccount(page);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL(/sign-in/);
  await page.waitForTimeout(500); // the sheet's entry of the history goes, and the first place is found anew
  await signInAs(page, 'other.officer');
  await shown.getByRole('button', { name: '跳过' }).click();
  await shown.waitFor({ state: 'detached' });
  await context.close();
});

test('a phone is dark as its system is, or as chosen, and remembers it; a desk is always light', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await groundIs(page, LIGHT);
  await page.emulateMedia({ colorScheme: 'dark' });
  await groundIs(page, DARK);
  await openAccount(page);
  await page.getByRole('button', { name: '浅色', exact: true }).click();
  await groundIs(page, LIGHT);
  await page.reload();
  await page.locator('.tiles-topics .tile').first().waitFor();
  await groundIs(page, LIGHT);
  await openAccount(page);
  await page.getByRole('button', { name: '深色', exact: true }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await page.locator('.tiles-topics .tile').first().waitFor();
  await groundIs(page, DARK);
  await context.close();

  const desk = await arrive(browser, platform.url, 'township.clerk');
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.page.reload();
  await desk.page.locator('.desk-layout').waitFor();
  await desk.page.waitForTimeout(300);
  await groundIs(desk.page, LIGHT);
  await desk.context.close();
});

test('大字版 is one tap, makes letters half as large again and is remembered', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  expect(await letters(page)).toBe('16px');
  await openAccount(page);
  await page.getByRole('button', { name: '大字版：关' }).click();
  await page.getByRole('button', { name: '大字版：开' }).waitFor();
  expect(await letters(page)).toBe('24px');
  await page.reload();
  await page.locator('.tiles-topics .tile').first().waitFor();
  expect(await letters(page)).toBe('24px');
  expect(await page.locator('html[data-large-type]').count()).toBe(1);
  await context.close();
});

test('a lost phone is signed out from another one, and stops within seconds though nobody touches it', async () => {
  const lost = await arrive(browser, platform.url, 'county.leader', PHONE);
  await lost.page.locator('.live-mark-live').first().waitFor();
  const own = await arrive(browser, platform.url, 'county.leader', PHONE);
  await openAccount(own.page);
  await own.page.getByRole('button', { name: '登录的设备' }).click();
  await own.page.getByText('本机').waitFor();
  await own.page.getByRole('button', { name: '退出这台设备' }).first().click();
  await own.page.getByRole('button', { name: '确定' }).click();
  const begun = Date.now();
  await lost.page.waitForURL(/sign-in/);
  expect(Date.now() - begun).toBeLessThan(10_000);
  await own.page.getByRole('button', { name: '退出这台设备' }).waitFor({ state: 'detached' });
  await own.page.reload();
  await own.page.locator('.phone-header').waitFor();
  expect(own.page.url()).toContain('/leader');
  await Promise.all([lost.context.close(), own.context.close()]);
});
