import { expect, test } from '@jest/globals';
import {
  addDays,
  calendarDay,
  confirmedThrough,
  dayOf,
  endOf,
  isProvisional,
  isWorkDay,
  tenDays,
  workDay,
  workDaysLeft,
} from './calendar.ts';

const nationalDay = new Map([
  ['2026-10-01', false],
  ['2026-10-02', false],
  ['2026-10-05', false],
  ['2026-10-06', false],
  ['2026-10-07', false],
  ['2026-10-10', true],
]);

test('one work day after a Friday is the Monday', () => expect(workDay('2026-03-06', 1, new Map())).toBe('2026-03-09'));
test('holidays are skipped and a weekend worked in exchange counts', () => {
  expect(workDay('2026-09-30', 1, nationalDay)).toBe('2026-10-08');
  expect(workDay('2026-10-09', 1, nationalDay)).toBe('2026-10-10');
});
test('a calendar deadline on a day off rolls to the next work day', () => {
  expect(calendarDay('2026-03-05', 2, new Map())).toBe('2026-03-09');
});
test('work days left count down to zero on the due day and go below it afterwards', () => {
  expect(workDaysLeft('2026-03-06', '2026-03-09', new Map())).toBe(1);
  expect(workDaysLeft('2026-03-09', '2026-03-09', new Map())).toBe(0);
  expect(workDaysLeft('2026-03-08', '2026-03-06', new Map())).toBe(-1);
  expect(workDaysLeft('2026-03-11', '2026-03-09', new Map())).toBe(-2);
});
test('work days left are what counting day by day finds, over weeks, holidays and weekends worked', () => {
  const byDay = (from: string, to: string) => {
    let count = 0;
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkDay(at, nationalDay)) count++;
    return count;
  };
  for (const from of ['2026-09-20', '2026-09-30', '2026-10-05', '2026-10-10'])
    for (let n = 1; n < 40; n++) {
      const to = addDays(from, n);
      expect([from, to, workDaysLeft(from, to, nationalDay)]).toEqual([from, to, byDay(from, to)]);
      expect(workDaysLeft(to, from, nationalDay)).toBe(Math.min(-1, -byDay(from, to)));
    }
});
test('work days left of three centuries are counted in whole weeks', () => {
  const before = performance.now();
  for (let i = 0; i < 1_000; i++) expect(workDaysLeft('1900-01-01', '2199-12-31', new Map()) > 76_000).toBe(true);
  expect(performance.now() - before).toBeLessThan(5_000); // day by day it is a hundred million days
});
test('a day in Shanghai begins eight hours before it does in Greenwich', () => {
  expect(dayOf(new Date('2026-03-09T16:00:00Z'))).toBe('2026-03-10');
  expect(endOf('2026-03-10').toISOString()).toBe('2026-03-10T16:00:00.000Z');
});
test('ten-day periods are contiguous through a leap year', () => {
  for (let day = '2028-01-01', last = '2027-12-31'; day < '2029-01-01'; day = addDays(last, 1)) {
    const { from, to } = tenDays(day);
    expect(from).toBe(addDays(last, 1));
    expect(tenDays(to)).toEqual({ from, to });
    last = to;
  }
  expect(tenDays('2028-02-29')).toEqual({ from: '2028-02-21', to: '2028-02-29' });
});

test('holidays with a day of their own are no work days in years whose holidays are not published', () => {
  for (const year of [2027, 2028, 2029, 2030, 2031, 2040])
    for (const day of ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
      expect([year, day, isWorkDay(`${year}-${day}`, nationalDay)]).toEqual([year, day, false]);
  expect(isWorkDay('2030-05-03', nationalDay)).toBe(true);
  expect(workDay('2030-12-31', 1, new Map())).toBe('2031-01-02');
  expect(calendarDay('2029-12-25', 7, new Map())).toBe('2030-01-02');
  expect(workDaysLeft('2030-12-31', '2031-01-02', new Map())).toBe(1);
  expect(workDaysLeft('2029-09-28', '2029-10-08', new Map())).toBe(3);
});

test('a day that the calendar speaks of is what the calendar says, fixed holiday or not', () => {
  expect(isWorkDay('2030-01-01', new Map([['2030-01-01', true]]))).toBe(true);
  expect(workDaysLeft('2029-12-31', '2030-01-02', new Map([['2030-01-01', true]]))).toBe(2);
});

test('holidays are confirmed to the end of the last year whose National Days are known; single days confirm nothing', () => {
  expect(confirmedThrough(nationalDay)).toBe('2026-12-31');
  expect(confirmedThrough(new Map([...nationalDay, ['2027-02-08', false]]))).toBe('2026-12-31');
  expect(confirmedThrough(new Map())).toBeNull();
  expect(isProvisional('2026-12-31', nationalDay)).toBe(false);
  expect(isProvisional('2027-01-04', nationalDay)).toBe(true);
  expect(isProvisional('2026-10-08', new Map())).toBe(true);
  const later = ['2028-10-02', '2028-10-03'].map((day): [string, boolean] => [day, false]);
  const withGap = new Map([...nationalDay, ...later]);
  expect(['2026-05-08', '2027-05-10', '2028-05-10'].map((day) => isProvisional(day, withGap))).toEqual([
    false,
    true,
    false,
  ]);
});
