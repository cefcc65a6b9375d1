import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toolEnvironment } from './steps.ts';

export const ROOT = path.dirname(import.meta.dirname);
export const tour: string = readFileSync(path.join(ROOT, 'docs/TOUR.md'), 'utf8');

/** The files of the noun that the tour adds, by where they would stand. */
export const WELL = path.join(ROOT, 'docs/tour/well');
export const wellFiles: string[] = readdirSync(WELL, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(WELL, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

/** What the tour changes in files that are there. */
export interface Change {
  file: string;
  lines: string[];
}
export const changesIn = (text: string): Change[] =>
  [...text.matchAll(/^```diff (\S+)\n([\s\S]*?)\n```$/gm)].map(([, file = '', hunk = '']) => ({
    file,
    lines: hunk.split('\n'),
  }));
export const changedLines = ({ lines }: Change): number => lines.filter((line) => /^[+-]/.test(line)).length;

function apply({ file, lines }: Change, folder: string): void {
  const side = (mark: string) =>
    lines.filter((line) => ' '.concat(mark).includes(line[0] ?? '')).map((line) => line.slice(1));
  const target = path.join(folder, file);
  const parts = `\n${readFileSync(target, 'utf8')}`.split(`\n${side('-').join('\n')}\n`);
  if (parts.length !== 2) throw new Error(`${file} has no single place for:\n${lines.join('\n')}`);
  writeFileSync(target, parts.join(`\n${side('+').join('\n')}\n`).slice(1));
}

const WORKSPACES = ['schema', 'db', 'api', 'web'];
const FILES = ['package.json', 'tsconfig.json', 'jest.config.js'];
const LEFT_OUT = /(^|[\\/])(node_modules|dist|[.]data|[.]turbo)$|[.]tsbuildinfo$/;

/** The tree's sources in a folder of their own, with the examples in them; libraries are the tree's. */
export function treeWithExamples(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxinqiao-tour-'));
  for (const name of [...WORKSPACES, 'bin', ...FILES])
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true, filter: (from) => !LEFT_OUT.test(from) });
  cpSync(WELL, folder, { recursive: true });
  cpSync(path.join(ROOT, 'docs/tour/tour.check.ts'), path.join(folder, 'api/testing/tour.test.ts'));
  for (const change of changesIn(tour)) apply(change, folder);
  mkdirSync(path.join(folder, 'node_modules/@lxq'), { recursive: true });
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) link(folder, 'node_modules', name);
  for (const name of WORKSPACES) {
    symlinkSync(path.join(folder, name), path.join(folder, 'node_modules/@lxq', name), 'junction');
    link(folder, name, 'node_modules');
  }
  return folder;
}
function link(folder: string, ...names: string[]): void {
  const target = path.join(ROOT, ...names);
  if (names.at(-1) !== '@lxq') symlinkSync(target, path.join(folder, ...names), 'junction');
}

/** Runs a script for Node in that tree; what it said when it fails. */
export async function run(folder: string, [script = '', ...args]: string[], options?: { in?: string; node?: string }) {
  const child = spawn(process.execPath, [path.join(folder, script), ...args], {
    cwd: path.join(folder, options?.in ?? ''),
    env: { ...toolEnvironment(), NODE_OPTIONS: options?.node ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  );
  if (code !== 0) throw new Error(`${[script, ...args].join(' ')}\n${said}`);
  return said;
}
