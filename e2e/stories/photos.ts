import type { Page } from 'playwright-core';

/** A camera's JPEG of the colour: taken with the phone on its side, and saying where. */
export async function jpegOf(page: Page, colour: string, { width = 1_200, height = 800 } = {}): Promise<Buffer> {
  const base64 = await page.evaluate(
    ({ colour, width, height }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const context = canvas.getContext('2d');
      if (!context) return '';
      context.fillStyle = colour;
      context.fillRect(0, 0, width, height);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    },
    { colour, width, height },
  );
  const plain = Buffer.from(base64, 'base64');
  return Buffer.concat([plain.subarray(0, 2), EXIF, plain.subarray(2)]);
}

export const WHERE = 'GPS 34.12 N 108.56 E';

/** APP1: orientation 6 (turn right), and a description. */
const EXIF = (() => {
  const words = Buffer.from(`${WHERE}\0`);
  const tiff = Buffer.alloc(38);
  tiff.write('MM');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  entry(tiff, 10, { tag: 0x010e, type: 2, count: words.length, value: 38 });
  entry(tiff, 22, { tag: 0x0112, type: 3, count: 1, value: 6 << 16 });
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, words]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
})();

function entry(tiff: Buffer, at: number, told: { tag: number; type: number; count: number; value: number }) {
  tiff.writeUInt16BE(told.tag, at);
  tiff.writeUInt16BE(told.type, at + 2);
  tiff.writeUInt32BE(told.count, at + 4);
  tiff.writeUInt32BE(told.value, at + 8);
}

export const photo = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

/** Every screen that opens without a signal has been fetched by the service worker. */
export async function untilInstalled(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => {
    const names = await caches.keys();
    const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return navigator.serviceWorker.controller !== null || counts.some((count) => count > 20);
  });
}
