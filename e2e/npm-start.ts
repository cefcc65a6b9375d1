import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** `npm start` as a stranger runs it, on a data directory of its own and a free port. */
export interface NpmStart {
  npm: ChildProcess;
  /** What it said until then: it has ended, or shown the address and the password. */
  said: string;
  url: string;
}

export async function npmStart(dataDir: string, settings: NodeJS.ProcessEnv = {}): Promise<NpmStart> {
  const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...settings };
  const npm = spawn('npm', ['start'], {
    cwd: path.dirname(import.meta.dirname),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve) => {
    npm.once('close', () => resolve());
    for (const stream of [npm.stdout, npm.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        if (/Demo password: .*\n/.test(said)) resolve();
      });
    }
  });
  return { npm, said, url: said.match(/ready at (http:\S+)/)?.[1] ?? 'nowhere' };
}
