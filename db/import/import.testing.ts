import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onServer } from '../database.ts';
import { type Finding, ImportRefused } from './finding.ts';
import { type ImportJob, type ImportOutcome, prepareImport, runImport } from './import.ts';

export const REAL_FILE = new URL('./data/divisions-371723.csv', import.meta.url).pathname;

/** Lines end in \\n here; in the file itself as Windows ends them. */
export const realText = async () => (await readFile(REAL_FILE, 'utf8')).replaceAll('\r\n', '\n');

/** A folder for the files of one test file. */
export async function makeFolder(): Promise<{
  write(name: string, content: string | Uint8Array): Promise<string>;
  path: string;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianxinqiao-import-'));
  return {
    path: folder,
    remove: () => rm(folder, { recursive: true }),
    async write(name, content) {
      await writeFile(path.join(folder, name), content);
      return path.join(folder, name);
    },
  };
}

/** The whole command without its words: read, check, write. */
export async function importFile(adminUrl: string, job: ImportJob): Promise<ImportOutcome> {
  return runImport(await prepareImport(job), adminUrl);
}

/** The findings of an import that is refused; an import that goes through fails the test. */
export async function refusalOf(adminUrl: string, job: ImportJob): Promise<Finding[]> {
  try {
    await importFile(adminUrl, job);
  } catch (error) {
    if (error instanceof ImportRefused) return error.findings.errors;
    throw error;
  }
  throw new Error('the import was not refused');
}

export function rowsOf<R extends object>(adminUrl: string, text: string, values?: unknown[]): Promise<R[]> {
  return onServer(adminUrl, async (client) => (await client.query(text, values)).rows);
}

/** The tables of the network. */
export const TABLES = [
  'county',
  'place',
  'unit',
  'person',
  'post',
  'login',
  'area',
  'term',
  'portfolio',
  'portfolio_topic',
  'event_counter',
];

/** How many rows each table of the network holds, to see that nothing has been written. */
export async function countsOf(adminUrl: string): Promise<Record<string, number>> {
  const [row] = await rowsOf<Record<string, string>>(
    adminUrl,
    `select ${TABLES.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([table, count]) => [table, Number(count)]));
}

/** Node writes no GBK: turned round from what it reads. */
export function gbk(text: string): Uint8Array {
  const bytesOf = new Map<string, number[]>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from(
    [...text].flatMap((character) =>
      character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : (bytesOf.get(character) ?? []),
    ),
  );
}
