import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startChild } from '../child.ts';
import type { Served } from '../measure.ts';

/** Another server on the bench's database, in a process of its own; it says its address once it listens. */
export async function startPeer(script: string, settings: object): Promise<Served> {
  const child = startChild(path.join(import.meta.dirname, script), settings);
  return { url: await child.answer<string>(), pid: child.pid, stop: child.end };
}

/** PostGraphile is no part of the platform: it is installed when the bench first needs it, from its own lock file. */
export function installPostgraphile(): void {
  const cwd = path.join(import.meta.dirname, 'postgraphile');
  if (existsSync(path.join(cwd, 'node_modules', 'postgraphile'))) return;
  const { status } = spawnSync('npm', ['ci', '--no-workspaces', '--no-audit', '--no-fund'], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error('PostGraphile could not be installed');
}
