import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { isAlive, readPostmaster } from './cluster/postmaster.ts';
import { startCluster } from './cluster.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'lianxinqiao-cluster-'));
await chmod(dataDir, 0o711); // as root the server runs as another user, which must get in
const pgdata = path.join(dataDir, 'pg');
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  await client.end();
  return rows.map(([value]) => value);
}

async function comesTrue(claim: () => boolean | Promise<boolean>, withinMs = 5000): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    if (await claim()) return true;
    await sleep(50);
  }
  return false;
}

/** Another process that starts the cluster, says its port, and stays. */
async function startElsewhere(environment: NodeJS.ProcessEnv = {}): Promise<{ pid: number; kill(): void }> {
  const script = `
    const { startCluster } = await import(${JSON.stringify(path.join(import.meta.dirname, 'cluster.ts'))});
    await startCluster({ dataDir: ${JSON.stringify(dataDir)} });
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return { pid: Number(child.pid), kill: () => child.kill('SIGKILL') };
}

test('a new cluster sorts Chinese by pinyin and finds trigrams in it', async () => {
  const cluster = await startCluster({ dataDir });
  const url = cluster.adminUrl('postgres');
  expect(await ask(url, `select x from (values ('张'), ('李'), ('安'), ('王')) v(x) order by x`)).toEqual([
    '安',
    '李',
    '王',
    '张',
  ]);
  await ask(url, 'create extension pg_trgm');
  expect(await ask(url, `select cardinality(show_trgm('机井损坏')) > 0`)).toEqual([true]);
  await cluster.stop();
});

test('what was written is there after the next start, on the same port', async () => {
  const first = await startCluster({ dataDir });
  await ask(first.adminUrl('postgres'), 'create table kept as select 7 as n');
  await first.stop();
  const second = await startCluster({ dataDir });
  expect(second.port).toBe(first.port);
  expect(await ask(second.adminUrl('postgres'), 'select n from kept')).toEqual([7]);
  await second.stop();
});

test('a cluster that another process runs is shared and outlives our stop', async () => {
  const other = await startElsewhere();
  const shared = await startCluster({ dataDir });
  await shared.stop();
  expect(await ask(shared.adminUrl('postgres'), 'select 1')).toEqual([1]);
  other.kill();
  expect(await comesTrue(async () => (await readPostmaster(pgdata)) === undefined)).toBe(true);
});

test.each(['setpriv', 'watcher'])('a parent killed with SIGKILL leaves no postgres behind (%s)', async (way) => {
  const parent = await startElsewhere({ LXQ_SUPERVISION: way });
  const postmaster = await readPostmaster(pgdata);
  expect(postmaster?.state).toBe('ready');
  parent.kill();
  expect(await comesTrue(() => !isAlive(postmaster?.pid ?? 0))).toBe(true);
});

test('a start right after such a kill waits for the old server to go', async () => {
  const parent = await startElsewhere();
  parent.kill();
  const cluster = await startCluster({ dataDir });
  expect(await ask(cluster.adminUrl('postgres'), 'select 1')).toEqual([1]);
  await cluster.stop();
});

test('a server that is killed comes back on its port with every committed row', async () => {
  const cluster = await startCluster({ dataDir });
  await ask(cluster.adminUrl('postgres'), 'create table survived as select 8 as n');
  process.kill((await readPostmaster(pgdata))?.pid ?? 0, 'SIGKILL');
  const url = cluster.adminUrl('postgres');
  const answers = () =>
    ask(url, 'select n from survived')
      .then(([n]) => n === 8)
      .catch(() => false);
  expect(await comesTrue(() => false, 300).then(() => comesTrue(answers, 15_000))).toBe(true);
  await cluster.stop();
});

test('only the account that runs PostgreSQL can read the data, and it is never root', async () => {
  const data = await stat(pgdata);
  expect(data.uid).not.toBe(0);
  expect(data.mode & 0o077).toBe(0);
  expect((await stat(path.join(dataDir, 'superuser.password'))).mode & 0o777).toBe(0o600);
});

test('a failing statement leaves its text out of the log', async () => {
  const cluster = await startCluster({ dataDir });
  await expect(ask(cluster.adminUrl('postgres'), `select 1 / 0 as "张三家的机井"`)).rejects.toThrow('division by zero');
  await cluster.stop();
  const log = await readFile(path.join(dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('division by zero');
  expect(log).not.toContain('张三家的机井');
});
