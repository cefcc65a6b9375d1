import { expect, test } from '@jest/globals';
import { lasting, weighing } from './sizes.ts';

test('sizes and times are said as phones say them', () => {
  expect([1, 307_200, 1_468_006].map(weighing)).toEqual(['1 kB', '300 kB', '1.4 MB']);
  expect([0, 65, 120].map(lasting)).toEqual(['0:00', '1:05', '2:00']);
});
