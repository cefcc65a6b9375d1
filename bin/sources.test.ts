import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.dirname(import.meta.dirname);
const CITED = /\bR\d{1,3}\b|\bArt\. ?\d+/g;
const TEXTS = ['*.ts', '*.tsx', '*.sql', '*.md', '*.graphql'];

const cited = (text: string) => (text.match(CITED) ?? []).map((number) => number.replace(/Art\. ?/, 'Art. '));

test('every row and article that the repository cites is explained in docs/sources.md', () => {
  const explained = new Set(cited(readFileSync(path.join(ROOT, 'docs/sources.md'), 'utf8')));
  const files = execFileSync('git', ['ls-files', ...TEXTS], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n');
  const missing = files.flatMap((file) =>
    cited(readFileSync(path.join(ROOT, file), 'utf8'))
      .filter((number) => !explained.has(number))
      .map((number) => `${file}: ${number}`),
  );
  expect(missing).toEqual([]);
});
