import type { OrderKind } from '@lxq/schema/orders/order-states.ts';
import type { OfficialPaperKind } from '@lxq/schema/papers/official-papers.ts';
import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import { chineseDate } from '@lxq/schema/texts/chinese.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import type { Order } from '../../orders/order.entity.ts';
import { clauses, foot, head, type Issuance, issued, paragraphs } from './official.ts';
import { type Hand, signed } from './signed.ts';

export interface Told extends Pick<Order, 'kind' | 'title' | 'basis' | 'requirement' | 'dueOn'> {
  /** Of the order, for people. */
  no: string;
  unit: string;
  /** Of whoever issued it; a draft has none. */
  hand: Hand | null;
}

export const ORDER_PAPERS: Record<OrderKind, OfficialPaperKind & `${OrderKind}_ORDER`> = {
  GUIDANCE: 'GUIDANCE_ORDER',
  SUPERVISION: 'SUPERVISION_ORDER',
};
export const orderTitle = ({ kind }: Pick<Told, 'kind'>): string => PAPER_WORDS.orderKind[kind];

/** 下单子、督办单 (R67, R68): what it rests on, what the unit is to do, by when, and that it answers in writing. */
export function orderPaper(of: Issuance, told: Told): Block[] {
  const { kind, title, no, unit, basis, requirement, dueOn } = told;
  const isGuidance = kind === 'GUIDANCE';
  const given = isGuidance ? '向你单位下单' : '对你单位予以督办';
  return [
    ...head(of, orderTitle(told), unit),
    ...paragraphs(`现就“${title}”（单号：${no}）${given}，请按下列要求办理。`),
    ...clauses([
      ['依据和情况', basis],
      ['要求', requirement],
      [
        '时限',
        `请于${chineseDate(dueOn)}前完成，并书面反馈办理结果${isGuidance ? '（《信访工作条例》第四十条）' : ''}。`,
      ],
    ]),
    ...signed(told.hand),
    issued(of),
    ...foot(of, []),
  ];
}
