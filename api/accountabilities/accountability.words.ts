import type { AccountabilityProblem } from '@lxq/schema/accountabilities/accountability-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

const NO_SUCH_UNIT: Words = ['请选择单位，县群工办除外', 'Choose a unit other than the county office'];

export const ACCOUNTABILITY_DRAFT_WORDS: Record<ProblemKey<AccountabilityProblem>, Words> = {
  'unit.MISSING': NO_SUCH_UNIT,
  'kind.MISSING': ['请选择处理方式', 'Choose what was decided'],
  'basis.MISSING': ['请选择问责事由', 'Choose for what'],
  'decidedOn.RANGE': ['决定日期应在今天以前', 'It was decided before today'],
  'organ.SHORT': LENGTH,
  'organ.LONG': LENGTH,
  'reference.SHORT': LENGTH,
  'reference.LONG': LENGTH,
};
export const ACCOUNTABILITY_WORDS = {
  accountability: ['该问责记录', 'record of accountability'],
  noSuchUnit: NO_SUCH_UNIT,
  matter: [
    '没有这个编号的案件或通报，请核对（如：案2026-0012）',
    'No case or censure has this number, such as 案2026-0012',
  ],
  sentOtherwise: ['同一编号已有不同内容的记录，请核对', 'This id was sent before with another text; please compare'],
} satisfies Record<string, Words>;
