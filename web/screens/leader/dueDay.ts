import { addDays, type Calendar, calendarDay, dayOf, isProvisional, workDaysLeft } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { isWorkday } from 'chinese-days';
import { countyNow } from '../../ui/county-clock.ts';

/** Calendar days a leader gives when nothing else is said (our setting). */
export const DUE_DAYS = 7;

export const today = (now: number = countyNow()): string => dayOf(new Date(now));

/** Seven days on, and past a weekend or holiday to the next day on which somebody works. */
export const defaultDueDay = (from: string, days: number = DUE_DAYS): string => calendarDay(from, days, calendar(from));

/** Work days after `from` up to and including `to`; negative when `to` has passed. */
export const workDaysBetween = (from: string, to: string): number => workDaysLeft(from, to, calendar(from));

/** Whether the holidays of that year are not published yet, so that the count may still change: 暂定. */
export const isDueProvisional = (day: string): boolean => isProvisional(day, calendar(today()));

/** 11月30日 周一, or Mon 30 Nov. */
export function dayLabel(day: string, language: string): string {
  const isChinese = language.startsWith('zh');
  const date = new Date(`${day}T00:00:00Z`);
  const form = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(isChinese ? 'zh-CN' : 'en-GB', { ...options, timeZone: 'UTC' }).format(date);
  if (!isChinese) return form({ weekday: 'short', day: 'numeric', month: 'short' });
  return `${form({ month: 'long', day: 'numeric' })} ${form({ weekday: 'short' })}`;
}

/** Of a year that is not published yet the package only knows the week: its National Days would be work days. */
const isPublished = (day: string) => ['01', '02', '03'].every((date) => !isWorkday(`${day.slice(0, 4)}-10-${date}`));

const known = new Map<string, Calendar>();

/** Published holidays a year around a day, so that the sheet can count without asking; the server's own calendar decides. */
function calendar(day: string): Calendar {
  const found = known.get(day);
  if (found) return found;
  const from = addDays(day, -LIMITS.instruction.dueDays);
  const days = Array.from({ length: 2 * LIMITS.instruction.dueDays + 30 }, (_, n) => addDays(from, n));
  const made = new Map(days.filter(isPublished).map((each) => [each, isWorkday(each)]));
  known.set(day, made);
  return made;
}
