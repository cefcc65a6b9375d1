import type { ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverEnvironment } from './data-directory.ts';
import { findLivePostmaster, isAlive, readPostmaster } from './postmaster.ts';
import { spawnBound } from './supervision.ts';
import type { SystemUser } from './system-user.ts';

const LOG_LIMIT = 10 * 1024 * 1024; // bytes; the log before it is kept once

export interface ServerPlan {
  postgres: string;
  dataDir: string;
  pgdata: string;
  user: SystemUser | undefined;
  settings: Record<string, string>;
}

/** The server another living process has started on this data directory; an ownerless one is asked to go first. */
export async function borrowServer({ dataDir, pgdata }: ServerPlan): Promise<{ port: number } | undefined> {
  const live = await findLivePostmaster(pgdata);
  if (!live) return undefined;
  const owner = Number(await readFile(path.join(dataDir, 'owner.pid'), 'utf8').catch(() => ''));
  if (owner && (await staysAlive(owner))) return live;
  tell(live.pid, 'SIGINT');
  while (isAlive(live.pid) && (await readPostmaster(pgdata))?.pid === live.pid) await sleep(20);
  return undefined;
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has gone by itself meanwhile
  }
}

/** An owner that has just been killed may take a moment to die; its server goes with it. */
async function staysAlive(pid: number): Promise<boolean> {
  for (let look = 0; look < 5; look++) {
    if (!isAlive(pid)) return false;
    await sleep(20);
  }
  return true;
}

/** Starts PostgreSQL on `port` and waits until it answers. */
export async function launchServer(plan: ServerPlan, port: number): Promise<ChildProcess> {
  const { dataDir, pgdata, postgres, settings, user } = plan;
  const logFile = path.join(dataDir, 'postgres.log');
  await turnLog(logFile);
  const log = await open(logFile, 'a', 0o600);
  const switches = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawnBound(postgres, ['-D', pgdata, ...switches], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    detached: true, // Ctrl-C in the terminal is ours to hear, so that requests end before their database does
    env: serverEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
  });
  const failed = new Promise<never>((_, reject) => server.once('error', reject));
  await Promise.all([
    writeFile(path.join(dataDir, 'owner.pid'), String(process.pid)),
    writeFile(path.join(dataDir, 'port'), String(port)),
    log.close(),
  ]);
  await Promise.race([becomesReady(server, pgdata, logFile), failed]);
  return server;
}

async function becomesReady(server: ChildProcess, pgdata: string, logFile: string): Promise<void> {
  for (;;) {
    if (hasEnded(server)) throw new Error(`PostgreSQL did not start: ${await lastComplaint(logFile)} (see ${logFile})`);
    const found = await readPostmaster(pgdata);
    if (found && found.pid === server.pid && found.state === 'ready') return;
    await sleep(15);
  }
}

/** Fast shutdown; whoever has not let go after `patience` is cut off, which the write-ahead log makes harmless. */
export async function endServer(server: ChildProcess, patience = 2000): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  const late = setTimeout(() => server.kill('SIGQUIT'), patience);
  await ended;
  clearTimeout(late);
}

export function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

/** The port of the last time where it is still free, so that a client that waits finds the server again. */
export async function choosePort(dataDir: string): Promise<number> {
  const earlier = Number(await readFile(path.join(dataDir, 'port'), 'utf8').catch(() => ''));
  return (earlier && (await tryPort(earlier))) || (await tryPort(0)) || 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => resolve(found));
    });
  });
}

async function turnLog(logFile: string): Promise<void> {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }));
  if (size > LOG_LIMIT) await rename(logFile, `${logFile}.1`);
}

async function lastComplaint(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
  return lines.filter((line) => /FATAL|ERROR|PANIC/.test(line)).at(-1) ?? lines.at(-1) ?? 'no message';
}
