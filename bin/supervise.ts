import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from '../api/env.ts';
import { ROOT } from './environment.ts';

/** Pauses before the server is started again: longer each time, short again once it has stood for a while. */
const PAUSE_MS = { first: 200, longest: 10_000, afterMs: 60_000 };
/** Less than what everything that ends has (lifetime.ts): the database must have its own time. */
const GOODBYE_MS = 2_000;

/** What the server's process says of itself, once. */
export interface Word {
  address?: string;
  error?: string;
}

export interface Supervised {
  /** Serves this database from now on; resolves with the address. */
  open(appUrl: string): Promise<string>;
  stop(): Promise<void>;
}

/** The server in a process of its own, loading already: when it dies it is started again, and what runs beside it, the database, goes on. */
export function supervise({ PORT }: Env, log: (line: string) => void): Supervised {
  let child = launch(PORT);
  let isStopping = false;
  let pause = PAUSE_MS.first;

  async function open(appUrl: string): Promise<string> {
    const address = await firstWord(child, appUrl);
    const since = Date.now();
    child.once('exit', (code, signal) => void fallen(appUrl, `${signal ?? code}`, Date.now() - since));
    return address;
  }
  async function fallen(appUrl: string, how: string, stoodMs: number): Promise<void> {
    if (stoodMs > PAUSE_MS.afterMs) pause = PAUSE_MS.first;
    while (!isStopping) {
      log(`The server has ended (${how}); starting it again`);
      await sleep(pause);
      pause = Math.min(2 * pause, PAUSE_MS.longest);
      if (isStopping) return;
      try {
        child = launch(PORT);
        return void log(`The server is back at ${await open(appUrl)}`);
      } catch (error) {
        how = String((error as Error).message);
      }
    }
  }
  return {
    open,
    stop: async () => {
      isStopping = true;
      if (hasEnded(child)) return;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(GOODBYE_MS)]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

function launch(port: number): ChildProcess {
  // Of the database it learns the runtime role's address, and that only once there is something to serve.
  const hidden = Object.fromEntries(
    ['DATABASE_URL', 'APP_DATABASE_URL'].flatMap((name) => [
      [name, ''],
      [`${name}_FILE`, ''],
    ]),
  );
  const child = fork(path.join(ROOT, 'bin', 'serve.ts'), {
    cwd: ROOT,
    env: { ...process.env, ...hidden, PORT: String(port), PORT_FILE: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return child.on('error', () => {}); // it may die while it is spoken to: that ends nobody else
}

function firstWord(child: ChildProcess, appUrl: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error('The server ended before it was ready'));
    if (hasEnded(child)) return died();
    child.once('exit', died).once('error', died); // one that cannot even be started has no exit
    child.once('message', ({ address, error }: Word) => {
      child.off('exit', died);
      if (address) resolve(address);
      else reject(new Error(error));
    });
    child.send({ appUrl });
  });
}
