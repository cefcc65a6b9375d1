import { expect, test } from '@jest/globals';
import type { ReactElement } from 'react';
import { lazily } from './lazily.ts';

const Screen = (): ReactElement | null => null;

test('a screen is fetched once, however many ask while it is on its way', async () => {
  let loads = 0;
  const { fetch } = lazily(async () => {
    loads++;
    return Screen;
  });
  await Promise.all([fetch(), fetch()]);
  expect((await fetch()).default).toBe(Screen);
  expect(loads).toBe(1);
});

test('a screen that could not be fetched is fetched again', async () => {
  let loads = 0;
  const { fetch } = lazily(async () => {
    if (++loads === 1) throw new TypeError('no line');
    return Screen;
  });
  await expect(fetch()).rejects.toThrow('no line');
  expect((await fetch()).default).toBe(Screen);
});
