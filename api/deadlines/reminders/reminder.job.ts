import { isWorkingTime } from '@lxq/schema/deadlines/deadline-ladder.ts';
import type { ClientBase } from 'pg';
import { calendarFor } from '../../calendar/calendar.read.ts';
import { now } from '../../platform/scope/clock.ts';

/** While people are at work, and not when a worker comes back at night. How many were made. */
export async function sendReminders(client: ClientBase): Promise<number> {
  const { days } = await calendarFor(client);
  if (!isWorkingTime(now(), days)) return 0;
  const { rows } = await client.query('select app.send_reminders() as made');
  return rows[0].made;
}
