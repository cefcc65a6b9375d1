import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Platform, startPlatform } from '../platform.ts';
import { kindsOfAttacks } from './floods/attacks.ts';
import { besiege, type Sessions, sessionsAt } from './floods/siege.ts';
import { HEADING, lineOf } from './floods/table.ts';
import { wrongCounts } from './floods/verdict.ts';
import { SETTINGS } from './floods.ts';

/** Three seconds each, all attacks of a kind at once; the times of `npm run siege -- floods` take a machine of their own. */
const LENGTH = { warm: 0.3, quiet: 0.3, attack: 3 };
const KINDS = await kindsOfAttacks();

let platform: Platform;
let sessions: Sessions;
const lines: string[] = [];
beforeAll(async () => {
  platform = await startPlatform(1, SETTINGS);
  sessions = await sessionsAt(platform.url);
}, 120_000);
afterAll(async () => {
  console.info([HEADING, ...lines].join('\n'));
  await platform.stop();
});
beforeEach(async () => {
  const ready = await fetch(`${platform.url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (ready?.ok) return;
  await platform.apis[0]?.kill(); // what one kind brought down is not the next one's fault
  await platform.apis[0]?.restart();
});

describe('a server that is attacked loses no report, serves the clerk, keeps its memory, and lets in no more than it may', () => {
  test.each(Object.entries(KINDS))('%s', async (_kind, attacks) => {
    const [api] = platform.apis;
    if (!api) throw new Error('no server');
    const outcome = await besiege({ api, adminUrl: platform.adminUrl, sessions }, attacks, LENGTH);
    const wrong = wrongCounts(outcome);
    lines.push(lineOf(outcome, wrong));
    expect(wrong).toEqual([]);
  });
});
