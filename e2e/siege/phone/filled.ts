import type { Page } from 'playwright-core';
import { choosePhotos, submit, write } from '../../stories/photo-form.ts';
import { untilInstalled } from '../../stories/photos.ts';

/** One report of four pictures, written without a network: it waits on the phone. */
export async function filled(page: Page): Promise<void> {
  await page.locator('.tiles-topics .tile').first().waitFor();
  await untilInstalled(page);
  await page.context().setOffline(true);
  await write(page, '村西头的机井电缆被雷打断，四十二户人家三天没有水浇地，玉米已经打卷，盼望派人来接。');
  await choosePhotos(page, 'red', 'green', 'blue', 'orange');
  await submit(page);
  await page.getByText('已存本机，待发送 1 条').waitFor();
  await page.context().setOffline(false);
}
