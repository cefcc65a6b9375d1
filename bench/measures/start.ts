import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, type Measure, spreadOf } from '../measure.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ROUNDS = 5;

/** From the shell's `npm start` to a platform that answers, on data that are there: what a restart costs. */
export const measure: Measure = {
  name: 'start',
  async run(bench) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-start-'));
    await chmod(folder, 0o711); // as root, PostgreSQL runs as another user who must pass through
    try {
      bench.say(`The first start, which fills the demo county, took ${(await startOnce(folder)).toFixed(1)} s`);
      const seconds: number[] = [];
      for (let round = 0; round < ROUNDS; round++) seconds.push(await startOnce(folder));
      return [figureOf(seconds)];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const figureOf = (seconds: readonly number[]): Figure => ({
  measure: 'cold start of npm start after the first',
  ...spreadOf(seconds),
  unit: 's',
  bound: 'most',
  reach: 5,
  note: 'wall clock from spawning npm start to 200 from /health/ready, PostgreSQL included; demo county in place, files in the page cache',
});

/** Starts, waits until it answers, ends it; the seconds until it answered. */
async function startOnce(folder: string): Promise<number> {
  const settings = { DATA_DIR: folder, PORT: '0', DATABASE_URL: '', APP_DATABASE_URL: '', LOG_LEVEL: 'error' };
  const begun = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, ...settings, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const answer = await fetch(`${await addressOf(npm)}/health/ready`);
    if (!answer.ok) throw new Error(`/health/ready answers ${answer.status}`);
    return (performance.now() - begun) / 1000;
  } finally {
    await stopped(npm, folder);
  }
}

function addressOf(npm: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const url = /ready at (\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    for (const output of [npm.stdout, npm.stderr]) output?.on('data', hear);
    npm.once('close', () => reject(new Error(`npm start ended: ${said}`)));
  });
}

/** The next start must find no server of the last one. */
async function stopped(npm: ChildProcess, folder: string): Promise<void> {
  const closed = new Promise((resolve) => npm.once('close', resolve));
  npm.kill('SIGTERM');
  await closed;
  const lock = path.join(folder, 'postgres', 'pg', 'postmaster.pid');
  for (const end = Date.now() + 10_000; existsSync(lock) && Date.now() < end; ) await sleep(20);
}
