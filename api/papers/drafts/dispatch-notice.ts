import { GUARANTEES, type Guarantees } from '@lxq/schema/cases/case-draft.ts';
import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import { chineseDate } from '@lxq/schema/texts/chinese.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import type { Case } from '../../cases/case.entity.ts';
import { foot, head, type Issuance, issued, type Matter, nameOf, paragraphs, row } from './official.ts';

export interface Dispatched
  extends Matter,
    Pick<Case, 'brief' | 'outsiders' | 'coLeaders' | 'sectionHead' | 'handler' | 'consolidation' | 'isDesignated'> {
  mainUnit: string;
  coUnits: readonly string[];
  sponsor: string;
  sponsorUnit: string;
  resolveBy: string;
  guarantees: Guarantees;
}
export const DISPATCH_TITLE = '信访事项交办通知书';

/** 交办通知书 (R53, R57, R58): who acts, the five fixings and the five guarantees. */
export function dispatchNotice(of: Issuance, it: Dispatched): Block[] {
  const { mainUnit, coUnits, sponsor, sponsorUnit, resolveBy } = it;
  const beside = coUnits.length > 0 ? `，${coUnits.join('、')}协办` : '';
  // A county leader's post is at the office itself.
  const elsewhere = sponsorUnit === of.issuer ? [] : [sponsorUnit];
  const designated = it.isDesignated ? '该事项经多次改派，现指定办理。' : '';
  return [
    ...head(of, DISPATCH_TITLE, [mainUnit, ...coUnits].join('、')),
    ...paragraphs(`现将${nameOf(it)}交由${mainUnit}主办${beside}。${designated}请按下列要求办理，按期报告结果。`),
    { role: 'clause', text: '一、基本情况' },
    ...paragraphs(it.brief),
    { role: 'clause', text: '二、办理要求' },
    row('主办单位', mainUnit),
    row('协办单位', coUnits.join('、')),
    row('其他组织', it.outsiders.join('、')),
    row('包案领导', [sponsor, ...elsewhere.map((unit) => `（${unit}）`)].join('')),
    row('协包领导', it.coLeaders.join('、')),
    row('股室负责人', it.sectionHead),
    row('经办人', it.handler),
    row('解决时限', chineseDate(resolveBy)),
    row('回访巩固率', it.consolidation == null ? null : `${it.consolidation}%`),
    ...GUARANTEES.map((of) => row(PAPER_WORDS.guarantee[of].replace(/（.*/, ''), it.guarantees[of])),
    { role: 'clause', text: '三、注意事项' },
    ...paragraphs('认为不属于本单位职责的，在规定期限内书面说明理由提出异议（《信访工作条例》第二十三条）。'),
    ...paragraphs('没有群众本人意见、没有回访单、没有责任人和主要领导签字的，不予结案。'),
    issued(of),
    ...foot(of, elsewhere),
  ];
}
