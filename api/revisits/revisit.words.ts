import type { ProblemKey } from '@lxq/schema/problems.ts';
import type { RevisitProblem } from '@lxq/schema/revisits/revisit-draft.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

export const REVISIT_DRAFT_WORDS: Record<ProblemKey<RevisitProblem>, Words> = {
  'told.SHORT': LENGTH,
  'told.LONG': LENGTH,
  'opinion.SHORT': LENGTH,
  'opinion.LONG': LENGTH,
  'reason.SHORT': LENGTH,
  'reason.LONG': LENGTH,
  'reason.MISSING': ['未解决或不满意的，请写明具体原因', 'Write what is unsolved, or why they are dissatisfied'],
  'isSolved.MISSING': ['请选择问题是否已经解决', 'Say whether it is solved'],
};
export const REVISIT_WORDS = {
  revisit: ['该回访', 'revisit'],
  noSuchUnit: ['单位不存在或已停用，请重新选择', 'No such unit; please choose again'],
  barred: ['办理单位和所涉单位不能回访，请选其他单位', 'Choose a unit that neither handles it nor is concerned'],
} satisfies Record<string, Words>;
