import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './environment.ts';
import { toolEnvironment } from './steps.ts';

/** Compiles the api and bundles the web app unless both are as their sources are; turbo knows by hashing them. */
export function build(): Promise<void> {
  return turboRun('build');
}

export async function turboRun(task: 'build' | 'codegen'): Promise<void> {
  const turbo = path.join(ROOT, 'node_modules', 'turbo', 'bin', 'turbo');
  const args = [
    'run',
    'build',
    '--ui=stream',
    '--output-logs=errors-only',
    '--log-prefix=none',
    '--no-update-notifier',
  ];
  const child = spawn(process.execPath, [turbo, ...args], {
    cwd: ROOT,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`npm run ${task} failed:\n${said}`);
}
