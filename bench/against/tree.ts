import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, '.data', 'against');

/** The whole project as it was at a commit, built, kept from run to run beside the data of its own bench. */
export function treeOf(commit: string, say: (line: string) => void): string {
  const hash = execFileSync('git', ['rev-parse', '--verify', `${commit}^{commit}`], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim();
  const tree = path.join(FOLDER, hash.slice(0, 12));
  if (!existsSync(path.join(tree, 'package.json'))) {
    say(`A worktree of ${hash.slice(0, 12)} ...`);
    run('git', ['worktree', 'add', '--force', '--detach', tree, hash], ROOT);
  }
  if (!existsSync(path.join(tree, 'node_modules'))) {
    if (lockOf(tree) === lockOf(ROOT)) linkModules(tree);
    else run('npm', ['ci', '--no-audit', '--no-fund'], tree);
  }
  run(
    'npm',
    ['run', 'build', '--silent', '--', '--ui=stream', '--output-logs=errors-only', '--no-update-notifier'],
    tree,
  );
  return tree;
}

const lockOf = (tree: string) => readFileSync(path.join(tree, 'package-lock.json'), 'utf8');

/** Hard links: the links among them to workspaces are relative, and so lead into the tree that they are in. */
function linkModules(tree: string): void {
  const places = ['.', ...readdirSync(ROOT)].filter((place) => existsSync(path.join(ROOT, place, 'node_modules')));
  for (const place of places) run('cp', ['-al', path.join(ROOT, place, 'node_modules'), path.join(tree, place)], ROOT);
  rmSync(path.join(tree, 'node_modules', '.cache'), { recursive: true, force: true }); // what is compiled differs
}

function run(command: string, args: string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
