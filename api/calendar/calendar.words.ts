import type { CalendarProblem } from '@lxq/schema/calendar/calendar-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

export const DRAFT_WORDS: Record<ProblemKey<CalendarProblem>, Words> = {
  'name.SHORT': LENGTH,
  'name.LONG': LENGTH,
  'source.SHORT': LENGTH,
  'source.LONG': LENGTH,
};
export const CALENDAR_WORDS = {
  known: ['这一天已在日历中，请在列表里修改', 'This day is in the calendar already; change it there'],
  overtaken: ['这一天已被他人修改，请核对后重试', 'Somebody else has set this day meanwhile; look again'],
} satisfies Record<string, Words>;
