import { readdirSync } from 'node:fs';
import path from 'node:path';

const API = path.dirname(import.meta.dirname);

/** What nouns say of themselves for the tests that hold all of them, by that name in the `….testing.ts` of their folders. */
export async function saidBy<Said>(name: string): Promise<[file: string, Said][]> {
  const folders = readdirSync(API, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name: noun }) => testingOf(noun).map((file) => `${noun}/${file}`));
  const modules = await Promise.all(files.map((file) => import(`../${file}`)));
  return modules.flatMap((module, at) => (name in module ? [[files[at] as string, module[name] as Said]] : []));
}
const testingOf = (noun: string) => readdirSync(path.join(API, noun)).filter((file) => file.endsWith('.testing.ts'));
