import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { type NpmStart, npmStart } from './npm-start.ts';
import { ask, signIn } from './platform.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'lianxinqiao-start-'));
await chmod(dataDir, 0o711);

let running: ChildProcess | undefined;
afterEach(() => {
  running?.kill('SIGKILL');
});

async function started(settings?: NodeJS.ProcessEnv): Promise<NpmStart> {
  const start = await npmStart(dataDir, settings);
  running = start.npm;
  return start;
}

/** The servers that work in our data directory. */
async function postgresProcesses(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const homes = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, i) => homes[i]?.startsWith(dataDir));
}

/** The one that `npm start` watches over, told by what it was started as. */
async function serverProcess(): Promise<number> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [command, environment] = await Promise.all(
      ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    if (command?.includes('bin/serve.ts') && environment?.includes(dataDir)) return Number(pid);
  }
  throw new Error('no server');
}

/** Keeps the server's event loop busy for seconds of processor time, as code of ours might: through its inspector, which it opens on SIGUSR1. */
async function block(npm: ChildProcess, server: number, seconds: number): Promise<void> {
  const opened = heard(npm, /Debugger listening on (ws:\S+)/);
  process.kill(server, 'SIGUSR1');
  const inspector = new WebSocket((await opened)[1] as string);
  await new Promise((resolve) => inspector.addEventListener('open', resolve));
  const expression = `for (const { user } = process.cpuUsage(); process.cpuUsage().user < user + ${seconds}e6; );`;
  inspector.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
  await new Promise((resolve) => inspector.addEventListener('message', resolve));
  inspector.close();
}

/** What `npm start` says from now on that looks like this. */
const heard = (npm: ChildProcess, wanted: RegExp) =>
  new Promise<RegExpMatchArray>((resolve, reject) => {
    let said = '';
    for (const stream of [npm.stdout, npm.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
        const found = said.match(wanted);
        if (found) resolve(found);
      });
    setTimeout(() => reject(new Error(`nothing like ${wanted} in ${said}`)), 60_000).unref();
  });

async function secondsUntilNothingIsLeft(): Promise<number> {
  const begun = Date.now();
  while ((await postgresProcesses()).length > 0 && Date.now() - begun < 20_000) await sleep(50);
  return (Date.now() - begun) / 1000;
}

/** By the words of their series, what the newest of each list has first. */
async function newestPapers(url: string): Promise<Record<string, (string | undefined)[]>> {
  const token = await signIn(url, 'county.clerk', (await readFile(path.join(dataDir, 'demo-password'), 'utf8')).trim());
  type List = { edges: { node: { papers: { no: string }[] } }[] };
  const papers = 'edges { node { papers { no } } }';
  const { data } = await ask<Record<string, List>>(
    url,
    token,
    `{ orders(first: 3) { ${papers} } censures(first: 1) { ${papers} } cases(first: 3) { ${papers} } }`,
  );
  const first = ({ edges }: List) => edges.map(({ node }) => node.papers[0]?.no.slice(0, 2));
  return Object.fromEntries(Object.entries(data ?? {}).map(([of, list]) => [of, first(list)]));
}

let firstMs: number;
test('the first start fills the demo county and shows a password; SIGTERM ends it within 5 s', async () => {
  const begun = Date.now();
  const { npm, said, url } = await started();
  firstMs = Date.now() - begun;
  expect(said).toContain('county.clerk');
  expect(said).toMatch(/Demo password: [a-z]{4}(-[a-z]{4}){3} /);
  const ready = await fetch(`${url}/health/ready`);
  expect(ready.status).toBe(200);
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
  expect(await newestPapers(url)).toEqual({
    orders: ['单字', '督字', '单字'],
    censures: ['通字'],
    cases: ['告字', '告字', '告字'],
  });
  npm.kill('SIGTERM');
  expect(await secondsUntilNothingIsLeft()).toBeLessThan(5);
  await expect(fetch(url)).rejects.toThrow();
});

test('the second start takes a quarter as long at most and keeps the password to its file', async () => {
  const begun = Date.now();
  const { npm, said } = await started();
  expect(Date.now() - begun).toBeLessThan(firstMs / 4);
  expect(said).toContain(path.join(dataDir, 'demo-password'));
  expect(said).not.toMatch(/[a-z]{4}(-[a-z]{4}){3} /);
  npm.kill('SIGKILL');
  expect(await secondsUntilNothingIsLeft()).toBeLessThan(5);
});

test('a server that is blocked is told of; one that died is started again at the same address, and the database does not notice', async () => {
  const { npm, url } = await started({ NODE_OPTIONS: '--inspect-port=0' });
  const [server, before] = [await serverProcess(), await postgresProcesses()];
  const told = heard(npm, /the event loop is blocked/);
  await Promise.all([block(npm, server, 3), told]);
  process.kill(server, 'SIGKILL');
  for (const end = Date.now() + 20_000; ; await sleep(100)) {
    const ready = await fetch(`${url}/health/ready`).catch(() => null);
    if (ready?.ok && (await serverProcess().catch(() => server)) !== server) break;
    expect(Date.now()).toBeLessThan(end);
  }
  const after = await postgresProcesses();
  expect(before.filter((pid) => after.includes(pid))).not.toEqual([]);
  npm.kill('SIGTERM');
  expect(await secondsUntilNothingIsLeft()).toBeLessThan(5);
  await expect(serverProcess()).rejects.toThrow('no server');
});

test('a bad setting ends the start with the one line that names it', async () => {
  const { npm, said } = await started({ SESSION_TTL_HOURS: 'soon' });
  expect(npm.exitCode).toBe(1);
  expect(said.split('\n').filter((line) => line.includes('SESSION_TTL_HOURS'))).toHaveLength(1);
  expect(said).not.toContain('    at ');
  await rm(dataDir, { recursive: true, force: true });
});
