import { type DeadlineRuleCode, ruleOf } from '@lxq/schema/deadlines/deadline-rules.ts';
import { REPORT_READERS, type Role } from '@lxq/schema/roles.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import { manyBy } from '../platform/lists/loaders.ts';
import { type GoesWith, manyOf } from '../platform/lists/many.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Deadline } from './deadline.entity.ts';

/** Officers owe nothing by a clock and read none; of what they see they ask all the same. */
export const DEADLINE_READERS: readonly Role[] = REPORT_READERS.filter(
  (role) => role !== 'OFFICER' && role !== 'DISCIPLINE_CLERK',
);

/** What is left of them is counted by the calendar. */
export const withCalendar: GoesWith = (scope, asked) => (asked.has('workDaysLeft') ? calendarOf(scope) : undefined);
export const deadlinesOfThings = manyOf<Deadline>(Deadline, {
  ...{ owner: 'subject_id', order: 'o.due_at, o.id', goesWith: withCalendar },
  needs: {
    workDaysLeft: ['state', 'pausedAt', 'dueAt'],
    isOverdue: ['state', 'rule', 'pausedAt', 'dueAt'],
    isPaused: ['pausedAt'],
    reminders: ['id', 'unitCode', 'reminded'],
    isProvisional: ['proof'],
  },
});
const NONE = { load: async (_subjectId: string): Promise<Deadline[] | null> => [] };
/** What is or was owed of each thing, by its id; what is due first comes first. */
export const deadlinesOf = (scope: Scope) =>
  DEADLINE_READERS.includes(scope.rights.role) ? deadlinesOfThings(scope) : NONE;

/** Those that were moved by one change of the calendar, by the event that told of them. */
export const movedBy = manyBy<Deadline>(
  'moved deadlines',
  'select * from deadline where county_code = $1 and told_as = any($2::uuid[]) order by due_at, id',
  'toldAs',
);

/** What the county has set for a rule, or the rule's own. */
export async function amountOf(scope: Scope, rule: DeadlineRuleCode): Promise<number> {
  const set = await scope
    .loader<DeadlineRuleCode, { rule: string; amount: number }>('thresholds', async (rules) => {
      const rows = await scope.rows<{ rule: string; amount: number }>(
        'select rule, amount from threshold where county_code = $1 and rule = any($2)',
        [scope.county, rules],
      );
      return rules.map((wanted) => rows.find((row) => row.rule === wanted) ?? null);
    })
    .load(rule);
  return set?.amount ?? ruleOf(rule).amount;
}
