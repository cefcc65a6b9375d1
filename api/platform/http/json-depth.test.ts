import { expect, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { isTooDeep } from './json-depth.ts';

const nested = (levels: number, [open, close] = ['[', ']']) => open.repeat(levels) + close.repeat(levels);

test('as many levels as are allowed pass, one more does not', () => {
  expect(isTooDeep(nested(SERVER_LIMITS.jsonDepth))).toBe(false);
  expect(isTooDeep(nested(SERVER_LIMITS.jsonDepth + 1))).toBe(true);
  expect(isTooDeep(nested(SERVER_LIMITS.jsonDepth + 1, ['{"a":', '}']))).toBe(true);
});

test('brackets side by side, and brackets within a text, are no levels', () => {
  expect(isTooDeep(`[${Array.from({ length: 500 }, () => '[{}]').join()}]`)).toBe(false);
  expect(isTooDeep(JSON.stringify({ text: '[{'.repeat(500), quoted: '\\"[['.repeat(500) }))).toBe(false);
});

test('a text that ends in an escaped quote hides no level behind it', () => {
  expect(isTooDeep(`["\\\\",${nested(SERVER_LIMITS.jsonDepth)}]`)).toBe(true);
  expect(isTooDeep(`["\\"",${nested(SERVER_LIMITS.jsonDepth)}]`)).toBe(true);
});
