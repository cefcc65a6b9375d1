import { createRequire } from 'node:module';
import type pg from 'pg';

/** A day on which work differs from the week's habit: a holiday, or a weekend worked in exchange. */
export interface CalendarDay {
  day: string;
  isWorkday: boolean;
  name: string;
  /** Where it is published. */
  source: string;
}

/** Day → 'English name,中文名,days of the holiday'. */
interface PublishedDays {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

const FIRST_YEAR = '2025';
/** The notices of the State Council's office that arrange a year's holidays. */
const NOTICES: Readonly<Record<string, string>> = { '2025': '国办发明电〔2024〕12号', '2026': '国办发明电〔2025〕7号' };

/** The State Council's arrangements as far as they are published. */
export function publishedDays(): CalendarDay[] {
  const published = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as PublishedDays;
  const holidays = days(published.holidays, false).filter(({ day }) => !isWeekend(day));
  const worked = days(published.workdays, true).filter(({ day }) => isWeekend(day));
  return [...holidays, ...worked].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Puts the published days into the calendar; days that stand there already are left as they are, but for where they are published. */
export async function seedCalendar(client: pg.ClientBase): Promise<number> {
  const known = publishedDays();
  const columns = ['day', 'isWorkday', 'name', 'source'] as const;
  const values = columns.map((column) => known.map((one) => one[column]));
  const published = 'unnest($1::date[], $2::boolean[], $3::text[], $4::text[]) p (day, is_workday, name, source)';
  const { rowCount } = await client.query(
    `insert into calendar_day (day, is_workday, name, source) select * from ${published} on conflict (day) do nothing`,
    values,
  );
  await client.query(
    `update calendar_day c set source = p.source from ${published} where c.day = p.day and c.is_workday = p.is_workday and c.source = ''`,
    values,
  );
  return rowCount ?? 0;
}

function days(published: Record<string, string>, isWorkday: boolean): CalendarDay[] {
  return Object.entries(published)
    .filter(([day]) => day >= FIRST_YEAR)
    .map(([day, names]) => ({
      ...{ day, isWorkday, name: `${names.split(',')[1]}${isWorkday ? '调休上班' : ''}` },
      source: NOTICES[day.slice(0, 4)] ?? '',
    }));
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
