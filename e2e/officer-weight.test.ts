import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';

/** Held by the build's own list of what imports what, so that no screen can be forgotten. */

interface Piece {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}
const DIST = path.join(import.meta.dirname, '..', 'web', 'dist');
const pieces = JSON.parse(readFileSync(path.join(DIST, 'pieces.json'), 'utf8')) as Record<string, Piece>;

/** What the app knows the way to, and an officer never goes: desks, other phones' screens, words of those and of the other language. */
const ELSEWHERE =
  /^(app\/DeskLayout|nouns\/alerts\/|screens\/(?!officer|sign-in|welcome)[a-z-]+\/routes|.*\/(?!officer|contacts|welcome|attachments)\w+\.zh\.ts|.*\.en\.ts)/;

/** Everything that is fetched to open an officer's screens and to use them. */
function officersPieces(): string[] {
  const found = new Set<string>();
  const waiting = ['index.html'];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const piece = pieces[name];
    if (!piece) throw new Error(`${name} is in no piece of the build`);
    if (found.has(piece.file) || ELSEWHERE.test(name)) continue;
    found.add(piece.file);
    waiting.push(...(piece.imports ?? []), ...(piece.dynamicImports ?? []));
  }
  return [...found].filter((file) => file.endsWith('.js'));
}

/** As a browser without Brotli gets it; what is not worth compressing goes as it is. */
async function kB(file: string): Promise<number> {
  const place = path.join(DIST, file);
  const { size } = await stat(`${place}.gz`).catch(() => stat(place));
  return size / 1000;
}

const LISTED = readFileSync(path.join(DIST, 'sw.js'), 'utf8');

test('the JavaScript of the officer’s screens, all that is fetched to open and use them, is at most 330 kB gzip', async () => {
  const weights = await Promise.all(officersPieces().map(async (file) => ({ file, kB: await kB(file) })));
  const total = weights.reduce((sum, { kB: each }) => sum + each, 0);
  const heaviest = weights.toSorted((one, other) => other.kB - one.kB).slice(0, 12);
  console.info(`officer: ${total.toFixed(1)} kB in ${weights.length} files`, heaviest);
  expect(weights.length).toBeGreaterThan(15);
  expect(total).toBeLessThanOrEqual(330);
});

test('all of it opens without a signal, because the service worker keeps it', () => {
  expect(officersPieces().filter((file) => !LISTED.includes(`"${file}"`))).toEqual([]);
});
