import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const FOLDER = path.join(path.dirname(import.meta.dirname), 'docs/decisions');
const index = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');

test('every decision has its row in the index, under its own title', () => {
  const records = readdirSync(FOLDER).filter((file) => /^\d{4}-/.test(file));
  expect(records.length).toBeGreaterThan(25);
  const rows = records.map((file) => {
    const [heading = ''] = readFileSync(path.join(FOLDER, file), 'utf8').split('\n');
    return `| [${file.slice(0, 4)}](${file}) | ${heading.replace(/^# \d{4}( ·)? /, '')} |`;
  });
  expect(rows.filter((row) => !index.includes(row))).toEqual([]);
});
