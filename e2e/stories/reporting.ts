import type { Page } from 'playwright-core';

/** A picture as a camera gives it, in this browser's own JPEG; every one is another. */
export async function photo(page: Page, width = 640): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(async (side) => {
    const canvas = new OffscreenCanvas(side, Math.round((side * 3) / 4));
    const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    for (let y = 0; y < canvas.height; y += 16)
      for (let x = 0; x < canvas.width; x += 16) {
        pen.fillStyle = `hsl(${Math.random() * 360} 40% 50%)`;
        pen.fillRect(x, y, 16, 16);
      }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, width);
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

/** Fills in the officer's form, with so many pictures, as far as its last step. */
export async function write(page: Page, text: string, photos = 0): Promise<void> {
  await page.getByText('饮水难', { exact: true }).first().click();
  await page.getByLabel('具体情况').fill(text);
  if (photos > 0) {
    const chosen = await Promise.all(Array.from({ length: photos }, () => photo(page)));
    await page.locator('.attachments input[type=file][multiple]').first().setInputFiles(chosen);
    await page.getByText(`照片 ${photos} / 9 张`).waitFor();
  }
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('#households').waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).waitFor();
}

export const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).click();
