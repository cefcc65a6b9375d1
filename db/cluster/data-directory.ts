import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Binaries, SERVICE_DIR } from './binaries.ts';
import { isReachable, type SystemUser } from './system-user.ts';

const PG_MAJOR = '18';
const REMEDY = 'start as that user, or choose another DATA_DIR';

export interface DataDirectory {
  /** The folder that PostgreSQL itself owns (PGDATA). */
  pgdata: string;
  password: string;
}

/** Makes the data directory on the first start, and finds it again later; an interrupted first start leaves no half of one. */
export async function prepareDataDirectory(
  dataDir: string,
  { initdb }: Binaries,
  user: SystemUser | undefined,
  log: (line: string) => void,
): Promise<DataDirectory> {
  const pgdata = path.join(dataDir, 'pg');
  const password = await keepPassword(path.join(dataDir, 'superuser.password'));
  if (!(await exists(pgdata))) {
    const place = await reachablePlace(pgdata, user, log);
    if (!(await exists(place))) await createCluster(place, password, initdb, user);
    if (place !== pgdata) await symlink(place, pgdata);
  }
  await refuseForeign(pgdata);
  return { pgdata: await realpath(pgdata), password };
}

/** Our own folder where the server may enter it; otherwise one under /var/lib, which everybody may pass through. */
async function reachablePlace(
  pgdata: string,
  user: SystemUser | undefined,
  log: (line: string) => void,
): Promise<string> {
  if (user === undefined || (await isReachable(path.dirname(pgdata), user))) return pgdata;
  const place = path.join(SERVICE_DIR, createHash('sha256').update(pgdata).digest('hex').slice(0, 12));
  log(
    `PostgreSQL runs as "${user.name}", which may not enter ${path.dirname(pgdata)}: the database is kept in ${place}`,
  );
  return place;
}

async function createCluster(
  place: string,
  password: string,
  initdb: string,
  user: SystemUser | undefined,
): Promise<void> {
  const half = `${place}.${process.pid}`;
  const passwordFile = `${half}.password`;
  await mkdir(path.dirname(half), { recursive: true, mode: 0o755 });
  await mkdir(half, { mode: 0o700 });
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) await Promise.all([half, passwordFile].map((entry) => chown(entry, user.uid, user.gid)));
    await runInitdb(initdb, [`--pgdata=${half}`, `--pwfile=${passwordFile}`], user);
    await rename(half, place).catch(ignoreLostRace);
  } finally {
    await Promise.all([half, passwordFile].map((entry) => rm(entry, { recursive: true, force: true })));
  }
}

// zh sorts by pinyin; with the plain C locale trigrams of Chinese text would be empty.
const LOCALE = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C';
const INITDB = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  `--locale=${LOCALE}`,
  '--locale-provider=icu',
  '--icu-locale=zh',
  '--no-instructions',
];

async function runInitdb(initdb: string, args: string[], user: SystemUser | undefined): Promise<void> {
  const child = spawn(initdb, [...INITDB, ...args], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said.trim().split('\n').slice(-3).join(' ')}`);
}

/** The caller's PG*, locale and Node settings would change what the server does. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/.test(name)));
}

async function keepPassword(file: string): Promise<string> {
  if (!(await exists(file))) {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o755 });
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(ignoreLostRace);
  }
  const password = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EACCES' ? new Error(`${file} belongs to another user: ${REMEDY}`) : error;
  });
  return password.trim();
}

async function refuseForeign(pgdata: string): Promise<void> {
  const owner = (await stat(pgdata)).uid;
  const self = process.getuid?.();
  if (self !== undefined && self !== 0 && owner !== self) {
    throw new Error(`${pgdata} belongs to another user (uid ${owner}): ${REMEDY}`);
  }
  const version = (await readFile(path.join(pgdata, 'PG_VERSION'), 'utf8')).trim();
  if (version !== PG_MAJOR)
    throw new Error(`${pgdata} was made by PostgreSQL ${version}; this is PostgreSQL ${PG_MAJOR}`);
}

function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Two first starts at once: the one that comes second takes what the first has made. */
function ignoreLostRace(error: NodeJS.ErrnoException): void {
  if (!['EEXIST', 'ENOTEMPTY'].includes(error.code ?? '')) throw error;
}
