import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { EXAMPLES } from './examples.ts';

const schema = buildSchema(readFileSync(fileURLToPath(import.meta.resolve('@lxq/schema/schema.graphql')), 'utf8'));

test('every example of the explorer is a query of the contract', () => {
  for (const text of EXAMPLES) expect([text, validate(schema, parse(text))]).toEqual([text, []]);
  expect(EXAMPLES.length).toBeGreaterThan(3);
});
