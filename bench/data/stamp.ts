import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Whatever decides what stands in the tables. */
const SOURCES = ['db/migrations', 'db/sql', 'db/demo/matters', 'bench/data', 'schema/search/search-tokens.ts'];

/** Differs when the tables, the functions, the generator or the size do. */
export function stampOf(size: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(size));
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

function filesOf(source: string): string[] {
  if (/\.\w+$/.test(source)) return [source];
  return readdirSync(path.join(ROOT, source))
    .filter((name) => /\.(ts|sql)$/.test(name) && !name.includes('.test.'))
    .sort()
    .map((name) => `${source}/${name}`);
}
