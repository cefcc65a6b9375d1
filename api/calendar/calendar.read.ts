import type { Calendar, NamedCalendar } from '@lxq/schema/calendar.ts';
import type { ClientBase } from 'pg';
import { queryRows } from '../platform/scope/rows.ts';
import type { Scope } from '../platform/scope/scope.ts';

interface Row {
  day: string;
  isWorkday: boolean;
  name: string;
  version: string;
}
/** The days, each with the mark of all of them (db/sql/deadlines.sql). */
const DAYS = 'select day, is_workday, name, mark as version from calendar_day, app.calendar_version() mark';
const EMPTY: NamedCalendar = { days: new Map(), names: new Map(), version: '' };

const calendarIn = (rows: readonly Row[]): NamedCalendar => ({
  days: new Map(rows.map((row) => [row.day, row.isWorkday])),
  names: new Map(rows.map((row) => [row.day, row.name])),
  version: rows[0]?.version ?? '',
});

/** The calendar as the database holds it, with what its days are called: some sixty rows, read once an operation at most. */
export async function namedCalendarOf(scope: Scope): Promise<NamedCalendar> {
  const load = async () => [calendarIn(await scope.rows<Row>(DAYS))];
  return (await scope.loader<'all', NamedCalendar>('calendar', load).load('all')) ?? EMPTY;
}
export const calendarOf = async (scope: Scope): Promise<Calendar> => (await namedCalendarOf(scope)).days;

/** The same for a job, which has no scope. */
export const calendarFor = async (client: ClientBase): Promise<NamedCalendar> =>
  calendarIn(await queryRows<Row>(client, 'select * from app.known_days()', []));
