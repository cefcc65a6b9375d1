import { createRequire } from 'node:module';
import type pg from 'pg';

/** A day on which work differs from the week's habit: a holiday, or a weekend worked in exchange. */
export interface CalendarDay {
  day: string;
  isWorkday: boolean;
  name: string;
}

/** Day → 'English name,中文名,days of the holiday'. */
interface PublishedDays {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

const FIRST_YEAR = '2025';

/** The State Council's arrangements as far as they are published. */
export function publishedDays(): CalendarDay[] {
  const published = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as PublishedDays;
  const holidays = days(published.holidays, false).filter(({ day }) => !isWeekend(day));
  const worked = days(published.workdays, true).filter(({ day }) => isWeekend(day));
  return [...holidays, ...worked].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Puts the published days into the calendar; days that stand there already are left as they are. */
export async function seedCalendar(client: pg.ClientBase): Promise<number> {
  const known = publishedDays();
  const places = known.map((_, i) => `($${i * 3 + 1}, $${i * 3 + 2}, $${i * 3 + 3})`).join(', ');
  const { rowCount } = await client.query(
    `insert into calendar_day (day, is_workday, name) values ${places} on conflict (day) do nothing`,
    known.flatMap(({ day, isWorkday, name }) => [day, isWorkday, name]),
  );
  return rowCount ?? 0;
}

function days(published: Record<string, string>, isWorkday: boolean): CalendarDay[] {
  return Object.entries(published)
    .filter(([day]) => day >= FIRST_YEAR)
    .map(([day, names]) => ({ day, isWorkday, name: `${names.split(',')[1]}${isWorkday ? '调休上班' : ''}` }));
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
