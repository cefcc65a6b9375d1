import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npmStart } from '@lxq/e2e/npm-start.ts';
import { type Measure, spreadOf } from '../measure.ts';

const ROUNDS = 5;

/** From the shell's `npm start` to a platform that answers, on data that are there: what a restart costs. */
export const measure: Measure = {
  run: async (bench) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-start-'));
    await chmod(folder, 0o711); // as root, PostgreSQL runs as another user who must pass through
    try {
      bench.say(`The first start, which fills the demo county, took ${(await startOnce(folder)).toFixed(1)} s`);
      const seconds: number[] = [];
      for (let round = 0; round < ROUNDS; round++) seconds.push(await startOnce(folder));
      return [
        {
          measure: 'cold start of npm start after the first',
          ...spreadOf(seconds),
          reach: '≤ 5 s',
          note: 'wall clock from spawning npm start to 200 from /health/ready, PostgreSQL included; demo county in place, files in the page cache',
        },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Starts, waits until it answers, ends it; the seconds until it answered. */
async function startOnce(folder: string): Promise<number> {
  const begun = performance.now();
  const { npm, url } = await npmStart(folder, { DATABASE_URL: '', APP_DATABASE_URL: '', LOG_LEVEL: 'error' });
  try {
    const answer = await fetch(`${url}/health/ready`);
    if (!answer.ok) throw new Error(`/health/ready answers ${answer.status}`);
    return (performance.now() - begun) / 1000;
  } finally {
    const closed = once(npm, 'close');
    npm.kill('SIGTERM');
    await closed;
    const lock = path.join(folder, 'postgres', 'pg', 'postmaster.pid'); // the next start must find no server of the last one
    for (const end = Date.now() + 10_000; existsSync(lock) && Date.now() < end; ) await sleep(20);
  }
}
