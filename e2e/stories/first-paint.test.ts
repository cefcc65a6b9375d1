import { expect, test } from '@jest/globals';
import { type Paint, paintOf } from '../first-paint.ts';
import { signIn } from '../platform.ts';
import { browser, platform } from './stage.ts';

/** What `npm run bench` measures in full, in short. */
const FORM = { path: '/', words: '.report-form-head h1', action: '.tiles-topics .tile' };
/**
 * Bytes and round trips are the same on every machine: 1.6 Mbit/s carry 200 kB a second. Time is not: whatever else runs
 * here takes the processor from browser and server, and what is fetched after the screen is counted when we look late. All
 * of that only ever adds, so that the least of a few paints is the screen's own. We stop as soon as that holds.
 */
const LIMITS = { action: 2_500, kB: 275, requests: 26 } as const;
const MOST_PAINTS = 10;

test('an officer’s form can be used after 2.5 s of slow 4G with nothing cached, and costs what it did', async () => {
  const token = await signIn(platform.url, 'officer');
  await paintOf(browser, platform.url, token, FORM); // the server's own first answer is not measured
  const paints: Paint[] = [];
  const least = (of: keyof typeof LIMITS) => Math.min(...paints.map((paint) => paint[of]));
  const isHeld = () => Object.entries(LIMITS).every(([of, most]) => least(of as keyof typeof LIMITS) <= most);
  do paints.push(await paintOf(browser, platform.url, token, FORM));
  while (!isHeld() && paints.length < MOST_PAINTS);
  const [usable, kB, requests] = [least('action'), least('kB'), least('requests')];
  console.info(
    `slow 4G: usable after ${(usable / 1000).toFixed(2)} s; ${kB.toFixed(0)} kB in ${requests} requests; ${paints.length} paints`,
  );
  expect(kB).toBeLessThanOrEqual(LIMITS.kB);
  expect(requests).toBeLessThanOrEqual(LIMITS.requests);
  expect(usable).toBeLessThanOrEqual(LIMITS.action);
});
