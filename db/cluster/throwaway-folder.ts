import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive } from './postmaster.ts';

/** Linux keeps this folder in memory. */
const MEMORY = '/dev/shm';
const PREFIX = 'lxq-tests-';
const ROOM = 4 * 1024 ** 3; // bytes, of which suites and stories take half a one each; the rest stays for those who share the machine

/**
 * A folder for a cluster that goes with its tests, in memory where there is room. A database is nine hundred files, and a disk that
 * has just deleted as many, because a test was over, takes a quarter of a second and more to make them.
 */
export async function throwawayFolder(): Promise<string> {
  const place = (await hasRoom(MEMORY)) ? MEMORY : tmpdir();
  await removeOrphans(place);
  const folder = await mkdtemp(path.join(place, `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o711); // as root the server runs as another user, which must get in
  return folder;
}

async function hasRoom(place: string): Promise<boolean> {
  const found = await statfs(place).catch(() => null);
  return found !== null && Math.min(found.bavail * found.bsize, process.availableMemory()) > ROOM;
}

/** Of tests that were killed and could not clean up; nobody else would give the memory back. */
async function removeOrphans(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const [owner] = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('-') : [];
    if (owner && !isAlive(Number(owner))) await rm(path.join(place, name), { recursive: true, force: true });
  }
}
