import type { NamedCalendar } from '../calendar.ts';
import { officeOf } from '../places.ts';
import { dueOf, type Pause, type Proof } from './deadline-due.ts';
import { type Addressee, type Rung, remindersOf } from './deadline-ladder.ts';
import { type DeadlineRuleCode, ruleOf } from './deadline-rules.ts';

export interface PlannedReminder {
  rung: Rung['rung'];
  addressee: Addressee;
  at: string;
}
/** What of a deadline decides when it is due. */
export interface Running {
  countyCode: number;
  unitCode: number;
  rule: DeadlineRuleCode;
  startedAt: Date;
  amount: number;
  dueOn?: string | null;
  extendedDays: number;
  pauses: readonly { from: string; to: string }[];
  pausedAt?: Date | null;
}
/** What follows from that, as columns. */
export interface Reckoning {
  dueAt: Date;
  proof: Proof;
  calendar: string;
  ladder: PlannedReminder[];
  remindAt: Date | null;
}

/** When it is due by a calendar, and when whom is reminded. */
export function reckon(deadline: Running, calendar: NamedCalendar): Reckoning {
  const { rule, countyCode, unitCode, startedAt, pausedAt } = deadline;
  const { counts, ladder: rungs } = ruleOf(rule);
  const pauses: Pause[] = deadline.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
  const { dueAt, proof } = dueOf({ ...deadline, counts, pauses }, calendar);
  const isOffice = unitCode === officeOf(countyCode);
  const ladder = remindersOf({ startedAt, dueAt, ladder: rungs }, calendar.days)
    .filter(({ addressee }) => !isOffice || addressee !== 'COUNTY_OFFICE') // it owes it itself
    .map(({ rung, addressee, at }) => ({ rung, addressee, at: at.toISOString() }));
  // From the first again, however many were sent: which those are, the job knows (db/sql/deadlines.sql).
  const first = ladder[0];
  return { dueAt, proof, calendar: calendar.version, ladder, remindAt: first && !pausedAt ? new Date(first.at) : null };
}
