import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { toPalette } from './palette.ts';

export type Device = 'phone' | 'desk';

/** One picture: what stands on it, and how a person gets there. */
export interface Shot {
  name: string;
  what: string;
  take(page: Page, ask: Ask): Promise<void>;
  /** At a desk, the whole page instead of what a screen shows at once. */
  isWhole?: boolean;
}

/** What one account has to show, in the order in which it is visited. */
export interface Roll {
  /** Null for who is not signed in. */
  account: string | null;
  on: readonly Device[];
  shots: readonly Shot[];
  language?: 'zh' | 'en';
  /** How the phone was set. */
  look?: 'dark' | 'large';
  /** Nobody has been shown around on it yet. */
  isNew?: boolean;
  /** Leaves more behind than drafts: only done to a demo county of our own. */
  isChanging?: boolean;
}

/** A question to the api in the account's name, for finding what to show. */
export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;

export interface Studio {
  browser: Browser;
  url: string;
  password: string;
  folder: string;
}

const DEVICES = {
  phone: { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
} as const;

/** What web/ui/look.ts keeps. */
const LOOKS = { dark: ['lxq.colours', '"DARK"'], large: ['lxq.large-letters', 'true'] } as const;

/** Takes a roll's pictures on one device; a picture that cannot be taken is told and does not keep the others. */
export async function takeRoll(studio: Studio, roll: Roll, device: Device, wanted: RegExp): Promise<string[]> {
  const shots = roll.shots.filter(({ name }) => wanted.test(`${name}-${device}`));
  if (shots.length === 0) return [];
  const { browser, url } = studio;
  const shared = { baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({ ...DEVICES[device], ...shared });
  const failed: string[] = [];
  try {
    await lendTypeface(context);
    const language = JSON.stringify(roll.language ?? 'zh');
    await context.addInitScript((chosen) => localStorage.setItem('lxq.language', chosen), language);
    if (roll.look) await context.addInitScript(([key, value]) => localStorage.setItem(key, value), LOOKS[roll.look]);
    const ask = askIn(context);
    if (roll.account) {
      await signIn(ask, roll.account, studio.password);
      if (!roll.isNew) await knowTheirWay(context, ask);
    }
    const page = await context.newPage();
    for (const shot of shots) {
      const file = `${shot.name}-${device}.png`;
      const isWhole = device === 'desk' && shot.isWhole === true;
      await takeShot(page, { ...shot, isWhole }, ask, path.join(studio.folder, file)).then(
        (size) => console.log(`${String(Math.round(size / 1024)).padStart(5)} kB  ${file}`),
        (error: Error) => failed.push(`${file}: ${error.message.split('\n')[0]}`),
      );
    }
  } finally {
    await context.close();
  }
  return failed;
}

async function takeShot(page: Page, shot: Shot, ask: Ask, file: string): Promise<number> {
  await shot.take(page, ask);
  await settled(page);
  const png = toPalette(await page.screenshot({ animations: 'disabled', fullPage: shot.isWhole === true }));
  await writeFile(file, png);
  return png.byteLength;
}

/** A phone has its system's Chinese typeface; a machine that has none would draw boxes in its place: it gets the desk's. */
async function lendTypeface(context: BrowserContext): Promise<void> {
  const rules = fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/wght.css'));
  const fileOf = (url: string) => path.join(path.dirname(rules), 'files', path.basename(url));
  await context.route('**/lent/*', (route) => route.fulfill({ path: fileOf(route.request().url()) }));
  const css = (await readFile(rules, 'utf8')).replaceAll('./files/', '/lent/');
  await context.addInitScript((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}

/** Nothing is being fetched, and every typeface is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(600);
}

function askIn({ request }: BrowserContext): Ask {
  return async <Data>(query: string, variables?: Record<string, unknown>) => {
    const response = await request.post('/graphql', { data: { query, variables } });
    const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
    if (errors?.[0]) throw new Error(errors[0].message);
    return data;
  };
}

async function signIn(ask: Ask, account: string, password: string): Promise<void> {
  const document =
    'mutation ($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }';
  await ask(document, { account, password });
}

/** Whoever is pictured has been shown around on this device. */
async function knowTheirWay(context: BrowserContext, ask: Ask): Promise<void> {
  const { viewer } = await ask<{ viewer: { person: { id: string } } }>('{ viewer { person { id } } }');
  const welcomed = JSON.stringify([viewer.person.id]);
  await context.addInitScript((known) => localStorage.setItem('lxq.welcomed', known), welcomed);
}
