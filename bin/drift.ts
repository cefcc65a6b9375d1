import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './environment.ts';

/** What is committed as the compiled api prints it: the file, and the module with the function that prints it. */
const PRINTS = [
  ['schema/schema.graphql', 'print-contract.js', 'printContract'],
  ['db/sql/policies.generated.sql', 'print-policies.js', 'printPolicies'],
] as const;

/** Fails where a committed print is not what the compiled api prints; "npm run emit -w api" writes both anew. */
for (const [file, module, print] of PRINTS) {
  const built = pathToFileURL(path.join(ROOT, 'api', 'dist', module)).href;
  compare(file, await readFile(path.join(ROOT, file), 'utf8'), (await import(built))[print]());
}

function compare(file: string, committedText: string, printedText: string): void {
  const committed = committedText.split('\n');
  const printed = printedText.split('\n');
  const at = printed.findIndex((line, i) => line !== committed[i]);
  if (at < 0 && committed.length === printed.length) return;
  const line = at >= 0 ? at : printed.length;
  console.error(`${file} differs from the api at line ${line + 1}; "npm run emit -w api" writes it anew`);
  console.error(`  committed: ${committed[line] ?? '(nothing)'}`);
  console.error(`  api:       ${printed[line] ?? '(nothing)'}`);
  process.exitCode = 1;
}
