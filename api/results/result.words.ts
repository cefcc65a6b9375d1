import type { ProblemKey } from '@lxq/schema/problems.ts';
import type { ResultProblem } from '@lxq/schema/results/result-draft.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

const KEPT: Words = [
  '请填写签字原件由谁保管，或两名见证人的姓名（{min} 到 {max} 字）',
  'Write who keeps the signed paper, or the two witnesses ({min} to {max} characters)',
];

export const RESULT_WORDS: Record<ProblemKey<ResultProblem>, Words> = {
  'body.SHORT': LENGTH,
  'body.LONG': LENGTH,
  'answer.SHORT': LENGTH,
  'answer.LONG': LENGTH,
  'opinion.SHORT': LENGTH,
  'opinion.LONG': LENGTH,
  'kept.MISSING': [
    '请填写签字原件由谁保管，或两名见证人的姓名',
    'Write who keeps the signed paper, or the two witnesses',
  ],
  'kept.SHORT': KEPT,
  'kept.LONG': KEPT,
};
