import type { Calendar } from '@lxq/schema/calendar.ts';
import type { Scope } from '../platform/scope/scope.ts';

/** The calendar as the database holds it: some sixty rows, read once an operation at most. */
export async function calendarOf(scope: Scope): Promise<Calendar> {
  const calendar = await scope
    .loader<'all', Calendar>('calendar', async () => {
      const rows = await scope.rows<{ day: string; isWorkday: boolean }>('select day, is_workday from calendar_day');
      return [new Map(rows.map((row) => [row.day, row.isWorkday]))];
    })
    .load('all');
  return calendar ?? new Map();
}
