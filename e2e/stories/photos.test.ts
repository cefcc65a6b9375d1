import { expect, test } from '@jest/globals';
import { onServer } from '@lxq/db/database.ts';
import type { Page } from 'playwright-core';
import { inStore } from '../phone-store.ts';
import { arrive, PHONE, signInAs, skipFirstRun } from './person.ts';
import { choose, photosShown, submit, takeOut, write } from './photo-form.ts';
import { jpegOf, photo, untilInstalled, WHERE } from './photos.ts';
import { browser, platform } from './stage.ts';

/** An officer's photos and voice: on the phone from the moment they are chosen, in the county when it says so. */

const MARK = `石桥${Date.now() % 100_000}号`;
const TOLD = `村口${MARK}石桥桥面塌了一块，二十六户人家的车过不去，学生上学要绕三里路，盼望派人来看。`;

async function atTheForm(account = 'officer') {
  const person = await arrive(browser, platform.url, account, PHONE);
  await person.page.locator('.tiles-topics .tile').first().waitFor();
  return person;
}

test('photos are small, upright and tell nobody where they were taken; killed right after choosing, they are there', async () => {
  const { page, context } = await atTheForm();
  const [red, blue] = [await jpegOf(page, 'red', { width: 3_200, height: 2_000 }), await jpegOf(page, 'blue')];
  await choose(page, photo('a.jpg', red), photo('b.jpg', blue), photo('c.jpg', blue));
  await photosShown(page).nth(2).waitFor();
  const again = await context.newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(`${platform.url}/officer`);
  await photosShown(again).nth(2).waitFor();
  const stored = (await inStore(again, 'bytes')) as { bytes: number[] }[];
  expect(stored).toHaveLength(3);
  for (const { bytes } of stored) {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toContain(WHERE);
    expect(text).not.toContain('Exif');
    expect(bytes.length).toBeLessThan(400_000);
  }
  const shapes = await photosShown(again).evaluateAll((images) =>
    images.map((image) => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight]),
  );
  expect(shapes.every(([width = 0, height = 0]) => height > width && height <= 1_920)).toBe(true);
  await context.close();
});

test('a photo is taken out and brought back, moved, and what cannot be opened is told and not claimed', async () => {
  const { page, context } = await atTheForm();
  await write(page, TOLD);
  await choose(page, photo('a.jpg', await jpegOf(page, 'red')), photo('b.jpg', await jpegOf(page, 'blue')));
  await photosShown(page).nth(1).waitFor();
  await page.getByRole('button', { name: '去掉照片1' }).click();
  await page.getByText('已去掉 1 个附件').waitFor();
  expect(await photosShown(page).count()).toBe(1);
  await page.getByRole('button', { name: '撤销' }).click();
  await photosShown(page).nth(1).waitFor();
  await page.getByRole('button', { name: '把照片2往前移' }).click();
  await choose(page, { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.from('ftypheic') });
  await page.getByText('兼容性最佳').waitFor();
  await choose(page, photo('broken.jpg', Buffer.from('no photo')));
  await page.getByText('不是照片或已损坏').waitFor();
  expect(await inStore(page, 'parts')).toHaveLength(2);
  await context.close();
});

test('before it is sent each photo is looked at closely, in the form and in the outbox, by finger and by keys, and one is taken out there', async () => {
  const { page, context } = await atTheForm();
  const told = `${TOLD}第三件。`;
  await write(page, told);
  await choose(page, photo('a.jpg', await jpegOf(page, 'red')), photo('b.jpg', await jpegOf(page, 'blue')));
  await photosShown(page).nth(1).waitFor();
  await untilInstalled(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: '放大看照片1' }).click();
  const viewer = page.getByRole('dialog', { name: '照片 1 / 2' });
  await viewer.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.keyboard.press('ArrowRight');
  await page.getByRole('dialog', { name: '照片 2 / 2' }).waitFor();
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByLabel('具体情况').inputValue()).toBe(told);

  await submit(page);
  await page.getByText('已存本机，待发送').waitFor();
  await page.getByRole('link', { name: /^待发/ }).click();
  const card = page.getByRole('article').filter({ hasText: MARK });
  for (const name of ['照片1', '照片2']) await card.getByText(name, { exact: true }).waitFor();
  await card.getByRole('button', { name: '放大看照片2' }).click();
  await page.getByRole('dialog', { name: '照片 2 / 2' }).locator('img').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await takeOut(page, '照片1');
  await card.getByText('照片2', { exact: true }).waitFor({ state: 'detached' });
  expect(await inStore(page, 'bytes')).toHaveLength(1);
  await context.setOffline(false);
  await page.getByText('没有待发送的信息').waitFor({ timeout: 60_000 });
  const { rows } = await onServer(platform.adminUrl, (client) => client.query(STORED, [told]));
  expect(rows).toEqual([{ kind: 'PHOTO', state: 'ARRIVED' }]);
  await context.close();
});

test('a voice note is recorded, played back and kept', async () => {
  const { page, context } = await atTheForm();
  await write(page, TOLD);
  await page.getByRole('button', { name: '录音', exact: true }).click();
  await page.getByRole('button', { name: /按一下开始录音/ }).click();
  await page.getByText('0:01 / 2:00').waitFor();
  await page.getByRole('button', { name: /按一下停止/ }).click();
  await page.locator('.recorder audio').waitFor();
  await page.getByRole('button', { name: '用这一段' }).click();
  await page.locator('audio.attachment-voice').waitFor();
  expect(await inStore(page, 'parts')).toMatchObject([{ kind: 'VOICE', seconds: expect.any(Number) }]);
  expect(await page.getByRole('button', { name: '录音', exact: true }).isDisabled()).toBe(true);
  await context.close();
});

