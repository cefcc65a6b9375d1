import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { paced } from './pace.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const counted = () => {
  const acts: number[] = [];
  return { acts, pace: paced(() => acts.push(Date.now()), 300, 1_000) };
};

test('one change is acted on after the wait', async () => {
  const { acts, pace } = counted();
  pace.soon();
  await jest.advanceTimersByTimeAsync(299);
  expect(acts).toHaveLength(0);
  await jest.advanceTimersByTimeAsync(1);
  expect(acts).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(acts).toHaveLength(1);
});

test('a stream of changes does not put the first act off, and costs one act a pause', async () => {
  const { acts, pace } = counted();
  for (let sent = 0; sent < 500; sent++) {
    pace.soon();
    await jest.advanceTimersByTimeAsync(10);
  }
  expect(acts.length).toBeGreaterThanOrEqual(4);
  expect(acts.length).toBeLessThanOrEqual(6);
});

test('a change during an act or its pause is acted on after it', async () => {
  const { acts, pace } = counted();
  pace.soon();
  await jest.advanceTimersByTimeAsync(301);
  pace.soon();
  await jest.advanceTimersByTimeAsync(998);
  expect(acts).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(2);
  expect(acts).toHaveLength(2);
});

test('two acts never run at once, and a failed one does not end the following', async () => {
  let running = 0;
  let most = 0;
  let acts = 0;
  const slow = async () => {
    acts++;
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    running--;
    throw new Error('no line');
  };
  const pace = paced(slow, 0, 0);
  for (let sent = 0; sent < 100; sent++) {
    pace.soon();
    await jest.advanceTimersByTimeAsync(100);
  }
  await jest.advanceTimersByTimeAsync(20_000);
  expect(most).toBe(1);
  expect(acts).toBe(3);
});

test('nothing is done after the end', async () => {
  const { acts, pace } = counted();
  pace.soon();
  pace.stop();
  pace.soon();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(acts).toHaveLength(0);
});
