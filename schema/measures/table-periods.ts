import { addDays, type Days, monthOf, tenDays } from '../calendar.ts';
import type { TableComparison, TimeDimension } from './table-words.ts';

/** By how much the days of a comparison lie before those that are asked about. */
export interface Shift {
  unit: 'DAYS' | 'TEN_DAYS' | 'MONTHS';
  by: number;
}
export interface Compared {
  days: Days;
  shift: Shift;
}

/**
 * The days that a table is compared with. PREVIOUS is as long and ends on the day before: as many whole months, or ten-day periods, where the days are
 * whole ones, else as many days. LAST_YEAR has the same dates; the last of February stands beside the last of February.
 */
export function comparedWith(days: Days, comparison: TableComparison): Compared {
  const shift: Shift = comparison === 'LAST_YEAR' ? { unit: 'MONTHS', by: 12 } : lengthOf(days);
  return { days: { from: firstThat(days.from, shift), to: lastThat(days.to, shift) }, shift };
}

function lengthOf({ from, to }: Days): Shift {
  const isWhole = (period: (day: string) => Days) => period(from).from === from && period(to).to === to;
  if (isWhole(monthOf)) return { unit: 'MONTHS', by: monthNumber(to) - monthNumber(from) + 1 };
  if (isWhole(tenDays)) return { unit: 'TEN_DAYS', by: tenDaysNumber(to) - tenDaysNumber(from) + 1 };
  return { unit: 'DAYS', by: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 };
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const partOf = (day: string) => Math.min(Math.floor((Number(day.slice(8)) - 1) / 10), 2);
const tenDaysNumber = (day: string) => monthNumber(day) * 3 + partOf(day);

/** The first day of a month counted from year 0. */
const monthAt = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01`;

/** The day beside which a day of the earlier days stands; within a shorter month or period, its last. */
export function later(day: string, { unit, by }: Shift): string {
  if (unit === 'DAYS') return addDays(day, by);
  if (unit === 'MONTHS') return within(monthOf(monthAt(monthNumber(day) + by)), Number(day.slice(8)) - 1);
  const number = tenDaysNumber(day) + by;
  const first = addDays(monthAt(Math.floor(number / 3)), (number % 3) * 10);
  return within(tenDays(first), Number(day.slice(8)) - 1 - partOf(day) * 10);
}
const within = ({ from, to }: Days, offset: number): string => {
  const day = addDays(from, offset);
  return day > to ? to : day;
};
const earlier = (day: string, { unit, by }: Shift): string => later(day, { unit, by: -by });

/** The first of the earlier days that stands within. */
function firstThat(from: string, shift: Shift): string {
  const day = earlier(from, shift);
  return later(day, shift) < from ? addDays(day, 1) : day;
}
/** Several earlier days may stand beside the last one: 29, 30 and 31 January beside 28 February. */
function lastThat(to: string, shift: Shift): string {
  let day = earlier(to, shift);
  while (later(addDays(day, 1), shift) <= to) day = addDays(day, 1);
  return day;
}

const CODES: Record<TimeDimension, RegExp> = {
  TEN_DAYS: /^\d{4}-(0[1-9]|1[0-2])-(01|11|21)$/,
  WEEK: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  MONTH: /^\d{4}-(0[1-9]|1[0-2])$/,
  YEAR: /^\d{4}$/,
  WEEKDAY: /^[1-7]$/,
};
/** A ten-day period and a week are called by their first day, a month 2026-03, a year 2026; Monday is 1. */
export const isPeriod = (dimension: TimeDimension, code: string): boolean => CODES[dimension].test(code);

/** The days of a period; null for a weekday, which has none of its own. */
export function daysOfPeriod(dimension: TimeDimension, code: string): Days | null {
  if (dimension === 'WEEKDAY') return null;
  if (dimension === 'YEAR') return { from: `${code}-01-01`, to: `${code}-12-31` };
  if (dimension === 'MONTH') return monthOf(`${code}-01`);
  return dimension === 'WEEK' ? { from: code, to: addDays(code, 6) } : tenDays(code);
}

const PARTS = [
  ['上旬', '1–10'],
  ['中旬', '11–20'],
  ['下旬', '21–'],
] as const;
const WEEKDAYS = [
  ['周一', 'Monday'],
  ['周二', 'Tuesday'],
  ['周三', 'Wednesday'],
  ['周四', 'Thursday'],
  ['周五', 'Friday'],
  ['周六', 'Saturday'],
  ['周日', 'Sunday'],
] as const;

/** What a period is called. */
export function periodName(dimension: TimeDimension, code: string): readonly [zh: string, en: string] {
  const [year, month] = [code.slice(0, 4), Number(code.slice(5, 7))];
  if (dimension === 'WEEKDAY') return WEEKDAYS[Number(code) - 1] as (typeof WEEKDAYS)[number];
  if (dimension === 'YEAR') return [`${year}年`, year];
  if (dimension === 'MONTH') return [`${year}年${month}月`, code];
  if (dimension === 'WEEK') return [`${year}年${month}月${Number(code.slice(8))}日起的一周`, `week of ${code}`];
  const [zh, en] = PARTS[partOf(code)] as (typeof PARTS)[number];
  return [`${year}年${month}月${zh}`, `${code.slice(0, 7)}, ${en}${en.endsWith('–') ? tenDays(code).to.slice(8) : ''}`];
}
