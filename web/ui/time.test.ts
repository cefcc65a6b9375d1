import { expect, test } from '@jest/globals';
import { clockOrDay, relativeTime, shanghaiTime } from './time.ts';

const NOW = Date.parse('2026-03-07T06:00:00Z'); // 14:00 in Shanghai

test('times are shown in Shanghai wherever the device is', () => {
  expect(shanghaiTime('2026-03-06T16:30:00Z')).toBe('2026-03-07 00:30');
});

test.each([
  ['2026-03-07T05:59:40Z', 'time.now', 0],
  ['2026-03-07T05:57:00Z', 'time.minutes', 3],
  ['2026-03-06T16:30:00Z', 'time.hours', 13],
  ['2026-03-06T15:30:00Z', 'time.yesterday', 1],
  ['2026-03-02T06:00:00Z', 'time.days', 5],
])('%s is told as %s', (at, key, count) => {
  expect(relativeTime(at, NOW)).toMatchObject({ key, values: { count } });
});

test('what is older than six days, or still to come, is told by its date', () => {
  expect(relativeTime('2026-02-07T06:00:00Z', NOW).text).toBe('02-07 14:00');
  expect(relativeTime('2025-12-31T06:00:00Z', NOW).text).toBe('2025-12-31');
  expect(relativeTime('2026-03-09T06:00:00Z', NOW).text).toBe('03-09 14:00');
});

test('a clock alone is today’s; of another day the day stands before it', () => {
  expect(clockOrDay('2026-03-06T16:30:00Z', NOW)).toBe('00:30');
  expect(clockOrDay('2026-03-06T15:30:00Z', NOW)).toBe('03-06 23:30');
});