test('a reload right after typing loses no word, and two quick taps skip no screen', async () => {
  const { page, context } = await atTheForm();
  await write(page, TOLD);
  await page.reload();
  await page.getByLabel('具体情况').waitFor();
  expect(await page.getByLabel('具体情况').inputValue()).toBe(TOLD);
  await page.getByRole('button', { name: '下一步' }).dblclick();
  await page.locator('#households').waitFor();
  await page.waitForTimeout(500);
  expect(page.url()).toContain('step=where');
  await context.close();
});

test('whoever signs in after finds nothing of it, and its author finds it again', async () => {
  const { page, context } = await atTheForm();
  await write(page, TOLD);
  await choose(page, photo('a.jpg', await jpegOf(page, 'red')));
  await photosShown(page).waitFor();
  await untilInstalled(page);
  await context.setOffline(true);
  await submit(page);
  await page.getByText('已存本机，待发送 1 条').waitFor();
  expect(await inStore(page, 'parts')).toHaveLength(1);
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SubmitReport') ? route.abort() : route.continue(),
  );
  await context.setOffline(false);
  await signOut(page, '留在本机，等我下次登录');
  expect(await inStore(page, 'receipts')).toEqual([]);
  await signIn(page, 'other.officer');
  await skipFirstRun(page);
  await page.getByRole('link', { name: /^待发/ }).click();
  await page.getByText('没有待发送的信息').waitFor();
  expect(await page.getByText(MARK).count()).toBe(0);
  expect(await inStore(page, 'parts')).toHaveLength(1);
  await signOut(page);
  await signIn(page, 'officer');
  await page.getByRole('link', { name: /^待发/ }).click();
  await page.getByText(MARK).first().waitFor();
  await context.close();
});

test('a store that the browser throws away begins again with what waited in it, and its photo arrives', async () => {
  const { page, context } = await atTheForm('other.officer');
  const told = `${TOLD}店存没了。`;
  await write(page, told);
  await choose(page, photo('a.jpg', await jpegOf(page, 'green')));
  await photosShown(page).waitFor();
  await untilInstalled(page);
  await context.setOffline(true);
  await submit(page);
  await page.getByText('已存本机，待发送').waitFor();
  // As Chromium does with one that it finds corrupted: it is deleted while nobody has it open.
  await page.goto(`${platform.url}/manifest.webmanifest`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('lxq-officer');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
        deleting.onblocked = () => reject(new Error('somebody has it open'));
      }),
  );
  await page.goto(`${platform.url}/officer/outbox`);
  await page.getByText(told.slice(0, 12)).waitFor();
  await photosShown(page).waitFor();
  await context.setOffline(false);
  await page.getByText('没有待发送的信息').waitFor({ timeout: 30_000 });
  const arrived = await onServer(platform.adminUrl, (client) =>
    client.query(
      `select a.state from attachment a join report r on r.county_code = a.county_code and r.id = a.subject_id where r.content = $1`,
      [told],
    ),
  );
  expect(arrived.rows).toEqual([{ state: 'ARRIVED' }]);
  await context.close();
}, 90_000);

test('two photos and a voice note written without a signal arrive in the county, every one', async () => {
  const { page, context } = await atTheForm('officer');
  const told = `${TOLD}第二件。`;
  await write(page, told);
  await choose(page, photo('a.jpg', await jpegOf(page, 'red')), photo('b.jpg', await jpegOf(page, 'red')));
  await photosShown(page).nth(1).waitFor();
  await page.getByRole('button', { name: '录音', exact: true }).click();
  await page.getByRole('button', { name: /按一下开始录音/ }).click();
  await page.getByText('0:01 / 2:00').waitFor();
  await page.getByRole('button', { name: /按一下停止/ }).click();
  await page.getByRole('button', { name: '用这一段' }).click();
  await page.locator('audio.attachment-voice').waitFor();
  await untilInstalled(page);
  await context.setOffline(true);
  await submit(page);
  await page.getByText('已存本机，待发送').waitFor();
  expect(await inStore(page, 'receipts')).toEqual([]);
  await page.reload();
  await page.getByText('已存本机，待发送').waitFor();
  await context.setOffline(false);
  await page.getByText('已送达', { exact: true }).waitFor({ timeout: 60_000 });
  for (const table of ['outbox', 'parts', 'bytes'])
    expect([table, (await inStore(page, table)).length]).toEqual([table, 0]);
  expect(await inStore(page, 'receipts')).toMatchObject([
    { hashes: [expect.anything(), expect.anything(), expect.anything()] },
  ]);
  const { rows } = await onServer(platform.adminUrl, (client) => client.query(STORED, [told]));
  expect(rows).toEqual([
    { kind: 'PHOTO', state: 'ARRIVED' },
    { kind: 'PHOTO', state: 'ARRIVED' },
    { kind: 'VOICE', state: 'ARRIVED' },
  ]);
  await context.close();
});

const STORED = `select a.kind, a.state from attachment a join report r on r.id = a.subject_id where r.content = $1 order by a.position`;

async function signOut(page: Page, answer?: string) {
  await page.getByRole('button', { name: '我的账号' }).click();
  await page.getByRole('button', { name: '退出登录', exact: true }).click();
  if (answer) await page.getByText(answer).click();
  await page.getByLabel('账号', { exact: true }).waitFor();
}
async function signIn(page: Page, account: string) {
  await signInAs(page, account);
  await page.waitForURL((address) => !address.pathname.includes('sign-in'));
  await page.locator('.tiles-topics .tile').first().waitFor();
}
