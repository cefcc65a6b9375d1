import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.dirname(import.meta.dirname);

/** For those who measure what it can do: one person asks for thousands. */
export const UNPACED = { WORK_PER_SECOND: '1000000' };

/** A key for villagers' contacts that nobody needs to keep. */
const CONTACT_KEYS = `e2e:${Buffer.alloc(32, 'e2e').toString('base64')}`;

/** One process of the platform, as `npm start` runs it, on a database that stands already. */
export interface Serving {
  url: string;
  pid: number;
  /** As it ends when it is told to. */
  stop(): Promise<void>;
  /** As the kernel's out-of-memory killer would. */
  kill(): Promise<void>;
}

/** `bin/serve.ts` for the runtime role's address, once it is ready; the built api is what runs. */
export async function serve(appUrl: string, more: Record<string, string> = {}): Promise<Serving> {
  const port = more.PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    NODE_OPTIONS: '',
    NODE_ENV: 'production', // as in the image
    APP_DATABASE_URL: appUrl,
    LOG_LEVEL: 'error',
    CONTACT_KEYS,
    ...more,
    PORT: port,
  };
  const env = { ...process.env, ...settings };
  const child = spawn(process.execPath, ['bin/serve.ts'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  await isReady(url, child).catch(async (error) => {
    await end('SIGKILL');
    throw error;
  });
  return { url, pid: child.pid as number, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function isReady(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`the api ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('the api was not ready within a minute');
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
