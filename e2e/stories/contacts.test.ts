import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ask, signIn } from '../platform.ts';
import { button, dialogOf } from './desk-queue.ts';
import { arrive, PHONE } from './person.ts';
import { browser, platform } from './stage.ts';

/** An officer writes down how a villager is reached, a desk looks with a reason, and no device keeps any of it. */
let report: string;
beforeAll(async () => {
  const token = await signIn(platform.url, 'officer');
  type Own = { reports: { edges: { node: { id: string } }[] } };
  const own = '{ reports(filter: {states: [SUBMITTED], lines: [LINE]}, first: 1) { edges { node { id } } } }';
  const { data, errors } = await ask<Own>(platform.url, token, own);
  if (!data) throw new Error(errors?.[0]?.message);
  report = data.reports.edges[0]?.node.id as string;
}, 240_000);

const NAME = '郑铁柱';
const PHONE_NUMBER = '13812345678';
const ADDRESS = '村西头第二户';

/** Everything that this browser has put down for this address. */
const putDown = (page: Page) =>
  page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        if (!/javascript|font|image|css/.test(answer?.headers.get('content-type') ?? ''))
          kept.push(await answer?.text());
      }
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name as string);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames)
        kept.push(
          await new Promise((resolve) => {
            const all = database.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => resolve(all.result);
          }),
        );
      database.close();
    }
    return JSON.stringify(kept);
  });

test('on the phone its author writes the contact down, corrected where the form says so, and nothing of it stays on the device', async () => {
  const { page, context } = await arrive(browser, platform.url, 'officer', PHONE);
  await page.goto(`${platform.url}/officer/mine/${report}`);
  await page.getByText('群众联系方式').click();
  await page.getByText('没有录入').waitFor();
  await page.getByRole('button', { name: '录入' }).click();
  await page.getByLabel('姓名').fill(NAME);
  await page.getByLabel('电话').fill('138123');
  await page.getByLabel('住址').fill(ADDRESS);
  await page.getByText('请填写 11 位手机号').waitFor();
  expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
  await page.getByLabel('电话').fill('138 1234 5678');
  await page.getByRole('button', { name: '保存' }).dblclick();
  await page.getByText('138****5678').waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);

  // What they wrote themselves they see again, for a reason.
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByLabel('为什么要查看').fill('核对电话是否写对');
  await page.locator('form').getByRole('button', { name: '查看' }).click();
  await page.getByRole('link', { name: `拨打 ${PHONE_NUMBER}` }).waitFor();
  await page.waitForTimeout(4_000); // what is fetched ahead and kept, is kept by now
  const kept = await putDown(page);
  expect(kept.length).toBeGreaterThan(1_000);
  for (const secret of [NAME, PHONE_NUMBER, '138****5678', ADDRESS, '郑**']) expect(kept).not.toContain(secret);

  await context.setOffline(true);
  await page.getByRole('button', { name: '收起' }).click();
  await page.getByText('没有网络：联系方式不存在本机').waitFor();
  expect(await page.getByRole('button', { name: '查看' }).isDisabled()).toBe(true);
  await context.close();
});

test('at the desk it is looked at with a reason, hides by itself, and who has looked can be read', async () => {
  const { page, context } = await arrive(browser, platform.url, 'township.clerk');
  await page.clock.install();
  await page.goto(`${platform.url}/desk/reports/${report}`);
  await page.locator('details.contact > summary').click();
  await page.getByText('138****5678').waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);
  await button(page.locator('.contact'), '查看').click();
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox').fill('看看');
  expect(await button(dialog, '查看').isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('核实停水户数，与群众通话');
  await button(dialog, '查看').dblclick();
  await page.locator('.contact-shown').getByText(NAME).waitFor();
  await page.locator('.contact-shown').getByText('住址').waitFor();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page.locator('.contact-shown'), '复制').click();
  await page.getByText('已复制').waitFor();
  await page.clock.fastForward('04:50');
  expect(await page.locator('.contact-shown').count()).toBe(1);
  await page.clock.fastForward('00:15');
  await page.locator('.contact-shown').waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(NAME);

  await button(page.locator('.contact'), '谁看过').click();
  const looks = page.getByRole('region', { name: '谁看过' });
  await looks.getByText('核实停水户数，与群众通话').waitFor();
  expect(await looks.getByRole('listitem').count()).toBe(2);
  const kept = await putDown(page);
  for (const secret of [NAME, PHONE_NUMBER, '138****5678']) expect(kept).not.toContain(secret);
  await context.close();
});

test('a leader of the station sees that it is there, masked, and is offered neither to look nor to write', async () => {
  const { page, context } = await arrive(browser, platform.url, 'township.leader');
  await page.goto(`${platform.url}/desk/reports/${report}`);
  await page.locator('details.contact > summary').click();
  await page.getByText('138****5678').waitFor();
  expect(await page.locator('.contact').getByRole('button').count()).toBe(0);
  await context.close();
});
