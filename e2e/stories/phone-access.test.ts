import { afterAll, beforeAll, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { arrive, type Person, PHONE } from './person.ts';

let platform: Platform;
let browser: Browser;
const people: Partial<Record<string, Person>> = {};
beforeAll(async () => {
  platform = await startPlatform();
  browser = await launchBrowser();
  for (const account of ['officer', 'village.head', 'county.leader'])
    people[account] = await arrive(browser, platform.url, account, PHONE);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

type Open = (page: Page) => Promise<unknown>;
const first = (selector: string) => (page: Page) => page.locator(selector).first().click();
const settled = (page: Page) => page.waitForTimeout(600);
const inTurn =
  (...steps: Open[]): Open =>
  async (page) => {
    for (const step of steps) await step(page);
  };

const SCREENS: [screen: string, account: string, address: string, open?: Open][] = [
  ['the form: what', 'officer', '/officer'],
  ['the form: topics', 'officer', '/officer', first('.topics-more')],
  ['the form: where', 'officer', '/officer?step=where'],
  ['the form: places', 'officer', '/officer?step=where', first('.field-picked')],
  ['the form: check', 'officer', '/officer?step=check'],
  ['my reports', 'officer', '/officer/mine'],
  ['one of my reports', 'officer', '/officer/mine', first('a.card')],
  ['the outbox', 'officer', '/officer/outbox'],
  ['the account', 'officer', '/officer', first('.phone-menu')],
  ['a village’s reports', 'village.head', '/village'],
  ['a leader’s today', 'county.leader', '/leader'],
  ['issues', 'county.leader', '/leader/digests'],
  ['an issue', 'county.leader', '/leader/digests', first('main a[href^="/leader/digests/"]')],
  [
    'an issue’s contents',
    'county.leader',
    '/leader/digests',
    inTurn(first('main a[href^="/leader/digests/"]'), first('main header button')),
  ],
  [
    'instructing',
    'county.leader',
    '/leader/digests',
    inTurn(first('main a[href^="/leader/digests/"]'), first('footer button:nth-of-type(2)')),
  ],
  ['instructions', 'county.leader', '/leader/instructions'],
];

/** Rules that axe breaks, with the first place each is broken at; what is wider than the screen with its class. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as any).axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    const serious = violations.filter(({ impact }: any) => ['moderate', 'serious', 'critical'].includes(impact));
    const root = document.documentElement;
    const wider =
      root.scrollWidth > root.clientWidth ? [`wider than the screen by ${root.scrollWidth - root.clientWidth} px`] : [];
    return [
      ...serious.map(({ id, nodes }: any) => `${id}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`),
      ...wider,
    ];
  });
}

for (const language of ['zh', 'en'])
  for (const percent of [100, 200])
    test(`axe finds nothing on any phone screen, in ${language} at ${percent} %, and none is wider than the phone`, async () => {
      const found: Record<string, string[]> = {};
      for (const [screen, account, address, open] of SCREENS) {
        const { page } = people[account] as Person;
        await page.goto(platform.url + address);
        await page.evaluate((chosen) => localStorage.setItem('lxq.language', JSON.stringify(chosen)), language);
        await page.reload();
        await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), percent);
        await page.locator('main').waitFor();
        await settled(page);
        await open?.(page);
        await settled(page);
        const faults = await faultsOf(page);
        if (faults.length > 0) found[screen] = faults;
      }
      expect(found).toEqual({});
    });
