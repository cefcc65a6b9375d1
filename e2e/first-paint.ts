import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** What Lighthouse calls slow 4G, on a phone four times slower than this machine. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const CPU_SLOWDOWN = 4;

/** Milliseconds from the navigation's start. */
export interface Paint {
  /** The browser's first contentful paint. */
  first: number;
  /** The frame after the screen's own words had come, a skeleton not being any. */
  words: number;
  /** The frame after its main action could be taken. */
  action: number;
  /** What came over the wire until then, as encoded. */
  kB: number;
  requests: number;
}
/** The CSS selectors of what makes a screen meaningful, and of what one opens it for. */
export interface Seen {
  path: string;
  words: string;
  action: string;
}

/** Opens a screen on a phone that has never seen the app: nothing cached, no service worker yet. */
export async function paintOf(browser: Browser, url: string, token: string | null, seen: Seen): Promise<Paint> {
  const context = await signedIn(browser, url, token, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const weight = await slowedDown(page);
    await page.addInitScript(watch, [seen.words, seen.action] as const);
    await page.goto(url + seen.path, { waitUntil: 'commit' });
    const times = await page
      .waitForFunction(() => (globalThis as Watched).paints?.(), undefined, { polling: 200, timeout: 60_000 })
      .then((handle) => handle.jsonValue() as Promise<Pick<Paint, 'first' | 'words' | 'action'>>);
    return { ...times, ...weight() };
  } finally {
    await context.close();
  }
}

/** A device of its own, with a session already open when there is a token: measured is the screen, not the password. */
export async function signedIn(
  browser: Browser,
  url: string,
  token: string | null,
  device: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', ...device });
  if (token) await context.addCookies([{ name: 'lxq_session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

async function slowedDown(page: Page): Promise<() => Pick<Paint, 'kB' | 'requests'>> {
  const cdp = await page.context().newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return () => ({ kB: bytes / 1000, requests });
}

type Watched = typeof globalThis & { paints?: () => Pick<Paint, 'first' | 'words' | 'action'> | undefined };

/** Runs in the page: notes the first frame after each of the two can be seen. */
function watch([words, action]: readonly [string, string]): void {
  const at: Record<string, number> = {};
  const look = () => {
    for (const selector of [words, action]) {
      if (at[selector] !== undefined || !document.querySelector(selector)?.checkVisibility()) continue;
      at[selector] = -1;
      // Drawn by the end of this frame; the next one begins when it is on the screen.
      requestAnimationFrame(() => {
        at[selector] = performance.now();
      });
    }
    if ((at[words] ?? -1) < 0 || (at[action] ?? -1) < 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  (globalThis as Watched).paints = () => {
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const [words_, action_] = [at[words] ?? -1, at[action] ?? -1];
    return first === undefined || words_ < 0 || action_ < 0 ? undefined : { first, words: words_, action: action_ };
  };
}
