import type { HeadProblem, ItemProblem } from '@lxq/schema/digests/digest-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

const { recipients } = LIMITS.digest;
const RECIPIENTS: Words = [
  `每类最多 ${recipients.perKind} 个对象，每个最多 ${recipients.name} 字`,
  `At most ${recipients.perKind} recipients of ${recipients.name} characters each`,
];

/** Of an issue's head and items as a clerk writes them. */
export const DRAFT_WORDS: Record<ProblemKey<HeadProblem | ItemProblem>, Words> = {
  'title.SHORT': LENGTH,
  'title.LONG': LENGTH,
  'mark.SHORT': LENGTH,
  'mark.LONG': LENGTH,
  'copies.RANGE': ['印数应在 {min} 到 {max} 之间', 'Print {min} to {max} copies'],
  'recipients.report.MANY': RECIPIENTS,
  'recipients.send.MANY': RECIPIENTS,
  'recipients.issue.MANY': RECIPIENTS,
  'item.title.SHORT': LENGTH,
  'item.title.LONG': LENGTH,
};
