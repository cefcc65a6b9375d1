import { shanghaiDay } from '../../ui/time.ts';

export const PERIODS = ['today', 'thisTenDays', 'lastTenDays', 'thisMonth', 'lastMonth'] as const;
export type Period = (typeof PERIODS)[number];
export interface Days {
  submittedFrom: string;
  submittedTo: string;
}

/** 本旬 is 1-10, 11-20 or 21 to the end of the month, as the Ten-day Digest counts (R33). */
export function daysOf(period: Period, now: Date): Days {
  const today = shanghaiDay(now);
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  switch (period) {
    case 'today':
      return { submittedFrom: today, submittedTo: today };
    case 'thisTenDays':
      return tenDays(year, month, third(day));
    case 'lastTenDays':
      return third(day) === 0 ? tenDays(year, month - 1, 2) : tenDays(year, month, third(day) - 1);
    case 'thisMonth':
      return { submittedFrom: iso(year, month, 1), submittedTo: iso(year, month + 1, 0) };
    case 'lastMonth':
      return { submittedFrom: iso(year, month - 1, 1), submittedTo: iso(year, month, 0) };
  }
}

/** Which relative period two days are, if one. */
export function periodOf(days: { submittedFrom?: string; submittedTo?: string }, now: Date): Period | undefined {
  return PERIODS.find((period) => {
    const { submittedFrom, submittedTo } = daysOf(period, now);
    return submittedFrom === days.submittedFrom && submittedTo === days.submittedTo;
  });
}

const third = (day: number): number => Math.min(2, Math.floor((day - 1) / 10));

function tenDays(year: number, month: number, part: number): Days {
  return {
    submittedFrom: iso(year, month, part * 10 + 1),
    submittedTo: part === 2 ? iso(year, month + 1, 0) : iso(year, month, part * 10 + 10),
  };
}

/** Month 1-12, but 0 and 13 roll over; day 0 is the last of the month before. */
function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
