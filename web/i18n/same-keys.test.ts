import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const WEB = path.dirname(import.meta.dirname);
const families = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.zh.ts') && !file.includes('node_modules'))
  .map((file) => file.replace('.zh.ts', ''));

type Words = { [key: string]: string | Words };

const wordsOf = async (family: string, language: string): Promise<Words> =>
  (await import(path.join(WEB, `${family}.${language}.ts`))).default;

/** "a.b" → the placeholders its words use, in order of the alphabet. */
function leaves(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, placeholders(value)]] : leaves(value, `${prefix}${key}.`),
  );
}
const placeholders = (text: string) =>
  [...text.matchAll(/{{\s*(\w+)/g)]
    .map(([, name]) => name)
    .sort()
    .join();
const emptyOnes = (words: Words) => JSON.stringify(words).match(/"[^"]+":""/g) ?? [];

test.each(families)('%s has the same keys and placeholders in Chinese and English, none empty', async (family) => {
  const [zh, en] = [await wordsOf(family, 'zh'), await wordsOf(family, 'en')];
  expect(Object.fromEntries(leaves(en))).toEqual(Object.fromEntries(leaves(zh)));
  expect([...emptyOnes(zh), ...emptyOnes(en)]).toEqual([]);
});

test.each(families)('%s prints every count in groups of three digits', async (family) => {
  for (const language of ['zh', 'en'])
    expect(JSON.stringify(await wordsOf(family, language))).not.toContain('{{count}}');
});

test.each(families)('%s is Chinese in its Chinese file', async (family) => {
  expect(JSON.stringify(await wordsOf(family, 'zh'))).toMatch(/\p{Script=Han}/u);
});
