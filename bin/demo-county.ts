import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { COUNTY_ACCOUNTS, OTHER_COUNTY_ACCOUNTS } from '@lxq/db/demo/accounts.ts';
import { hasPapers, isSeeded } from '@lxq/db/demo/is-seeded.ts';
import type { DemoAccount } from '@lxq/db/demo/logins.ts';
import type { Env } from '../api/env.ts';

/** Fills the database with the demo county unless it is there already; the accounts, when they are new. */
export async function seedDemoOnce(env: Env, adminUrl: string): Promise<DemoAccount[]> {
  if (await isSeeded(adminUrl)) return [];
  const password = env.DEMO_PASSWORD ?? (await keepPassword(env));
  const { seedDemo } = await import('@lxq/db/demo/seed.ts');
  const { accounts } = await seedDemo({ adminUrl, password });
  return accounts;
}

/** The first day at the demo county, once somebody serves it; a line where it was not to be had, for the demo is there without it. */
export async function demoDayOnce(env: Env, adminUrl: string, address: string): Promise<void> {
  if (await hasPapers(adminUrl)) return;
  try {
    const password = env.DEMO_PASSWORD ?? (await readFile(passwordFile(env), 'utf8')).trim();
    const { demoDay } = await import('./demo-day.ts');
    await demoDay(address, password);
  } catch (error) {
    console.error(`The demo county has no papers to look at: ${(error as Error).message}`);
  }
}

/** What to sign in with. A password made at random is shown once, when it is new; one that was set, never. */
export async function signInLines(env: Env, fresh: DemoAccount[]): Promise<string[]> {
  const lines = [...COUNTY_ACCOUNTS, ...OTHER_COUNTY_ACCOUNTS].map(
    ({ account, roleZh, roleEn }) => `  ${account.padEnd(22)}${roleZh}  ${roleEn}`,
  );
  return [...lines, `  Demo password: ${await passwordLine(env, fresh.length > 0)}`];
}

async function passwordLine(env: Env, isNew: boolean): Promise<string> {
  if (env.DEMO_PASSWORD && isNew) return 'the one in DEMO_PASSWORD';
  const password = await readFile(passwordFile(env), 'utf8').catch(() => undefined);
  if (password === undefined) return 'as given in DEMO_PASSWORD on the first start';
  return isNew ? `${password.trim()}  (kept in ${passwordFile(env)})` : `see ${passwordFile(env)}`;
}

const passwordFile = (env: Env) => path.join(env.DATA_DIR, 'demo-password');

async function keepPassword(env: Env): Promise<string> {
  const made = Array.from({ length: 4 }, syllables).join('-');
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o711 });
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
