import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { charactersOf } from './sfnt.cmap.ts';
import { typefacesIn } from './typefaces.ts';

/** Writes coverage.generated.ts anew; needed when typefaces.ts names other fonts: npm run emit:coverage -w api. */
const folder = await typefacesIn(join(tmpdir(), 'lianxinqiao'));
const characters = new Set<number>();
for (const file of await readdir(folder))
  for (const character of charactersOf(await readFile(join(folder, file)))) characters.add(character);

const runs: [number, number][] = [];
for (const character of [...characters].sort((a, b) => a - b)) {
  const last = runs.at(-1);
  if (last && last[1] + 1 === character) last[1] = character;
  else runs.push([character, character]);
}
/** Gap to the run before and length, in base 36: 30,000 characters in some kilobytes. */
const written = runs.map(([from, to], i) => [from - (runs[i - 1]?.[1] ?? 0), to - from].map((n) => n.toString(36)));
const lines = (
  written
    .map(([gap, more]) => (more === '0' ? gap : `${gap}.${more}`))
    .join(' ')
    .match(/.{1,110}(?: |$)/g) ?? []
)
  .map((line) => `  ${line.trimEnd()}`)
  .join('\n');
await writeFile(
  new URL('./coverage.generated.ts', import.meta.url),
  `/** What the typefaces of typefaces.ts can print: runs as gap.length in base 36. Written by coverage.emit.ts. */\nexport const COVERAGE = \`\n${lines}\n\`;\n`,
);
