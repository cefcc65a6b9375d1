import type { Page } from 'playwright-core';
import { jpegOf, photo } from './photos.ts';

/** The officer's form, as far as stories of photos fill it in. */
export async function write(page: Page, text: string) {
  await page.getByText('饮水难', { exact: true }).first().click();
  await page.getByLabel('具体情况').fill(text);
}
export const choose = (page: Page, ...files: ReturnType<typeof photo>[]) =>
  page.getByLabel('从相册选').setInputFiles(files);
export const photosShown = (page: Page) => page.locator('img.attachment-figure');

export async function choosePhotos(page: Page, ...colours: string[]) {
  for (const colour of colours) await choose(page, photo(`${colour}.jpg`, await jpegOf(page, colour)));
  await photosShown(page)
    .nth(colours.length - 1)
    .waitFor();
}
export async function submit(page: Page) {
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('#households').waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
}
/** From what waits to be sent, which asks first: the phone's copy goes. */
export async function takeOut(page: Page, name: string) {
  await page.getByRole('button', { name: `去掉${name}` }).click();
  await page.getByText(`去掉${name}？`).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '去掉', exact: true }).click();
}
