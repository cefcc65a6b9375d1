import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** An account of this machine that PostgreSQL runs as when we are root, because it refuses to run as root. */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** Undefined for an ordinary user: the processes then simply run as ourselves. */
export async function unprivilegedUser(dataDir: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = await systemUsers();
  const owner = await stat(dataDir).then(
    (found) => found.uid,
    () => 0,
  );
  const wanted = [
    (user: SystemUser) => user.uid === owner,
    (user: SystemUser) => user.uid === Number(process.env.SUDO_UID),
    (user: SystemUser) => user.name === 'postgres',
    (user: SystemUser) => user.name === 'nobody',
  ];
  for (const fits of wanted) {
    const user = users.find((candidate) => candidate.uid !== 0 && fits(candidate));
    if (user) return user;
  }
  throw new Error(
    'PostgreSQL refuses to run as root and this machine has no user "postgres" or "nobody": start as an ordinary user',
  );
}

async function systemUsers(): Promise<SystemUser[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').filter((line) => line.includes(':'));
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

/** Whether `user` may pass every folder down to `place` (which need not exist yet), judged by the permission bits. */
export async function isReachable(place: string, user: SystemUser): Promise<boolean> {
  let folder = path.resolve(place);
  for (;;) {
    const found = await stat(folder).catch(() => undefined);
    if (found && !mayEnter(found, user)) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

function mayEnter(folder: { mode: number; uid: number; gid: number }, user: SystemUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}
