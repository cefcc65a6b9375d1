import { createServer } from 'node:net';
import path from 'node:path';
import { BadSetting, type Env, readEnv } from '../api/env.ts';

export const ROOT = path.dirname(import.meta.dirname);

/** The settings from .env and the environment, which wins; a bad one ends the process with the line that names it. */
export async function environment(): Promise<Env> {
  try {
    process.loadEnvFile(path.join(ROOT, '.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  try {
    const env = readEnv(process.env);
    // A free port is chosen here, because the allowed origins follow from it.
    const settled = env.PORT === 0 ? readEnv({ ...process.env, PORT: await freePort(env.HOST), PORT_FILE: '' }) : env;
    return { ...settled, DATA_DIR: path.resolve(ROOT, env.DATA_DIR) };
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    console.error(`Bad setting: ${error.message}`);
    return process.exit(1);
  }
}

function freePort(host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(String(port)));
    });
  });
}
