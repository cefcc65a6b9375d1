import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Platform, startPlatform } from '../platform.ts';
import { UNPACED } from '../serving.ts';
import { storm } from '../siege/phone/storm.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform(1, UNPACED);
}, 120_000);
afterAll(() => platform.stop());

// `npm run siege -- phone` takes 1,000 reports and 200 killings.
test('50 reports of four attachments each arrive once and whole, while the api, the browser or the page is killed ten times', async () => {
  const { killed, seconds, ...outcome } = await storm(platform, {
    reports: 50,
    kills: 10,
    seed: 1,
    log: () => undefined,
  });
  console.info(`killed ${JSON.stringify(killed)}, ${seconds} s`);
  expect(outcome).toEqual({ reports: 50, attachments: 200, lost: [], twice: [], unproven: [], stuck: [], reasons: [] });
  expect(killed.api + killed.browser + killed.tab).toBe(10);
}, 240_000);
