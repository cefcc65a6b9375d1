import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { PASSWORD } from './platform.ts';
import { type Roll, takeRoll } from './screens/camera.ts';
import { countyRolls } from './screens/county.ts';
import { deskRolls } from './screens/desk.ts';
import { digestRolls } from './screens/digests.ts';
import { leaderRolls } from './screens/leader.ts';
import { matterRolls } from './screens/matters.ts';
import { phoneRolls } from './screens/phone.ts';
import { stateRolls } from './screens/states.ts';

/**
 * npm run screens [-- PATTERN]: a picture of every screen into docs/screens. Works on a fresh demo county of its own, or on the
 * one at SCREENS_URL whose accounts have DEMO_PASSWORD; PATTERN takes only the pictures whose name it matches.
 */
const ROOT = path.dirname(import.meta.dirname);
const FOLDER = path.join(ROOT, 'docs', 'screens');
const ROLLS: readonly Roll[] = [
  ...phoneRolls,
  ...stateRolls,
  ...deskRolls,
  ...leaderRolls,
  ...countyRolls,
  ...digestRolls,
  ...matterRolls,
];

const wanted = new RegExp(process.argv[2] ?? '');
const { SCREENS_URL: given, DEMO_PASSWORD: password = PASSWORD } = process.env;
await mkdir(FOLDER, { recursive: true });
const demo: Demo = given ? { url: given, stop: async () => {} } : await startDemo();
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
    '# Screens\n\nTaken from the running demo county by `npm run screens`: phones at 360 × 780, desks at 1440 × 900.\n';
  await writeFile(path.join(FOLDER, 'README.md'), `${head}\n| What | Pictures |\n|---|---|\n${lines.join('\n')}\n`);
}
