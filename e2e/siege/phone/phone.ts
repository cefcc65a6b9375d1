import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchKept } from '../../browser.ts';
import { PASSWORD } from '../../platform.ts';
import { PHONE, skipFirstRun } from '../../stories/person.ts';

/** An officer's phone: a browser of its own that keeps what its pages store when it is killed. */
export interface Phone {
  /** As it is now; another one after each killing. */
  readonly page: Page;
  /**
   * The whole browser at once, as when the battery is pulled; opened again on what it had stored. Chromium deletes an
   * IndexedDB that it then finds corrupted: without `keepsStore`, it has.
   */
  pullBattery(keepsStore: boolean): Promise<void>;
  /** The page alone, in whatever it is doing. */
  closeTab(): Promise<void>;
  throwAway(): Promise<void>;
}

export async function signedInPhone(url: string, account: string): Promise<Phone> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianxinqiao-phone-'));
  const open = () => launchKept(folder, { viewport: PHONE, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  let context = await open();
  let page = await arrived(context, `${url}/sign-in`);
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((address) => !address.pathname.includes('sign-in'));
  await skipFirstRun(page);
  // Signed in some while ago: Chromium writes a cookie down half a minute late, and whoever loses it signs in again.
  await context.close();
  context = await open();
  page = await arrived(context, url);
  const outbox = `${url}/officer/outbox`;
  return {
    get page() {
      return page;
    },
    async pullBattery(keepsStore) {
      const gone = new Promise((resolve) => context.once('close', resolve));
      const line = await context.newCDPSession(page);
      await Promise.all([gone, line.send('Browser.crash').catch(() => undefined)]);
      if (!keepsStore) await rm(path.join(folder, 'Default', 'IndexedDB'), { recursive: true });
      context = await open();
      page = await arrived(context, outbox);
    },
    async closeTab() {
      const next = await context.newPage();
      await page.close();
      page = next;
      await go(page, outbox);
    },
    async throwAway() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function arrived(context: BrowserContext, address: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await go(page, address);
  return page;
}

/** The server may be down: the service worker has the app, and where it has not, the next killing tries again. */
const go = (page: Page, address: string) => page.goto(address, { waitUntil: 'commit' }).catch(() => undefined);
