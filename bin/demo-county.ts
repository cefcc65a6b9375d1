import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onServer } from '@lxq/db/database.ts';
import type { Env } from '../api/env.ts';

const DEMO_COUNTY = 990101;

/** Fills the database with the demo county unless it is there already; says whether it was filled now. */
export async function seedDemoOnce(env: Env, adminUrl: string): Promise<boolean> {
  if (await isSeeded(adminUrl)) return false;
  const { seedDemo } = await import('@lxq/db/demo/seed.ts'); // a big module that only a first start needs
  await seedDemo({ adminUrl, password: env.DEMO_PASSWORD ?? (await keepPassword(env)) });
  return true;
}

/** What to sign in with. A password made at random is shown once, when it is new; one that was set, never. */
export async function signInLine(env: Env, isNew: boolean): Promise<string> {
  if (env.DEMO_PASSWORD && isNew) return 'the one in DEMO_PASSWORD';
  const password = await readFile(passwordFile(env), 'utf8').catch(() => undefined);
  if (password === undefined) return 'as given in DEMO_PASSWORD on the first start';
  return isNew ? `${password.trim()}   (kept in ${passwordFile(env)})` : `see ${passwordFile(env)}`;
}

function isSeeded(adminUrl: string): Promise<boolean> {
  return onServer(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from county where county_code = $1', [DEMO_COUNTY]);
    return rowCount === 1;
  });
}

const passwordFile = (env: Env) => path.join(env.DATA_DIR, 'demo-password');

async function keepPassword(env: Env): Promise<string> {
  const made = Array.from({ length: 4 }, syllables).join('-');
  await writeFile(passwordFile(env), `${made}\n`, { mode: 0o600, flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error; // an interrupted first start has made one already
  });
  return (await readFile(passwordFile(env), 'utf8')).trim();
}

/** Two easily typed syllables: four of these pairs make some 51 bits. */
function syllables(): string {
  const pick = (letters: string) => letters[randomInt(letters.length)];
  return [0, 1].map(() => pick('bdfghjkmnprstvwz') + (pick('aeiou') ?? '')).join('');
}
