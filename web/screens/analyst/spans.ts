import { addDays, type Days, dayOf } from '@lxq/schema/calendar.ts';
import { daysOf, PERIODS } from '../../nouns/reports/periods.ts';

/** Days that are told from today: a question that is kept or passed on asks for them anew. 近十日 ends today, 本旬 with its own last day. */
export const SPANS = ['latestTen', ...PERIODS, 'thisYear', 'latestYear'] as const;
export type Span = (typeof SPANS)[number];
export const isSpan = (word: string | null): word is Span => SPANS.includes(word as Span);

export function daysOfSpan(span: Span, now: Date): Days {
  const today = dayOf(now);
  if (span === 'latestTen') return { from: addDays(today, -9), to: today };
  if (span === 'thisYear') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  if (span === 'latestYear') return { from: elevenMonthsBefore(today), to: today };
  const { submittedFrom: from, submittedTo: to } = daysOf(span, now);
  return { from, to };
}

/** The first day of that month, so that with this one there are twelve. */
function elevenMonthsBefore(day: string): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 12;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
