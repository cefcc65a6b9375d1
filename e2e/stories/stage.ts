import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { type Platform, startPlatform } from '../platform.ts';

/** A platform and a browser for the stories of whichever file names them: there before its first, gone after its last. */
export let platform: Platform;
export let browser: Browser;
beforeAll(async () => {
  platform = await startPlatform();
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await platform.stop();
});
