import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { launchBrowser } from './browser.ts';
import { PASSWORD } from './platform.ts';
import { type Roll, takeRoll } from './screens/camera.ts';
import { countyRolls } from './screens/county.ts';
import { deskRolls } from './screens/desk.ts';
import { digestRolls } from './screens/digests.ts';
import { leaderRolls } from './screens/leader.ts';
import { phoneRolls } from './screens/phone.ts';

/**
 * npm run screens [-- PATTERN]: a picture of every screen into docs/screens. Works on a fresh demo county of its own, or on the
 * one at SCREENS_URL whose accounts have DEMO_PASSWORD; PATTERN takes only the pictures whose name it matches.
 */
const ROOT = path.dirname(import.meta.dirname);
const FOLDER = path.join(ROOT, 'docs', 'screens');
const ROLLS: readonly Roll[] = [...phoneRolls, ...deskRolls, ...leaderRolls, ...countyRolls, ...digestRolls];

const wanted = new RegExp(process.argv[2] ?? '');
const { SCREENS_URL: given, DEMO_PASSWORD: password = PASSWORD } = process.env;
await mkdir(FOLDER, { recursive: true });
const demo = given ? { url: given, stop: async () => {} } : await startDemo();
const browser = await launchBrowser();
const failed: string[] = [];
try {
  const studio = { browser, url: demo.url, password, folder: FOLDER };
  for (const roll of ROLLS.filter(({ isChanging }) => !given || !isChanging))
    for (const device of roll.on) failed.push(...(await takeRoll(studio, roll, device, wanted)));
} finally {
  await browser.close();
  await demo.stop();
}
await writeList();
for (const line of failed) console.error(`not taken  ${line}`);
process.exitCode = failed.length ? 1 : 0;

/** The platform as `npm start` runs it, with a demo county seeded now and thrown away afterwards. */
async function startDemo(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-screens-'));
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: '0',
    DEMO_PASSWORD: PASSWORD,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, ['bin/start.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stdout)) {
    console.log(line);
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url) {
      child.stdout.resume();
      return { url, stop };
    }
  }
  await stop();
  throw new Error('the platform did not start');
}

/** docs/screens/README.md: every picture with what stands on it. */
async function writeList(): Promise<void> {
  const files = new Set(await readdir(FOLDER));
  const lines = ROLLS.flatMap(({ shots, on }) =>
    shots.flatMap(({ name, what }) => {
      const taken = on.filter((device) => files.has(`${name}-${device}.png`));
      const links = taken.map((device) => `[${device}](${name}-${device}.png)`).join(' · ');
      return taken.length ? [`| ${what} | ${links} |`] : [];
    }),
  );
  const head =
    '# Screens\n\nTaken from the running demo county by `npm run screens`: phones at 390 × 844, desks at 1440 × 900.\n';
  await writeFile(path.join(FOLDER, 'README.md'), `${head}\n| What | Pictures |\n|---|---|\n${lines.join('\n')}\n`);
}
