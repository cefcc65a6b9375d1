import { expect, test } from '@jest/globals';
import { validate, version } from 'uuid';
import { newId } from './ids.ts';

test('the ids of a process are of version 7, ascend, and no two share their random bytes', () => {
  const ids = Array.from({ length: 2_000 }, newId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids.map((id) => id.slice(-10))).size).toBe(ids.length);
});
