import { addDays, type Calendar, dayOf, isWorkDay, startOf } from '@lxq/schema/calendar.ts';
import { picker, type Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Shanghai time of a day in milliseconds. */
export const timeOn = (day: string, hour: number, minute = 0): number => +startOf(day) + hour * HOUR + minute * MINUTE;
export const shanghaiDay = (at: number): string => dayOf(new Date(at));

/** The instant itself when offices are open, else soon after they open again. */
export function whenOpen(at: number, calendar: Calendar, random: Random): number {
  const day = shanghaiDay(at);
  if (isWorkDay(day, calendar)) {
    const hour = (at - timeOn(day, 0)) / HOUR;
    if (hour < 8.5) return timeOn(day, 8, 30) + random.next() * 80 * MINUTE;
    if (hour < 12) return at;
    if (hour < 14.5) return timeOn(day, 14, 30) + random.next() * 50 * MINUTE;
    if (hour < 18) return at;
  }
  let next = addDays(day, 1);
  while (!isWorkDay(next, calendar)) next = addDays(next, 1);
  return timeOn(next, 8, 30) + random.next() * 150 * MINUTE;
}

/** Hours at which officers write: while people are about, few at dinner. */
const HOURS = [0, 0, 0, 0, 0, 0, 1, 3, 9, 12, 12, 9, 4, 4, 9, 11, 10, 8, 5, 3, 2, 1, 0, 0];
const pickHour = picker([...HOURS.keys()], (hour) => HOURS[hour] as number);

/** When on that day; never later than `now`. */
export function momentOn(day: string, now: number, random: Random): number {
  for (let attempt = 0; attempt < 40; attempt++) {
    const at = timeOn(day, pickHour(random)) + Math.floor(random.next() * HOUR);
    if (at < now - 2 * MINUTE) return at;
  }
  return Math.floor(timeOn(day, 0) + random.next() * (now - timeOn(day, 0)));
}
