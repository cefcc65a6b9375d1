import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { atDatabase, ensureDatabase, onServer } from '@lxq/db/database.ts';
import { migrateDatabase } from '@lxq/db/migrate.ts';
import { fill } from './fill.ts';
import type { CountyShape } from './shapes.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Whatever decides what stands in the tables. */
const SOURCES = [
  'db/{migrations,demo}/**/*.ts',
  'db/terms.ts',
  'db/sql/*.sql',
  'bench/data/*.ts',
  'schema/**/search-tokens.ts',
];

interface Stamp {
  stamp: string;
  /** How long the load took that made it, whenever that was. */
  seconds: number;
}

/** The database of this name with these counties: as it was left, or made anew where its stamp is another. */
export async function filledDatabase(
  server: string,
  name: string,
  shapes: readonly CountyShape[],
  say: (line: string) => void,
): Promise<Stamp> {
  const adminUrl = atDatabase(server, name);
  const stamp = stampOf(shapes);
  const found = await stampIn(server, name);
  if (found?.stamp === stamp) return found;
  const reports = shapes.reduce((sum, shape) => sum + shape.reports, 0);
  say(`Filling ${name}: ${shapes.length} counties, ${reports.toLocaleString('en')} reports ...`);
  const begun = performance.now();
  await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  await ensureDatabase(adminUrl);
  await migrateDatabase(adminUrl);
  await fill(adminUrl, shapes, say);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const note: Stamp = { stamp, seconds };
  await onServer(adminUrl, (client) => client.query(`comment on database ${name} is '${JSON.stringify(note)}'`));
  say(`  done in ${seconds} s`);
  return note;
}

async function stampIn(server: string, name: string): Promise<Stamp | null> {
  const { rows } = await onServer(server, (client) =>
    client.query(`select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`, [name]),
  );
  return rows[0]?.note ? JSON.parse(rows[0].note) : null;
}

/** Differs when the tables, the functions, the generators or the size do. */
function stampOf(size: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(size));
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => !file.includes('.test.'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}
