import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importCommand } from './command.ts';
import type { KindName } from './kinds.ts';
import { startCounty } from './network.testing.ts';
import { writeTemplate } from './template.ts';

let county: Awaited<ReturnType<typeof startCounty>>;

beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.stop());

test.each<[KindName, boolean]>([
  ['divisions', false],
  ['divisions', true],
  ['people', false],
  ['people', true],
  ['units', false],
  ['units', true],
  ['posts', false],
  ['posts', true],
  ['portfolios', false],
  ['portfolios', true],
  ['calendar', false],
  ['calendar', true],
])('a template for %s (XLSX: %s) can be filled in as it is; its example is skipped', async (kind, isXlsx) => {
  const file = county.place(isXlsx ? '.xlsx' : '.csv');
  await writeTemplate(kind, file, isXlsx);
  const told: string[] = [];
  const host = {
    openDatabase: async () => ({ adminUrl: county.url, close: async () => {} }),
    folder: county.folder.path,
    isInteractive: false,
    print: (text: string) => void told.push(text),
  };
  const code = await importCommand([kind, file, '--dry-run'], host);
  expect(told.join('\n')).toMatch(/EXAMPLE_SKIPPED/);
  expect(code).toBe(kind === 'divisions' ? 1 : 0); // a divisions file without its county is none
  await expect(writeTemplate(kind, file, isXlsx)).rejects.toThrow('EEXIST');
});
