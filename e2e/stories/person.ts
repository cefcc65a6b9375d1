import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PASSWORD } from '../platform.ts';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** Somebody with a device of their own: a separate browser context. */
export interface Person {
  page: Page;
  context: BrowserContext;
}

async function withDevice(browser: Browser, viewport: typeof DESK): Promise<Person> {
  const isPhone = viewport.width < 600;
  // A press between the frames of an opening dialog or list would land beside what it was meant for.
  const still = { reducedMotion: 'reduce' } as const;
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    isMobile: isPhone,
    hasTouch: isPhone,
    ...still,
  });
  return { page: await context.newPage(), context };
}

/** Before the sign-in page. */
export async function atTheDoor(browser: Browser, url: string, viewport = DESK): Promise<Person> {
  const person = await withDevice(browser, viewport);
  await person.page.goto(url);
  return person;
}

/** What somebody types at the door. */
export async function signInAs(page: Page, account: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

const SIGN_IN =
  'mutation ($account: String!, $password: String!) { signIn(account: $account, password: $password) { token } }';

/** Signed in on their device, at their first screen: what the door does is told by those who stand before it. */
export async function arrive(browser: Browser, url: string, account: string, viewport = DESK): Promise<Person> {
  const { page, context } = await withDevice(browser, viewport);
  const variables = { account, password: PASSWORD };
  await context.request.post(`${url}/graphql`, { data: { query: SIGN_IN, variables } });
  await page.goto(url);
  await page.waitForURL(({ pathname }) => pathname !== '/' && !pathname.includes('sign-in'));
  if (viewport.width < 600) await skipFirstRun(page);
  return { page, context };
}

/** On a new phone three pictures stand before the first screen; a desk's frame has none. */
export async function skipFirstRun(page: Page): Promise<void> {
  await page.locator('.welcome-skip, .desk-layout').first().waitFor();
  if (await page.locator('.welcome-skip').isVisible()) await page.locator('.welcome-skip').click();
  await untilClosed(page, '.welcome');
}

/** A sheet's entry of the history goes a moment after it; a page that is opened meanwhile would be gone back from. */
export async function untilClosed(page: Page, sheet: string): Promise<void> {
  await page.locator(sheet).waitFor({ state: 'detached' });
  await page.waitForFunction(() => !history.state?.lxqOverlays);
}
