import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { onServer } from '@lxq/db/database.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { type Front, lookForIt, startFront } from '../front.ts';
import { inStore } from '../phone-store.ts';
import { atTheDoor, PHONE, signInAs, skipFirstRun } from './person.ts';
import { choosePhotos, submit, takeOut, write } from './photo-form.ts';
import { untilInstalled } from './photos.ts';
import { browser, platform } from './stage.ts';

/** Eight days in the hills with a phone whose clock is two days ahead; on the way home the clock is put right, and there is another version of the app. */

const DAY = 86_400_000;
const AWAY = 8 * DAY;
const AHEAD = 2 * DAY;
const SET_OUT = Date.now() - AWAY;
/** On which days something is reported, and with what. */
const WRITTEN = [
  { day: 0, photos: ['red'] },
  { day: 3, photos: ['blue', 'green'] },
  { day: 5, photos: ['red'], list: true },
  { day: 8, photos: ['green'] },
] as const;
const MARK = `石沟${Date.now() % 100_000}号`;
const told = (day: number) =>
  `离村第${day}天：${MARK}便道被水冲断，二十八户人家出不了山，粮食还能吃十天，盼望派人来修。`;
const countyDay = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

let front: Front;
beforeAll(async () => {
  front = await startFront(platform.url);
});
afterAll(() => front.close());

/** Every page of the phone believes this clock from its next start on; its timers run as ever. */
async function giveClock(context: BrowserContext) {
  await context.addInitScript(() => {
    const by = Number(localStorage.getItem('story.clock') ?? 0);
    const Real = Date;
    const now = () => Real.now() + by;
    globalThis.Date = class extends Real {
      static override now = now;
      constructor(...given: []) {
        if (given.length === 0) super(now());
        else super(...given);
      }
    } as DateConstructor;
  });
}
/** `to`: what it shows at this moment. */
const setClock = (page: Page, to: number) =>
  page.evaluate((by) => localStorage.setItem('story.clock', String(by)), to - Date.now());

async function setOut() {
  front.setBack(AWAY);
  const { page, context } = await atTheDoor(browser, front.url, PHONE);
  await giveClock(context);
  await setClock(page, SET_OUT + AHEAD);
  await page.reload();
  await signInAs(page, 'officer');
  await skipFirstRun(page);
  await page.locator('.tiles-topics .tile').first().waitFor();
  await untilInstalled(page);
  await page.waitForTimeout(2_500); // what is fetched ahead, once the screen is calm
  await context.setOffline(true);
  return { page, context };
}

async function report(page: Page, { day, photos, list }: { day: number; photos: readonly string[]; list?: boolean }) {
  await setClock(page, SET_OUT + AHEAD + day * DAY);
  await page.goto(`${front.url}/officer`);
  await write(page, told(day));
  await choosePhotos(page, ...photos);
  if (list) {
    const buffer = Buffer.from('<html><script>alert(1)</script></html>');
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles({ name: '名单.pdf', mimeType: 'application/pdf', buffer });
    await page.getByText('名单.pdf').waitFor();
  }
  await submit(page);
}

const STORED = `select r.content, r.occurred_at as "at", count(a.id) filter (where a.state = 'ARRIVED')::int as arrived
  from report r left join attachment a on a.subject_id = r.id and a.withdrawn_at is null
  where r.content like $1 group by r.county_code, r.id order by r.submitted_at`;
async function inTheCounty() {
  const { rows } = await onServer(platform.adminUrl, (client) => client.query(STORED, [`%${MARK}%`]));
  return rows as { content: string; at: Date; arrived: number }[];
}

test('eight days offline with a wrong clock, then a new version: all is sent in its order and under its own day, or says why not', async () => {
  const { page, context } = await setOut();
  for (const [at, each] of WRITTEN.entries()) {
    await report(page, each);
    await page.getByText(`已存本机，待发送 ${at + 1} 条`).waitFor();
  }
  await page.goto(`${front.url}/officer/outbox`);
  const cards = page.locator('article.card');
  await cards.nth(WRITTEN.length - 1).waitFor();
  const shown = await cards.allTextContents();
  expect(shown.map((text) => /存于 (\S+)/.exec(text)?.[1])).toEqual(
    WRITTEN.map(({ day }) => countyDay(SET_OUT + day * DAY)),
  );
  expect(shown.map((text) => /离村第(\d)天/.exec(text)?.[1])).toEqual(WRITTEN.map(({ day }) => String(day)));

  // Home: the network puts the clock right before the app is looked at again.
  front.release();
  front.setBack(0);
  await setClock(page, Date.now());
  await context.setOffline(false);
  await page.goto(`${front.url}/officer/outbox`);
  await page.getByText('文字已送达，附件 1/2').waitFor({ timeout: 60_000 });
  await page.getByText(/^县里没有收下：.+/).waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelectorAll('article.card').length === 1, undefined, {
    timeout: 60_000,
  });
  await lookForIt(page);
  await page.evaluate(() => Object.assign(window, { isOfTheOld: true }));
  await page.getByRole('button', { name: '有新版本，点此更新' }).click({ timeout: 60_000 });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting === null);
  // A question asked on the page that is about to go would go with it.
  await page.waitForFunction(() => !('isOfTheOld' in window));
  await page.getByText(/^县里没有收下：.+/).waitFor({ timeout: 30_000 });
  await page.getByText('照片1张、文件1份').waitFor();
  await takeOut(page, '名单.pdf');
  await page.getByText('没有待发送的信息').waitFor({ timeout: 30_000 });

  const stored = await inTheCounty();
  expect(stored.map(({ content }) => content)).toEqual(WRITTEN.map(({ day }) => told(day)));
  expect(stored.map(({ arrived }) => arrived)).toEqual(WRITTEN.map(({ photos }) => photos.length));
  for (const [at, { day }] of WRITTEN.entries())
    expect(Math.abs(Number(stored[at]?.at) - (SET_OUT + day * DAY))).toBeLessThan(DAY / 24);
  for (const table of ['outbox', 'drafts', 'parts', 'bytes']) expect(await inStore(page, table)).toEqual([]);
  expect(await inStore(page, 'receipts')).toHaveLength(WRITTEN.length);
  await context.close();
});
