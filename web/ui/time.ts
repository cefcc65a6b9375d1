import { countyNow } from './county-clock.ts';

const HOURS_8 = 8 * 3_600_000;

/**
 * "2026-03-07 14:05", always in the county's time zone whatever the device thinks. Shanghai has kept UTC+8 all year since
 * 1992; the browser's own calendar would cost a list of hundreds fifty times as much.
 */
export function shanghaiTime(at: string | number | Date): string {
  return new Date(new Date(at).getTime() + HOURS_8).toISOString().slice(0, 16).replace('T', ' ');
}
export const shanghaiDay = (at: string | number | Date): string => shanghaiTime(at).slice(0, 10);
export const shanghaiClock = (at: string | number | Date): string => shanghaiTime(at).slice(11);
/** "14:05" of today, the day before it of any other. */
export const clockOrDay = (at: string, now = countyNow()): string =>
  shanghaiDay(at) === shanghaiDay(now) ? shanghaiClock(at) : shanghaiTime(at).slice(5);

type TimeKey = 'time.now' | 'time.minutes' | 'time.hours' | 'time.yesterday' | 'time.days';
export interface RelativeWords {
  key?: TimeKey;
  values: { count: number; time: string };
  text: string;
}

/** Words up to six days back; before that, and in the future, the date itself. */
export function relativeTime(at: string, now: number): RelativeWords {
  const instant = Date.parse(at);
  const minutes = Math.floor((now - instant) / 60_000);
  const days = dayNumber(now) - dayNumber(instant);
  const words = (key: TimeKey, count: number): RelativeWords => ({
    key,
    values: { count, time: shanghaiClock(at) },
    text: '',
  });
  if (minutes >= -2 && minutes < 1) return words('time.now', 0);
  if (minutes >= 1 && minutes < 60) return words('time.minutes', minutes);
  if (minutes >= 60 && days === 0) return words('time.hours', Math.floor(minutes / 60));
  if (days === 1) return words('time.yesterday', 1);
  if (days > 1 && days < 7) return words('time.days', days);
  const sameYear = shanghaiDay(at).slice(0, 4) === shanghaiDay(now).slice(0, 4);
  return { values: { count: 0, time: '' }, text: sameYear ? shanghaiTime(at).slice(5) : shanghaiDay(at) };
}

const dayNumber = (at: number) => Math.floor((at + HOURS_8) / 86_400_000);
