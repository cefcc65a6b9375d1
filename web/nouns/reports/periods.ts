import { addDays, dayOf, monthOf, tenDays } from '@lxq/schema/calendar.ts';

export const PERIODS = ['today', 'thisTenDays', 'lastTenDays', 'thisMonth', 'lastMonth'] as const;
export type Period = (typeof PERIODS)[number];
export interface Days {
  submittedFrom: string;
  submittedTo: string;
}

/** 本旬 is 1-10, 11-20 or 21 to the end of the month, as the Ten-day Digest counts (R33). */
export function daysOf(period: Period, now: Date): Days {
  const { from: submittedFrom, to: submittedTo } = named(period, dayOf(now));
  return { submittedFrom, submittedTo };
}
function named(period: Period, today: string) {
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'thisTenDays':
      return tenDays(today);
    case 'lastTenDays':
      return tenDays(addDays(tenDays(today).from, -1));
    case 'thisMonth':
      return monthOf(today);
    case 'lastMonth':
      return monthOf(addDays(monthOf(today).from, -1));
  }
}

/** Which relative period two days are, if one. */
export function periodOf(days: { submittedFrom?: string; submittedTo?: string }, now: Date): Period | undefined {
  return PERIODS.find((period) => {
    const { submittedFrom, submittedTo } = daysOf(period, now);
    return submittedFrom === days.submittedFrom && submittedTo === days.submittedTo;
  });
}
