import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Env } from '../api/env.ts';
import { ROOT } from './environment.ts';

export interface Server {
  address: string;
  stop(): Promise<void>;
}
export interface Api {
  /** Seals anew what stands under other keys than the first; see api/platform/vault/rotation.ts. */
  rotateContacts(
    adminUrl: string,
    keys: NonNullable<Env['CONTACT_KEYS']>,
    print: (line: string) => void,
  ): Promise<number>;
  startApi(env: Env, appUrl: string): Promise<Server>;
}

/** The compiled api; its decorators are why it cannot run from its sources as everything else does. */
export async function loadApi(): Promise<Api> {
  const main = path.join(ROOT, 'api', 'dist', 'main.js');
  if (!existsSync(main)) throw new Error('The api is not built: npm run build');
  return (await import(pathToFileURL(main).href)) as Api;
}
