import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { printContract } from './print-contract.ts';

test('the committed contract is what the code makes (npm run emit -w api)', () => {
  expect(printContract()).toBe(readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));
});
