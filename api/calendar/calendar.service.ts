import { calendarProblems } from '@lxq/schema/calendar/calendar-draft.ts';
import { v5 as uuidV5 } from 'uuid';
import { conflict } from '../platform/contract/errors.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { record } from '../platform/deeds/audit.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { CalendarDay } from './calendar.entity.ts';
import { CALENDAR_WORDS, DRAFT_WORDS } from './calendar.words.ts';

const NAMESPACE = '3f4b6f0e-1e1d-5f4c-9c68-7d3c2e8a9b10';

/** The days of a year that are arranged otherwise than the week. */
export const daysOf = (scope: Scope, year: number): Promise<CalendarDay[]> =>
  scope.rows<CalendarDay>(
    `select * from calendar_day where day >= make_date($1, 1, 1) and day < make_date($1 + 1, 1, 1) order by day`,
    [year],
  );

/** Sets a day for every county here; deadlines that run are reckoned anew at once. `version` is what was on the screen, 0 for none. */
export async function save(scope: Scope, wanted: CalendarDay): Promise<CalendarDay> {
  const { day, isWorkday, version } = wanted;
  const [name, source] = [wanted.name.trim(), wanted.source.trim()];
  refuseFirst(calendarProblems({ name, source }), DRAFT_WORDS);
  const before = await scope.row<CalendarDay>('select * from calendar_day where day = $1', [day]);
  const saved = version
    ? await scope.row<CalendarDay>(
        'update calendar_day set is_workday = $2, name = $3, source = $4, version = version + 1 where day = $1 and version = $5 returning *',
        [day, isWorkday, name, source, version],
      )
    : await scope.row<CalendarDay>(
        'insert into calendar_day (day, is_workday, name, source) values ($1, $2, $3, $4) on conflict (day) do nothing returning *',
        [day, isWorkday, name, source],
      );
  if (!saved) throw conflict(...CALENDAR_WORDS[version ? 'overtaken' : 'known'], { version: before?.version ?? 0 });
  const subject = { subject: 'CALENDAR_DAY', subjectId: uuidV5(day, NAMESPACE), unitCode: scope.rights.unitCode };
  await record(scope, subject, { deed: 'save', note: day, detail: { before: before ?? null, after: saved } });
  await scope.rows('select app.add_job($1, $2, $3)', ['move_deadlines', '{}', 'move_deadlines']);
  scope.refresh();
  return saved;
}
