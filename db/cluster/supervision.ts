import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Starts a server that dies with us even when we are killed with SIGKILL and can do nothing about it any more. */
export function spawnBound(program: string, args: string[], options: SpawnOptions): ChildProcess {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((place) => existsSync(place));
  if (setpriv && process.env.LXQ_SUPERVISION !== 'watcher') {
    return spawn(setpriv, ['--pdeathsig', 'INT', '--', program, ...args], options);
  }
  const server = spawn(program, args, options);
  if (server.pid) watch(server.pid, server, options);
  return server;
}

/** A process that waits for its standard input to close, which the kernel does when we end, however we end. */
function watch(pid: number, server: ChildProcess, { uid, gid }: SpawnOptions): void {
  const script = 'process.stdin.on("end",()=>{try{process.kill(+process.argv[1],"SIGINT")}catch{}}).resume()';
  const [program, args] =
    process.platform === 'win32'
      ? [process.execPath, ['-e', script, String(pid)]]
      : ['/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(pid)]];
  const watcher = spawn(program, args, { uid, gid, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watcher.unref();
  server.once('exit', () => watcher.kill('SIGKILL'));
}
