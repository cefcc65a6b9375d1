import { signedIn } from '@lxq/e2e/first-paint.ts';
import { ask } from '@lxq/e2e/platform.ts';
import { makeDraft, sendAll } from '@lxq/e2e/siege/sending.ts';
import type { Browser, Page } from 'playwright-core';
import { type Frames, framesDuring } from './frames.ts';

const REPORTS = 500;
const LIST = 400;
/** Whatever its state: a queue as long as one can become. */
const FULL_QUEUE = '/desk?state=SUBMITTED,TRIAGED,REPLIED,ARCHIVED,DIGESTED,RETURNED,URGENT';

export interface Burst extends Frames {
  sentInSeconds: number;
  /** Rows of the queue that stood on the page. */
  rows: number;
}

/** A clerk's full queue is open while 500 reports come in, through the server, as fast as it takes them. */
export async function burstAt(browser: Browser, url: string, clerk: string, officer: string): Promise<Burst> {
  const context = await signedIn(browser, url, clerk, { viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url + FULL_QUEUE);
    const rows = await fill(page);
    const drafts = await draftsOf(url, officer);
    let sentInSeconds = 0;
    const frames = await framesDuring(page, async () => {
      const begun = performance.now();
      await sendAll(url, officer, drafts, () => {});
      sentInSeconds = (performance.now() - begun) / 1000;
      await page.locator('.desk-newcomers button').waitFor();
      await page.waitForTimeout(1_500); // what the last ones set off is part of it
    });
    return { ...frames, sentInSeconds, rows };
  } finally {
    await context.close();
  }
}

/** Page after page, until the queue is long or all there. */
async function fill(page: Page): Promise<number> {
  const rows = page.locator('tr[data-report]');
  await rows.first().waitFor();
  for (let last = 0, now = await rows.count(); now > last && now < LIST; last = now, now = await rows.count()) {
    await scroll(page, 1);
  }
  await scroll(page, 0);
  return rows.count();
}

/** To this part of the height, and waits for what that fetches. */
async function scroll(page: Page, part: number): Promise<void> {
  await page.evaluate((part) => {
    for (const place of [document.querySelector('.report-split-list'), document.scrollingElement])
      place?.scrollTo(0, place.scrollHeight * part);
  }, part);
  await page.waitForTimeout(1_000);
}

interface Duties {
  viewer: { post: { area: { code: string } } };
  terms: { code: string; parentCode: string | null; isActive: boolean }[];
}
async function draftsOf(url: string, officer: string) {
  const query = '{ viewer { post { area { code } } } terms(kind: TOPIC) { code parentCode isActive } }';
  const { data } = await ask<Duties>(url, officer, query);
  const topic = data?.terms.find(({ parentCode, isActive }) => parentCode && isActive);
  if (!data || !topic) throw new Error('the officer has nothing to report under');
  return Array.from({ length: REPORTS }, (_, n) => makeDraft(data.viewer.post.area.code, topic.code, n));
}
