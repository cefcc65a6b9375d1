// Runs on whatever Node the machine has, before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.stamp');

function stop(line) {
  console.error(line);
  process.exit(1);
}

/** What is installed depends on the lock file and on the machine it was installed for. */
function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

function isCurrent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function install() {
  console.log('Installing what package-lock.json names (once, and again when it changes) ...');
  // The Node that runs npm, not the one in node_modules, which npm ci is about to delete.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm
    ? spawnSync(node, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) stop('The installation failed: see the lines above; "npm ci" tries it again.');
}

/** npm brings Node 24 for common machines; elsewhere the machine's own must be new enough to run TypeScript. */
function checkRuntime() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const brought = existsSync(join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'));
  if (!brought && (major < 22 || (major === 22 && minor < 18))) {
    stop(
      `npm brings no Node for ${process.platform}/${process.arch}: install Node 22.18 or newer (this is ${process.version})`,
    );
  }
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Lianxinqiao needs Node.js 20 or newer to begin with; this is ${process.version}`);
}
if (!process.argv.includes('--stamp')) {
  if (!isCurrent()) install();
  checkRuntime();
}
if (!isCurrent()) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint());
}
