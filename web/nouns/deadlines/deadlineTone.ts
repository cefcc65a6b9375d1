import { type DeadlineRuleCode, ruleOf } from '@lxq/schema/deadlines/deadline-rules.ts';
import type { DeadlineWholeFragment } from './deadlines.generated.ts';

export type Shown = Pick<
  DeadlineWholeFragment,
  'rule' | 'state' | 'dueAt' | 'workDaysLeft' | 'isOverdue' | 'isPaused' | 'metAt'
>;
export type Tone = 'overdue' | 'soon' | 'later' | 'over';
type Left = 'dropped' | 'met' | 'metLate' | 'paused' | 'closed' | 'overdue' | 'overdueToday' | 'today' | 'left';

/** Red when it has passed, amber on its last day and the one before, grey otherwise; in work days, not in hours. */
export function deadlineTone(deadline: Shown): { tone: Tone; left: Left; count: number } {
  const { state, isPaused, isOverdue, workDaysLeft } = deadline;
  const count = workDaysLeft ?? 0;
  if (state === 'DROPPED') return { tone: 'over', left: 'dropped', count };
  if (state === 'MET') return { tone: 'over', left: isLate(deadline) ? 'metLate' : 'met', count };
  if (isPaused) return { tone: 'later', left: 'paused', count };
  if (isOverdue)
    return count < 0
      ? { tone: 'overdue', left: 'overdue', count: -count }
      : { tone: 'overdue', left: 'overdueToday', count };
  if (count < 0 && isWindow(deadline.rule)) return { tone: 'over', left: 'closed', count };
  return { tone: count <= 1 ? 'soon' : 'later', left: count === 0 ? 'today' : 'left', count };
}
const isLate = ({ metAt, dueAt }: Shown) => metAt !== null && Date.parse(metAt) > Date.parse(dueAt);
const isWindow = (rule: DeadlineRuleCode) => ruleOf(rule).isWindow === true;
