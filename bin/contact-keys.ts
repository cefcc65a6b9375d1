import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Env, readEnv } from '../api/env.ts';

export const contactKeysFile = ({ DATA_DIR }: Pick<Env, 'DATA_DIR'>) => path.join(DATA_DIR, 'contact-keys');

/** Where nobody has set a key, one is made at the first start and kept beside the data for whoever starts it alone; the server's process reads it from there. */
export async function keepContactKeys(env: Env): Promise<void> {
  if (env.CONTACT_KEYS) return;
  const file = contactKeysFile(env);
  const made = `${new Date().getFullYear()}:${randomBytes(32).toString('base64')}\n`;
  try {
    await mkdir(env.DATA_DIR, { recursive: true, mode: 0o711 });
    await writeFile(file, made, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // A server without a key serves everything else, and says so.
    if (code !== 'EEXIST') return console.error(`No key for contacts could be kept: ${message}`);
  }
  process.env.CONTACT_KEYS_FILE = file;
}

/** The keys that were set, or that `npm start` has made. */
export async function contactKeysOf(env: Env): Promise<NonNullable<Env['CONTACT_KEYS']>> {
  if (env.CONTACT_KEYS) return env.CONTACT_KEYS;
  const kept = await readFile(contactKeysFile(env), 'utf8').catch(() => undefined);
  const keys = kept && readEnv({ CONTACT_KEYS: kept }).CONTACT_KEYS;
  if (!keys) throw new Error('Bad setting: CONTACT_KEYS is needed to rotate');
  return keys;
}
