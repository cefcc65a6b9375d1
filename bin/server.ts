import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Env } from '../api/env.ts';
import { ROOT } from './environment.ts';

export interface Server {
  address: string;
  stop(): Promise<void>;
}

/** The compiled api; its decorators are why it cannot run from its sources as everything else does. */
export async function startServer(env: Env, appUrl: string): Promise<Server> {
  const main = path.join(ROOT, 'api', 'dist', 'main.js');
  if (!existsSync(main)) throw new Error('The api is not built: npm run build');
  const api = (await import(pathToFileURL(main).href)) as { startApi(env: Env, appUrl: string): Promise<Server> };
  return api.startApi(env, appUrl);
}
