import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

/** A device of its own, with a session already open when there is a token: measured is the screen, not the password. */
export async function signedIn(
  browser: Browser,
  url: string,
  token: string | null,
  device: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'zh-CN', ...device });
  if (token)
    await context.addCookies([{ name: 'lxq_session', value: token, url, httpOnly: true, sameSite: 'Lax' as const }]);
  return context;
}
