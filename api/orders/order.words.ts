import type { InspectionProblem, OrderProblem } from '@lxq/schema/orders/order-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

export const ORDER_DRAFT_WORDS: Record<ProblemKey<OrderProblem>, Words> = {
  'unit.MISSING': ['请选择承接单位', 'Choose the unit that it is given to'],
  'title.SHORT': LENGTH,
  'title.LONG': LENGTH,
  'basis.SHORT': LENGTH,
  'basis.LONG': LENGTH,
  'requirement.SHORT': LENGTH,
  'requirement.LONG': LENGTH,
  'dueOn.RANGE': ['期限应在今天起 {max} 天内', 'It is due within {max} days from today'],
};
export const INSPECTION_WORDS: Record<ProblemKey<InspectionProblem>, Words> = {
  'team.MISSING': ['请填写检查组成员', 'Write who went to see'],
  'team.MANY': ['最多 {max} 人', 'At most {max}'],
  'team.SHORT': LENGTH,
  'team.LONG': LENGTH,
  'found.SHORT': LENGTH,
  'found.LONG': LENGTH,
};
export const ORDER_WORDS = {
  order: ['该单子', 'order'],
  notGuided: ['只能给所指导的下级单位下单', 'Orders are given along the lines of guidance only'],
  noSuchUnit: ['单位不存在或已停用，请重新选择', 'No such unit; please choose again'],
  sentOtherwise: ['同一编号已有不同内容的单子，请核对', 'This id was sent before with another text; please compare'],
} satisfies Record<string, Words>;
