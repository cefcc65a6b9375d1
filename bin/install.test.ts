import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'lianxinqiao-install-'));
  mkdirSync(path.join(project, 'bin'));
  mkdirSync(path.join(project, 'node_modules', '.bin'), { recursive: true });
  for (const script of ['install.mjs', 'lock.mjs']) {
    copyFileSync(path.join(import.meta.dirname, script), path.join(project, 'bin', script));
  }
  writeFileSync(path.join(project, 'node_modules', '.bin', 'node'), '');
});
afterEach(() => rmSync(project, { recursive: true }));

const file = (name: string) => path.join(project, name);

function lock(packages: Record<string, unknown>, name = 'package-lock.json'): void {
  writeFileSync(file(name), JSON.stringify({ packages: { '': {}, ...packages } }));
}

/** Runs the script with a stand-in for npm that notes how it was called and ends with `code`. */
function install(code = 0): { said: string; status: number | null; npmCalls: string[] } {
  const npm = file('npm.cjs');
  writeFileSync(
    npm,
    `require('fs').appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n'); process.exit(${code})`,
  );
  const done = spawnSync(process.execPath, [file('bin/install.mjs')], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, npm_execpath: npm, npm_node_execpath: process.execPath },
  });
  const npmCalls = existsSync(file('calls')) ? readFileSync(file('calls'), 'utf8').trim().split('\n') : [];
  return { said: done.stdout + done.stderr, status: done.status, npmCalls };
}

test('a fresh clone is installed once, and again when the lock file changes', () => {
  lock({ 'node_modules/a': { version: '1.0.0' } });
  expect(install().npmCalls).toHaveLength(1);
  expect(install().npmCalls).toHaveLength(1);
  lock({ 'node_modules/a': { version: '1.0.1' } });
  const { npmCalls } = install();
  expect(npmCalls).toHaveLength(2);
  expect(npmCalls[1]).toMatch(/^ci --include=dev --include=optional /);
});

test('what "npm install" has put there already is not installed again', () => {
  const installed = { 'node_modules/a': { version: '1.0.0' } };
  lock({ ...installed, 'node_modules/b-win32': { version: '1.0.0', optional: true }, api: { version: '0.1.0' } });
  lock(installed, 'node_modules/.package-lock.json');
  expect(install().npmCalls).toEqual([]);
  lock({ 'node_modules/a': { version: '0.9.0' } }, 'node_modules/.package-lock.json');
  writeFileSync(file('node_modules/.stamp'), '');
  expect(install().npmCalls).toHaveLength(1);
});

test('a failed installation says so in its last line and is tried again next time', () => {
  lock({});
  const { said, status } = install(1);
  expect(status).toBe(1);
  expect(said.trim().split('\n').at(-1)).toBe('The installation failed: see the lines above; "npm ci" tries it again.');
  expect(install().npmCalls).toHaveLength(2);
});

test('a lock file that lacks packages of other platforms is found out and completed', () => {
  lock({ 'node_modules/a': { version: '1.0.0', optionalDependencies: { '@a/win32-x64-msvc': '1.0.0' } } });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [file('bin/lock.mjs'), ...args], { cwd: project }).status;
  expect(run('--check')).toBe(1);
  expect(run()).toBe(0);
  expect(run('--check')).toBe(0);
  const { packages } = JSON.parse(readFileSync(file('package-lock.json'), 'utf8'));
  expect(packages['node_modules/@a/win32-x64-msvc']).toEqual({
    version: '1.0.0',
    cpu: ['x64'],
    optional: true,
    os: ['win32'],
  });
});
