import axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';
import { faultsOf } from './faults.ts';
import { DESK, type Person } from './person.ts';

export type Open = (page: Page) => Promise<unknown>;

export const inTurn =
  (...steps: Open[]): Open =>
  async (page) => {
    for (const step of steps) await step(page);
  };

/** Presses what a selector finds first. */
export const first =
  (selector: string): Open =>
  (page) =>
    page.locator(selector).first().click();
export const named =
  (name: RegExp): Open =>
  (page) =>
    page.getByRole('button', { name }).first().click();
export const dialog: Open = (page) =>
  page.locator('[role=dialog]:visible, [role=alertdialog]:visible').first().waitFor();

/** One screen: where it is, and what is opened on it. */
export type Screen = readonly [name: string, address: string, open?: Open];

type Language = 'zh' | 'en';
type Percent = 100 | 200;

export type Variant = readonly [Language, Percent];
type Colours = 'LIGHT' | 'DARK';

const USUAL: Variant = ['zh', 100];
const FARTHEST: Variant = ['en', 200];
/** Each differs from the one before in one thing; a screen is opened once, in the first, and seen in all. */
export const ALL_VARIANTS: readonly Variant[] = [USUAL, ['zh', 200], FARTHEST, ['en', 100]];
const isFarthestByDay = ({ device }: Walker, [language, percent]: Variant) =>
  device.coloursOf !== undefined && language === FARTHEST[0] && percent === FARTHEST[1];
const isUsual = (language: Language, percent: Percent) => language === USUAL[0] && percent === USUAL[1];
const USUAL_PX = 16;
/** A walk that takes its time (desk-access.test.ts) measures colours in each variant. */
const IS_WHOLE = process.env.WALK === 'whole';
/** Where there are many screens: with `WALK` all, without it the one that differs most from the other device's. */
export const variantsOn = (device: typeof DESK): readonly Variant[] =>
  process.env.WALK ? ALL_VARIANTS : [device === DESK ? USUAL : FARTHEST];
/** After this a screen does not open; the others are still looked at. */
const OPENING_MS = 30_000;

/** What a device's screens are held to beside axe. */
export interface Device {
  /** In which colours a variant is seen: each screen in both, without seeing any of them twice as often. */
  coloursOf?(variant: Variant): Colours;
  /** Whether what is pressed must be as large as a thumb. */
  isTouched?: boolean;
}
/** The usual by night, the farthest by day: those two are where colours are measured. */
export const PHONES: Device = {
  coloursOf: ([language, percent]) => (isUsual(language, percent) ? 'DARK' : 'LIGHT'),
  isTouched: true,
};

/** Somebody who walks through screens; nothing is loaded anew between them. */
export interface Walker {
  page: Page;
  url: string;
  browserSettings: CDPSession;
  device: Device;
}

export async function walkerOf({ page, context }: Person, url: string, device: Device = {}): Promise<Walker> {
  await page.evaluate(`${axe.source}; axe.configure({ noHtml: true })`);
  page.setDefaultTimeout(OPENING_MS);
  const walker = { page, url, browserSettings: await context.newCDPSession(page), device };
  await paint(walker, USUAL);
  return walker;
}

/** What is wrong on each screen and in which variant; nothing where all is well. */
export async function faultsOnTheWay(
  walker: Walker,
  screens: readonly Screen[],
  variants: readonly Variant[] = ALL_VARIANTS,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, address, open] of screens) {
    try {
      await goTo(walker, address, open);
    } catch (error) {
      found[name] = [`cannot be opened: ${error}`];
      continue;
    }
    for (const [language, percent] of variants) {
      const variant = [language, percent] as const;
      if (!isUsual(language, percent)) await show(walker, variant);
      const withColours = isUsual(language, percent) || isFarthestByDay(walker, variant) || IS_WHOLE;
      const faults = await faultsOf(walker.page, walker.device.isTouched ?? false, withColours);
      if (faults.length > 0) found[`${name}, in ${language} at ${percent} %`] = faults;
    }
    if (variants.some((variant) => variant !== USUAL)) await show(walker, USUAL);
  }
  return found;
}

/** As Back and Forward do: the app shows another address without being loaded anew. What is to be opened there is. */
async function goTo({ page, url }: Walker, address: string, open?: Open): Promise<void> {
  if (!page.url().startsWith(url)) await page.goto(url);
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, address);
  await settled(page);
  await page.locator('h1').first().waitFor({ state: 'attached' }); // a screen's files may still be on their way
  await settled(page);
  if (open) await inTurn(open, settled)(page);
}

/** A language as if chosen in another tab; letters as if set in the browser. */
async function show(walker: Walker, variant: Variant): Promise<void> {
  const { page, browserSettings } = walker;
  const [language, percent] = variant;
  await paint(walker, variant);
  const standard = (USUAL_PX * percent) / 100;
  await browserSettings.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  await page.evaluate((newValue) => {
    localStorage.setItem('lxq.language', newValue);
    dispatchEvent(new StorageEvent('storage', { key: 'lxq.language', newValue }));
    dispatchEvent(new Event('resize')); // as zooming does: what pops up takes its place anew
  }, JSON.stringify(language));
  // What is usual again is left, and the next screen waited for.
  if (!isUsual(language, percent)) await settled(page);
}

/** By day or by night, as if chosen in another tab. */
async function paint({ page, device }: Walker, variant: Variant): Promise<void> {
  if (!device.coloursOf) return;
  await page.evaluate(
    (newValue) => {
      localStorage.setItem('lxq.colours', newValue);
      dispatchEvent(new StorageEvent('storage', { key: 'lxq.colours', newValue }));
    },
    JSON.stringify(device.coloursOf(variant)),
  );
}

/** Nothing has changed for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    ({ quietMs, mostMs }) =>
      new Promise<void>((resolve) => {
        const begun = performance.now();
        const done = () => {
          observer.disconnect();
          resolve();
        };
        const isLoading = () => document.querySelector('.ant-spin-spinning, .loading') !== null;
        const look = () => {
          if (isLoading() && performance.now() - begun < mostMs) timer = setTimeout(look, quietMs);
          else done();
        };
        let timer = setTimeout(look, quietMs);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(look, performance.now() - begun < mostMs ? quietMs : 0);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    { quietMs: 100, mostMs: 4_000 },
  );
}
