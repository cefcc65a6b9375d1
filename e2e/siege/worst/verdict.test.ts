import { expect, test } from '@jest/globals';
import { GOAL, wrongDear } from './verdict.ts';

test('the dearest query may reach each bound and pass none; a search that found nothing, or no figure, has not held', () => {
  expect(wrongDear([GOAL])).toEqual([]);
  expect(wrongDear([GOAL, { ...GOAL, milliseconds: 301 }])).toEqual(['301 milliseconds, at most 300 is right']);
  expect(wrongDear([{ ...GOAL, rows: 1_000_001, buffers: 500_001 }])).toEqual([
    '1000001 rows, at most 1000000 is right',
    '500001 buffers, at most 500000 is right',
  ]);
  expect(wrongDear([{ ...GOAL, rows: Number.NaN }])).toHaveLength(1);
  expect(wrongDear([])).toEqual(['nothing was admitted']);
});
