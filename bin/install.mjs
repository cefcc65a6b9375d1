// Runs on whatever Node the machine has, before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
  return (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) || holdsTheSame();
}

/** After an "npm install" of one package: npm's own note of what is in node_modules agrees with the lock file. */
function holdsTheSame() {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const there = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(([place, { version, optional, link }]) => {
    if (!place.includes('node_modules/') || link) return true;
    return there[place] ? there[place].version === version : optional === true;
  });
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

const WINDOWS = process.platform === 'win32';
const link = join(root, 'node_modules', '.bin', WINDOWS ? 'node.cmd' : 'node');

/** npm 10 takes the link to Node 24 away again while it skips the packages of other platforms, which name it too. */
function restoreLink() {
  const inside = `node-${WINDOWS ? 'win' : process.platform}-${process.arch}/bin/node${WINDOWS ? '.exe' : ''}`;
  if (existsSync(link) || !existsSync(join(root, 'node_modules', inside))) return;
  if (WINDOWS) writeFileSync(link, `@"%~dp0\\..\\${inside.replaceAll('/', '\\')}" %*\r\n`);
  else symlinkSync(`../${inside}`, link);
}

/** npm brings Node 24 for common machines; elsewhere the machine's own must be new enough to run TypeScript. */
function checkRuntime() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (existsSync(link) || major > 22 || (major === 22 && minor >= 18)) return;
  stop(
    `npm brings no Node for ${process.platform}/${process.arch}: install Node 22.18 or newer (this is ${process.version})`,
  );
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Lianxinqiao needs Node.js 20 or newer to begin with; this is ${process.version}`);
}
if (!process.argv.includes('--stamp')) {
  if (!isCurrent()) install();
  restoreLink();
  checkRuntime();
}
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, fingerprint());
