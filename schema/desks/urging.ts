import { type Calendar, dayOf, startOf, workDay } from '../calendar.ts';
import { LIMITS } from '../limits.ts';

/** When the same may be urged again: at the same time of a later work day. */
export function urgeAgainAt(urgedAt: Date, calendar: Calendar): Date {
  const day = dayOf(urgedAt);
  return new Date(+startOf(workDay(day, LIMITS.urge.workDays, calendar)) + (+urgedAt - +startOf(day)));
}
