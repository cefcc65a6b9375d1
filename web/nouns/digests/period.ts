import { addDays, tenDays } from '@lxq/schema/calendar.ts';
import { chinesePeriod } from '@lxq/schema/texts/chinese.ts';

export type Cycle = 'TEN_DAYS' | 'WEEK';

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const DAY_MS = 86_400_000;
const english = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** 2026年11月1日至10日, or 1–10 Nov 2026. */
export const periodText = (from: string, to: string, language: string): string =>
  language.startsWith('zh') ? chinesePeriod(from, to) : english.formatRange(at(from), at(to));

/** The last day of the period that follows the one ending on `periodTo`. */
export const nextPeriodEnd = (periodTo: string, cycle: Cycle): string =>
  cycle === 'WEEK' ? addDays(periodTo, 7) : tenDays(addDays(periodTo, 1)).to;

/** Days by which the next issue is late: it is expected on the day after its period ends (R32). 0 while in time. */
export function overdueDays(lastPeriodTo: string, cycle: Cycle, today: string): number {
  const expected = addDays(nextPeriodEnd(lastPeriodTo, cycle), 1);
  return Math.max(0, (at(today) - at(expected)) / DAY_MS);
}
