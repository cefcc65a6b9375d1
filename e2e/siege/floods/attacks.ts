import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Attack } from './attack.ts';

const FOLDER = path.join(import.meta.dirname, 'attacks');

/** All attacks there are, by the file that holds their kind. */
export async function kindsOfAttacks(): Promise<Record<string, Attack[]>> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.ts')).sort();
  const kinds = files.map(async (file) => {
    const { attacks } = (await import(path.join(FOLDER, file))) as { attacks: Attack[] };
    return [path.basename(file, '.ts'), attacks] as const;
  });
  return Object.fromEntries(await Promise.all(kinds));
}
