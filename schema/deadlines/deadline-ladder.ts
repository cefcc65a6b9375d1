import { addDays, type Calendar, dayOf, isWorkDay, startOf, workDay } from '../calendar.ts';

/** Whom of the unit that owes a reminder is for; the last is the county office, whoever owes. */
export const ADDRESSEES = ['HANDLER', 'OFFICE_HEAD', 'LEADER', 'COUNTY_OFFICE'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export const RUNGS = ['BEFORE', 'AT', 'AFTER', 'AFTER_2', 'AFTER_3'] as const;
/** One reminder of a ladder: so many work days after the deadline's day, before it when negative. */
export interface Rung {
  rung: (typeof RUNGS)[number];
  workDays: number;
  addressee: Addressee;
}
/** Each time other people: whoever handles it, then who answers for them. */
export const WARNED: readonly Rung[] = [
  { rung: 'BEFORE', workDays: -1, addressee: 'HANDLER' },
  { rung: 'AT', workDays: 0, addressee: 'HANDLER' },
  { rung: 'AFTER', workDays: 1, addressee: 'OFFICE_HEAD' },
  { rung: 'AFTER_2', workDays: 2, addressee: 'LEADER' },
  { rung: 'AFTER_3', workDays: 3, addressee: 'COUNTY_OFFICE' },
];

const MINUTE_MS = 60_000;
/** Minutes of a work day, in Asia/Shanghai: from 08:30 to 17:30. */
const OPENS = 8 * 60 + 30;
const CLOSES = 17 * 60 + 30;
/** For what is given on its own last day: an hour before work ends. */
const LAST_CALL = CLOSES - 60;
const at = (day: string, minute: number) => new Date(+startOf(day) + minute * MINUTE_MS);

/** Whether people are at work, and may be reminded. */
export function isWorkingTime(instant: Date, calendar: Calendar): boolean {
  const day = dayOf(instant);
  return isWorkDay(day, calendar) && instant >= at(day, OPENS) && instant < at(day, CLOSES);
}

/** When each reminder of a deadline is made, always while people are at work: what would come before it began, or with the next one, is left out. */
export function remindersOf(
  { startedAt, dueAt, ladder }: { startedAt: Date; dueAt: Date; ladder: readonly Rung[] },
  calendar: Calendar,
): (Rung & { at: Date })[] {
  const lastDay = dayOf(new Date(+dueAt - 1));
  return ladder.flatMap((rung) => {
    const day =
      rung.workDays > 0 ? workDay(lastDay, rung.workDays, calendar) : backTo(lastDay, -rung.workDays, calendar);
    const minutes = rung.workDays === 0 ? [OPENS, LAST_CALL] : [OPENS];
    const instant = minutes.map((minute) => at(day, minute)).find((each) => each > startedAt);
    return instant ? [{ ...rung, at: instant }] : [];
  });
}

/** The last work day up to `day`, and `n` more before that. */
function backTo(day: string, n: number, calendar: Calendar): string {
  let left = n;
  for (let each = day; ; each = addDays(each, -1)) if (isWorkDay(each, calendar) && left-- === 0) return each;
}
