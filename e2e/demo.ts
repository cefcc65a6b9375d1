import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PASSWORD } from './platform.ts';

const ROOT = path.dirname(import.meta.dirname);

export interface Demo {
  url: string;
  /** Where its database lies; undefined for one that was running already. */
  folder?: string;
  stop(): Promise<void>;
}

/** The platform as `npm start` runs it, with a demo county seeded now and thrown away afterwards. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-demo-'));
  await chmod(folder, 0o711); // as root, PostgreSQL runs as another user who must pass through
  const settings = { DATA_DIR: folder, PORT: '0', DEMO_PASSWORD: PASSWORD, DATABASE_URL: '', LOG_LEVEL: 'error' };
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, ['bin/start.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stdout)) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (!url) continue;
    console.log(line);
    child.stdout.resume();
    return { url, folder, stop };
  }
  await stop();
  throw new Error('the platform did not start');
}
