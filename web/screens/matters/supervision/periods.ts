import { dayOf } from '@lxq/schema/calendar.ts';

export const PERIODS = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'] as const;
export type Period = (typeof PERIODS)[number];

/** The first and the last day of a month or year, as the county's calendar has it. */
export function daysOf(period: Period, now: Date): { from: string; to: string } {
  const [year, month] = dayOf(now).split('-').map(Number) as [number, number];
  switch (period) {
    case 'thisMonth':
      return { from: iso(year, month, 1), to: iso(year, month + 1, 0) };
    case 'lastMonth':
      return { from: iso(year, month - 1, 1), to: iso(year, month, 0) };
    case 'thisYear':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** Month 1-12, but 0 and 13 roll over; day 0 is the last of the month before. */
const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
