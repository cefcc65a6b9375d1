import { readFileSync } from 'node:fs';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What PostgreSQL writes into postmaster.pid (storage/pidfile.h): line 1 the pid, 4 the port, 8 the state. */
export interface Postmaster {
  pid: number;
  port: number;
  state: 'starting' | 'stopping' | 'ready' | 'standby';
}

const PATIENCE_MS = 60_000; // crash recovery after a power cut can take this long before "ready"

export async function readPostmaster(pgdata: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(pgdata, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  return { pid, port: Number(lines[3]), state: (lines[7] || 'starting') as Postmaster['state'] };
}

/** The server that runs on this data directory, once it is ready; undefined when there is none (or it has just gone). */
export async function findLivePostmaster(pgdata: string): Promise<Postmaster | undefined> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await readPostmaster(pgdata);
    if (!found || !isAlive(found.pid)) return undefined;
    const workers = await processesIn(pgdata);
    if (workers?.includes(found.pid) === false) {
      if (workers.length === 0) return await forgetPostmaster(pgdata);
    } else if (found.state === 'ready') {
      return found;
    }
    await sleep(50);
  }
  throw new Error(`The PostgreSQL server in ${pgdata} neither becomes ready nor stops; see its log`);
}

/** After a crash or a container's restart the noted pid may be any other program, or a zombie nobody reaps. */
async function forgetPostmaster(pgdata: string): Promise<undefined> {
  await rm(path.join(pgdata, 'postmaster.pid'), { force: true });
}

/** Each PostgreSQL process works in its data directory; undefined where /proc cannot tell. */
async function processesIn(pgdata: string): Promise<number[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  const home = await realpath(pgdata);
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const homes = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, i) => homes[i] === home);
}

/** A process that has ended but that its parent has not taken notice of still has a number, and does nothing. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); // pid (name) state …
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return process.platform !== 'linux';
  }
}
