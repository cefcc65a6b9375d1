/** Work days and deadlines in Asia/Shanghai (UTC+8 all year since 1992). A day is YYYY-MM-DD, an instant a Date. */
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days on which work differs from the week's habit: true is a weekend worked, false a holiday. */
export type Calendar = ReadonlyMap<string, boolean>;
/** The calendar with what its days are called, and the mark by which another is told from it. */
export interface NamedCalendar {
  days: Calendar;
  names: ReadonlyMap<string, string>;
  version: string;
}

export function dayOf(instant: Date): string {
  const at = Math.floor((+instant + SHANGHAI_MS) / DAY_MS);
  if (at !== last.at) last = { at, day: new Date(+instant + SHANGHAI_MS).toISOString().slice(0, 10) };
  return last.day;
}
/** Most instants are of the day that was asked about before. */
let last = { at: Number.NaN, day: '' };
/** For sentences: `2026-11-30 15:40`. */
export const minuteOf = (instant: Date): string =>
  new Date(+instant + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');
/** The first instant of a day. */
export const startOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS);
/** The first instant after a day. */
export const endOf = (day: string): Date => new Date(+startOf(day) + DAY_MS);
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);

export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
/**
 * Holidays with a day of the year of their own, by the State Council's regulation on holidays (全国年节及纪念日放假办法, of 2024): New
 * Year's Day, Labour Day, National Day. They are certain before a year's arrangements are published; which weekends are worked in
 * exchange, and the holidays of the lunar year, are not counted on before.
 */
const FIXED_HOLIDAYS: Readonly<Record<string, string>> = {
  ...{ '01-01': '元旦', '05-01': '劳动节', '05-02': '劳动节' },
  ...{ '10-01': '国庆节', '10-02': '国庆节', '10-03': '国庆节' },
};
/** What a day is off for by that regulation, whatever is published. */
export const fixedHoliday = (day: string): string | undefined => FIXED_HOLIDAYS[day.slice(5)];
const isUsualWorkDay = (day: string) => isWeekday(day) && !fixedHoliday(day);
export const isWorkDay = (day: string, calendar: Calendar): boolean => calendar.get(day) ?? isUsualWorkDay(day);

/** A year is published when its National Days are known to be off; single days that a county has entered publish none. */
const isPublished = (year: string, calendar: Calendar): boolean =>
  ['10-01', '10-02', '10-03'].every((day) => calendar.get(`${year}-${day}`) === false || !isWeekday(`${year}-${day}`));

function publishedYears(calendar: Calendar): string[] {
  const years = new Set([...calendar.keys()].map((day) => day.slice(0, 4)));
  return [...years].filter((year) => isPublished(year, calendar)).sort();
}
/** The last day whose holidays are published; null when none are. */
export function confirmedThrough(calendar: Calendar): string | null {
  const last = publishedYears(calendar).at(-1);
  return last === undefined ? null : `${last}-12-31`;
}

/** A deadline that lies beyond the published holidays, or in a year left out between them, may still move: 暂定. */
export function isProvisional(day: string, calendar: Calendar): boolean {
  const years = publishedYears(calendar);
  const [first, last, year] = [years[0] ?? '', years.at(-1) ?? '', day.slice(0, 4)];
  return year > last || (year > first && !years.includes(year));
}

/** `wd(d, n)`: the n-th work day after `day`, which does not count itself. */
export function workDay(day: string, n: number, calendar: Calendar): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkDay(at, calendar)) left--;
  }
  return at;
}

/** `cal(d, n)`: n calendar days after `day`, rolled to the next work day when it falls on a day off. */
export function calendarDay(day: string, n: number, calendar: Calendar): string {
  let at = addDays(day, n);
  while (!isWorkDay(at, calendar)) at = addDays(at, 1);
  return at;
}

/** Work days from today to `due`: 0 on the day itself, negative once it has passed. Whole weeks are counted at once, however many. */
export function workDaysLeft(today: string, due: string, calendar: Calendar): number {
  // A deadline missed over a weekend is missed all the same.
  return today <= due ? workDaysBetween(today, due, calendar) : Math.min(-1, -workDaysBetween(due, today, calendar));
}

/** After `from`, up to and including `to`. */
function workDaysBetween(from: string, to: string, calendar: Calendar): number {
  const weeks = Math.floor((Date.parse(to) - Date.parse(from)) / (7 * DAY_MS));
  const isWithin = (day: string) => day > from && day <= to;
  let count = weeks * 5;
  for (let at = addDays(from, weeks * 7 + 1); at <= to; at = addDays(at, 1)) if (isWeekday(at)) count++;
  for (const [day, isWorked] of calendar) if (isWithin(day) && isWorked !== isWeekday(day)) count += isWorked ? 1 : -1;
  for (const day of fixedHolidays(Number(from.slice(0, 4)), Number(to.slice(0, 4))))
    if (isWithin(day) && !calendar.has(day)) count--;
  return count;
}

/** The fixed holidays of these years that fall on days of the week. */
function fixedHolidays(from: number, to: number): string[] {
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return years.flatMap((year) => {
    const found =
      byYear.get(year) ??
      Object.keys(FIXED_HOLIDAYS)
        .map((day) => `${year}-${day}`)
        .filter(isWeekday);
    byYear.set(year, found);
    return found;
  });
}
const byYear = new Map<number, string[]>();

export interface Days {
  from: string;
  to: string;
}
/** The month that holds a day. */
export function monthOf(day: string): Days {
  const next = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)).toISOString().slice(0, 10);
  return { from: `${day.slice(0, 8)}01`, to: addDays(next, -1) };
}
/** The ten-day period (1–10, 11–20, 21–end of month) that holds a day. */
export function tenDays(day: string): Days {
  const month = day.slice(0, 8);
  const date = Number(day.slice(8));
  if (date <= 10) return { from: `${month}01`, to: `${month}10` };
  if (date <= 20) return { from: `${month}11`, to: `${month}20` };
  return { from: `${month}21`, to: monthOf(day).to };
}
