import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What PostgreSQL writes into postmaster.pid (storage/pidfile.h): line 1 the pid, 4 the port, 8 the state. */
export interface Postmaster {
  pid: number;
  port: number;
  state: 'starting' | 'stopping' | 'ready' | 'standby';
}

export async function readPostmaster(pgdata: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(pgdata, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!pid) return undefined;
  return { pid, port: Number(lines[3]), state: (lines[7] || 'starting') as Postmaster['state'] };
}

/** The server that runs on this data directory, once it is ready; undefined when there is none, or it is just going. */
export async function findLivePostmaster(pgdata: string): Promise<Postmaster | undefined> {
  for (let wait = 0; wait < 600; wait++) {
    const found = await readPostmaster(pgdata);
    if (!found) return undefined;
    if (!(await isPostgres(found.pid))) {
      // Left over from a crash or a restarted container, where the same pid may now be any other program.
      await rm(path.join(pgdata, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.state === 'ready') return found;
    await sleep(50);
  }
  throw new Error(`The PostgreSQL server in ${pgdata} neither becomes ready nor stops; see its log`);
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const program = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return program.trim() === 'postgres';
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
