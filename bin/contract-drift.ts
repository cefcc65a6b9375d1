import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './environment.ts';

/** Fails where the committed contract is not what the compiled api prints; "npm run emit -w api" writes it anew. */
const built = pathToFileURL(path.join(ROOT, 'api', 'dist', 'print-contract.js')).href;
const { printContract } = (await import(built)) as { printContract(): string };
const committed = (await readFile(path.join(ROOT, 'schema', 'schema.graphql'), 'utf8')).split('\n');
const printed = printContract().split('\n');
const at = printed.findIndex((line, i) => line !== committed[i]);
if (at >= 0 || committed.length !== printed.length) {
  const line = at >= 0 ? at : printed.length;
  console.error(`schema/schema.graphql differs from the api at line ${line + 1}; "npm run emit -w api" writes it anew`);
  console.error(`  committed: ${committed[line] ?? '(nothing)'}`);
  console.error(`  api:       ${printed[line] ?? '(nothing)'}`);
  process.exitCode = 1;
}
