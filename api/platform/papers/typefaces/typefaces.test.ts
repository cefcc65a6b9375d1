import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { printableCharacters, unprintableIn } from './coverage.ts';
import { charactersOf } from './sfnt.cmap.ts';
import { typefacesIn } from './typefaces.ts';

let cache: string;
let folders: string[];
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'typefaces-'));
  folders = await Promise.all([typefacesIn(cache), typefacesIn(cache)]);
}, 180_000);
afterAll(() => rm(cache, { recursive: true }));

test('two who need the fonts at once get the same complete folder, and nothing half made is left', async () => {
  expect(folders[0]).toBe(folders[1]);
  expect(await readdir(cache)).toHaveLength(1);
  expect((await readdir(folders[0] ?? '')).sort()).toEqual([
    'Lianxin-Emoji-400.ttf',
    'Lianxin-Hei-600.ttf',
    'Lianxin-Rare-HK-400.ttf',
    'Lianxin-Rare-JP-400.ttf',
    'Lianxin-Song-400.ttf',
    'Lianxin-Song-700.ttf',
  ]);
});

test('fonts once made are not made again', async () => {
  const madeAt = async () => (await stat(join(folders[0] ?? '', 'Lianxin-Song-400.ttf'))).mtimeMs;
  const before = await madeAt();
  expect(await typefacesIn(cache)).toBe(folders[0]);
  expect(await madeAt()).toBe(before);
});

test.each(['Lianxin-Song-400.ttf', 'Lianxin-Song-700.ttf'])(
  '%s has every character of GB 2312 and 20,000 Han',
  async (file) => {
    const characters = charactersOf(await readFile(join(folders[0] ?? '', file)));
    expect(gb2312().filter((character) => !characters.has(character.codePointAt(0) ?? 0))).toEqual([]);
    expect([...characters].filter((code) => code >= 0x4e00 && code <= 0x9fff).length).toBeGreaterThan(20_000);
  },
);

/** Rows 1 to 9 (signs) and 16 to 87 (levels 1 and 2). */
function gb2312(): string[] {
  const decoder = new TextDecoder('gb2312');
  const rows = Array.from({ length: 87 }, (_, i) => i + 1).filter((row) => row === 1 || row === 3 || row >= 16);
  const cells = rows.flatMap((row) =>
    Array.from({ length: 94 }, (_, i) => decoder.decode(Uint8Array.of(0xa0 + row, 0xa1 + i))),
  );
  return cells.filter((cell) => [...cell].length === 1 && !/[\uFFFD\uE000-\uF8FF\u3000]/u.test(cell));
}

test('what the check takes for printable is exactly what the fonts have (else: npm run emit:coverage -w api)', async () => {
  const had = new Set<number>();
  for (const file of await readdir(folders[0] ?? ''))
    for (const character of charactersOf(await readFile(join(folders[0] ?? '', file)))) had.add(character);
  expect(printableCharacters()).toEqual(had);
});

test('emoji, signs, and Han of mainland, Hong Kong and Japanese lists can be printed; what nobody sees needs no glyph', () => {
  expect(unprintableIn('😀👍🏽👨‍👩‍👧1️⃣ ①Ⅲ㎡℃—…·㈠ 䶮㛃𬱖𡋾𠮷 Đặng é\u200b\u00ad\u{e0100}\n')).toEqual([]);
  expect(unprintableIn('𪚥𪚥水\ue000ก')).toEqual(['𪚥', '\ue000', 'ก']);
});
