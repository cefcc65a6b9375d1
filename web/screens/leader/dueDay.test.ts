import { expect, test } from '@jest/globals';
import { dayLabel, defaultDueDay, isDueProvisional, today, workDaysBetween } from './dueDay.ts';

test('an instruction written on a work day is due a week later', () => {
  expect(defaultDueDay('2026-11-23')).toBe('2026-11-30');
});

test('a due day that falls on a weekend moves to the Monday', () => {
  expect(defaultDueDay('2026-11-21')).toBe('2026-11-30');
});

test('a due day within the National Day holiday moves past it', () => {
  expect(defaultDueDay('2026-09-25')).toBe('2026-10-08');
});

test('a weekend that is worked in exchange for a holiday counts as a work day', () => {
  // Saturday 10 October 2026 is worked for the National Day week.
  expect(workDaysBetween('2026-10-09', '2026-10-11')).toBe(1);
});

test('the week from Monday to Monday holds five work days, and the way back counts as overdue', () => {
  expect(workDaysBetween('2026-11-23', '2026-11-30')).toBe(5);
  expect(workDaysBetween('2026-11-30', '2026-11-23')).toBe(-5);
});

test('late at night in another zone it is already tomorrow in Shanghai', () => {
  expect(today(Date.parse('2026-11-22T16:30:00Z'))).toBe('2026-11-23');
});

test('a day is named with its weekday', () => {
  expect(dayLabel('2026-11-30', 'zh-CN')).toBe('11月30日 周一');
  expect(dayLabel('2026-11-30', 'en')).toMatch(/Mon/);
});

test('1 January and the other fixed holidays are no work days in a year that is not published, and its days are provisional', () => {
  const year = Number(today().slice(0, 4)) + 2;
  expect(isDueProvisional(`${year}-03-01`)).toBe(true);
  expect(isDueProvisional(`${Number(today().slice(0, 4)) - 1}-06-01`)).toBe(false);
  expect(workDaysBetween('2031-12-31', '2032-01-02')).toBe(1);
});
