import type { ExtensionProblem, ThresholdProblem } from '@lxq/schema/deadlines/deadline-drafts.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { RANGE, REASON, type Words } from '../platform/contract/words.ts';

export const EXTENSION_WORDS: Record<ProblemKey<ExtensionProblem>, Words> = {
  'days.RANGE': ['可延长 {min} 到 {max} 天', 'It may be extended by {min} to {max} days'],
  'reason.SHORT': REASON,
  'reason.LONG': REASON,
};
export const THRESHOLD_WORDS: Record<ProblemKey<ThresholdProblem>, Words> = { 'amount.RANGE': RANGE };

export const DEADLINE_WORDS = {
  deadline: ['该时限', 'deadline'],
  reminder: ['该提醒', 'reminder'],
  fixed: ['该时限由法规确定，不能调整', "This one is the law's, not the county's to change"],
  overtaken: ['{by}已改为 {amount}，请核对后重试', '{by} has set it to {amount} meanwhile; look again'],
} satisfies Record<string, Words>;
