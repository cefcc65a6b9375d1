import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { onServer } from '@lxq/db/database.ts';
import { type Outcome, tableOf } from './print.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SETTINGS = [
  'server_version',
  'shared_buffers',
  'work_mem',
  'synchronous_commit',
  'fsync',
  'full_page_writes',
  'jit',
];
const MATTERS = ['report', 'cases', 'participation', 'deadline', 'audit'];
const TABLES = ['county', 'place', 'unit', 'post', 'report_search', 'instruction', ...MATTERS];
const PEER = 'bench/peers/postgraphile/node_modules';
/** Seen with vmstat and perf beside the measures. */
const SATURATED =
  'both cores, which contenders, PostgreSQL and the load share, in newest and submit (an eighth idle while a server with one thread works alone); the kernel’s writes to sockets in live; the throttled line in web';
const PACKAGES = ['pg', 'graphql', '@apollo/server', 'postgraphile', 'docx'];

export interface Run {
  adminUrl: string;
  loadSeconds: number;
  seconds: number;
  outcomes: readonly Outcome[];
}

const PAGE = path.join(ROOT, 'docs/BENCH.md');
const ALONE = 'Rows of a run of its own since,';
const day = () => new Date().toISOString().slice(0, 10);
const countsOf = (adminUrl: string, tables: readonly string[]) =>
  rowOf(adminUrl, tables, (name) => `to_char((select count(*) from ${name}), 'FM999,999,999')`);

/**
 * Of a run of some measures alone, at the same size: its rows take the place of those that the page has of them, or follow, and the page says which run they
 * are of. The next whole run writes all anew.
 */
export async function writeRows({ adminUrl, loadSeconds, seconds, outcomes }: Run): Promise<void> {
  const lines = (await readFile(PAGE, 'utf8')).split('\n');
  const first = lines.findIndex((line) => line.startsWith('| ---')) + 1;
  const last = lines.findIndex((line, at) => at >= first && !line.startsWith('|'));
  const nameOf = (row: string) => row.split(' | ')[0];
  const made = new Map(
    tableOf(outcomes)
      .split('\n')
      .slice(2)
      .map((row) => [nameOf(row), row]),
  );
  const kept = lines.slice(first, last).map((row) => made.get(nameOf(row)) ?? row);
  const added = [...made.values()].filter((row) => !kept.includes(row));
  const names = outcomes.map(({ name }) => `\`${name}\``).join(', ');
  const note = `${ALONE} ${names}: ${day()}, ${Math.round(seconds / 60)} minutes, loaded in ${loadSeconds} s, ${await countsOf(adminUrl, MATTERS)}.`;
  const rest = lines.slice(last).filter((line) => !line.startsWith(`${ALONE} ${names}:`));
  await writeFile(PAGE, [...lines.slice(0, first), ...kept, ...added, '', note, ...rest].join('\n'));
}

/** docs/BENCH.md: one whole run, with what it ran on. */
export async function writePage({ adminUrl, loadSeconds, seconds, outcomes }: Run): Promise<void> {
  const settings = await rowOf(adminUrl, SETTINGS, (name) => `current_setting('${name}')`);
  const counts = await countsOf(adminUrl, TABLES);
  const page = `# Measured

Written by \`npm run bench\`; do not edit. One whole run of ${Math.round(seconds / 60)} minutes, ${day()}.

${tableOf(outcomes)}

A value is the median of the rounds, with the lowest and the highest. Contenders take turns within a round, so that a ratio
compares neighbours in time. *Reached* and *missed* are judged on the median.

- machine: ${os.cpus().length} cores (${os.cpus()[0]?.model}), ${Math.round(os.totalmem() / 2 ** 30)} GB of memory, ${os.type()}
- versions: node ${process.versions.node}, ${versions().join(', ')}
- PostgreSQL: ${settings}
- rows: ${counts}
- loaded in ${loadSeconds} s
- what saturated: ${SATURATED}
`;
  await writeFile(PAGE, page);
}

async function rowOf(adminUrl: string, names: readonly string[], columnOf: (name: string) => string): Promise<string> {
  const columns = names.map((name) => `${columnOf(name)} as ${name}`);
  const { rows } = await onServer(adminUrl, (client) => client.query(`select ${columns.join(', ')}`));
  return names.map((name) => `${name} ${rows[0][name]}`).join(', ');
}

/** As installed; one that is not there is left out. */
function versions(): string[] {
  const places = createRequire(path.join(ROOT, 'api/package.json')).resolve.paths('pg') ?? [];
  return PACKAGES.flatMap((name) => {
    for (const place of [path.join(ROOT, 'bench/node_modules'), path.join(ROOT, PEER), ...places])
      try {
        const { version } = JSON.parse(readFileSync(path.join(place, name, 'package.json'), 'utf8'));
        return [`${name} ${version}`];
      } catch {}
    return [];
  });
}
