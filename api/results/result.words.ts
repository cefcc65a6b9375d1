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
  'request.SHORT': LENGTH,
  'request.LONG': LENGTH,
  'basis.SHORT': LENGTH,
  'basis.LONG': LENGTH,
  'remedy.SHORT': LENGTH,
  'remedy.LONG': LENGTH,
  'drawing.MISSING': ['请让群众在屏幕上签名', 'Let the villager sign on the screen'],
  'drawing.LONG': ['签名笔画过多，请清除后重签', 'The signature has too many strokes: clear it and sign again'],
  'opinionForm.UNACKNOWLEDGED': [
    '一时不能解决的，须向群众说明并取得本人认可',
    'What cannot be solved at once is explained to the villager, who acknowledges it',
  ],
  'kept.SHORT': KEPT,
  'kept.LONG': KEPT,
};
