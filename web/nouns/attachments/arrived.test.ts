import { expect, test } from '@jest/globals';
import { arrivedOf } from './arrived.ts';

test('each kind is counted by itself, and what was refused has not come', () => {
  const photo = { kind: 'PHOTO', state: 'ARRIVED' } as const;
  const all = [photo, photo, { kind: 'PHOTO', state: 'AWAITED' }, { kind: 'FILE', state: 'REFUSED' }] as const;
  expect(arrivedOf(all)).toEqual([
    { kind: 'PHOTO', count: 3, arrived: 2 },
    { kind: 'FILE', count: 1, arrived: 0 },
  ]);
  expect(arrivedOf([])).toEqual([]);
});
