import path from 'node:path';
import { BadSetting, type Env, readEnv } from '../api/env.ts';

export const ROOT = path.dirname(import.meta.dirname);

/** The settings from .env and the environment, which wins; a bad one ends the process with the line that names it. */
export function environment(): Env {
  try {
    process.loadEnvFile(path.join(ROOT, '.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  try {
    const env = readEnv(process.env);
    return { ...env, DATA_DIR: path.resolve(ROOT, env.DATA_DIR) };
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    console.error(`Bad setting: ${error.message}`);
    return process.exit(1);
  }
}
