import { afterEach, expect, test } from '@jest/globals';
import { clock } from './clock.ts';
import { countyNow, noteCountyTime } from './county-clock.ts';
import { clockOrDay } from './time.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 30, 4);
const dated = (at: number) => new Date(at).toUTCString();
afterEach(() => noteCountyTime(dated(NOON), NOON));

test.each([2 * DAY, -2 * DAY])('a phone whose clock is %i ms wrong knows the county’s', (wrong) => {
  noteCountyTime(dated(NOON), NOON + wrong);
  expect(countyNow(NOON + wrong)).toBe(NOON);
  expect(countyNow(NOON + wrong + 8 * DAY)).toBe(NOON + 8 * DAY);
});

test('a clock that was put right is heard of with the next answer', () => {
  noteCountyTime(dated(NOON), NOON + 2 * DAY);
  noteCountyTime(dated(NOON + DAY), NOON + DAY + 20_000);
  expect(countyNow(NOON + DAY)).toBe(NOON + DAY);
});

test('a slow answer, or one without a date, says nothing of the clock', () => {
  noteCountyTime(dated(NOON), NOON + 90_000);
  noteCountyTime(null, NOON);
  expect(countyNow(NOON)).toBe(NOON);
});

test('times on screens are told by it: what the county got an hour ago is no news of tomorrow', () => {
  noteCountyTime(dated(Date.now() - 2 * DAY));
  const stop = clock.listen(() => undefined);
  expect(Math.abs(clock.now() - (Date.now() - 2 * DAY))).toBeLessThan(2_000);
  stop();
  expect(clockOrDay(new Date(Date.now() - 2 * DAY).toISOString())).toMatch(/^\d\d:\d\d$/);
});
