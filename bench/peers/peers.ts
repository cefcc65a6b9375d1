import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Another server on the bench's database, in a process of its own; it prints its address once it listens. */
export interface Peer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export async function startPeer(script: string, settings: unknown): Promise<Peer> {
  const file = path.join(import.meta.dirname, script);
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [file, JSON.stringify(settings)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code}`);
  });
  ended.catch(() => {});
  const [url] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string];
  return {
    url,
    pid: child.pid as number,
    stop: async () => {
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
}

/** PostGraphile is no part of the platform: it is installed when the bench first needs it, from its own lock file. */
export function installPostgraphile(): void {
  const cwd = path.join(import.meta.dirname, 'postgraphile');
  if (existsSync(path.join(cwd, 'node_modules', 'postgraphile'))) return;
  const { status } = spawnSync('npm', ['ci', '--no-workspaces', '--no-audit', '--no-fund'], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error('PostGraphile could not be installed');
}
