import { addDays, type Days, dayOf, monthOf } from '@lxq/schema/calendar.ts';

export const PERIODS = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'] as const;
export type Period = (typeof PERIODS)[number];

/** The first and the last day of a month or year, as the county's calendar has it. */
export function daysOf(period: Period, now: Date): Days {
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  switch (period) {
    case 'thisMonth':
      return monthOf(today);
    case 'lastMonth':
      return monthOf(addDays(monthOf(today).from, -1));
    case 'thisYear':
      return yearOf(year);
    case 'lastYear':
      return yearOf(year - 1);
  }
}
const yearOf = (year: number): Days => ({ from: `${year}-01-01`, to: `${year}-12-31` });
