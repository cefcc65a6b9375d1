import { expect, test } from '@jest/globals';
import type { Attached } from './draft.ts';
import { progressOf } from './progress.ts';

const photo = (clientId: string, isStored?: true): Attached => ({
  ...{ clientId, kind: 'PHOTO', sha256: 'aa', size: 100, name: null, seconds: null },
  ...(isStored && { isStored }),
});
const way = (clientId: string, sent: number, state: 'HERE' | 'ARRIVED' = 'HERE') => ({ clientId, sent, state });

test('how far attachments are is told by number and by bytes', () => {
  const three = [photo('a'), photo('b'), photo('c')];
  expect(progressOf(three, [way('a', 100, 'ARRIVED'), way('b', 50), way('c', 0)])).toEqual({
    arrived: 1,
    all: 3,
    percent: 50,
  });
  expect(progressOf(three, [])).toEqual({ arrived: 0, all: 3, percent: 0 });
});

test('what is sent and not confirmed is never all of it', () => {
  expect(progressOf([photo('a')], [way('a', 100)])).toEqual({ arrived: 0, all: 1, percent: 99 });
  expect(progressOf([photo('a')], [way('a', 100, 'ARRIVED')])).toEqual({ arrived: 1, all: 1, percent: 100 });
  expect(progressOf([photo('a', true)], [])).toMatchObject({ arrived: 1, percent: 100 });
});
