import { BY_HAND, type CaseOutcome } from '@lxq/schema/cases/case-words.ts';
import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import { chineseDate } from '@lxq/schema/texts/chinese.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import type { Case } from '../../cases/case.entity.ts';
import { head, type Issuance, issued, nameOf, paragraphs } from './official.ts';

export type Decided = Pick<
  Case,
  'channel' | 'receivedOn' | 'route' | 'decidedTo' | 'decidedReason' | 'notice' | 'isLegalAidOffered'
> & { decision: CaseOutcome; title: string; no: string; round: number };

const TITLES: Record<CaseOutcome, string> = {
  ACCEPTED: '信访事项受理告知书',
  TRANSFERRED: '信访事项转送告知书',
  REDIRECTED: '信访事项依法分类处理告知书',
  NOT_ACCEPTED: '信访事项不予受理告知书',
};
export const decisionTitle = ({ decision }: Decided): string => TITLES[decision];

/** 告知书 (Art. 22, 23, 31, 34): what the office has decided, for whoever came, whom it does not name. */
export function decisionNotice(of: Issuance, decided: Decided): Block[] {
  const { channel, receivedOn, decidedReason, notice, isLegalAidOffered } = decided;
  const from = BY_HAND.includes(channel) ? '您反映的' : '';
  const came = `${chineseDate(receivedOn)}收到${from}${nameOf(decided)}，来源：${PAPER_WORDS.caseChannel[channel]}。`;
  return [
    ...head(of, decisionTitle(decided), '信访人'),
    ...paragraphs(`${came}${saidOf(decided)}`),
    ...(decidedReason ? paragraphs(`理由：${decidedReason}`) : []),
    ...(isLegalAidOffered ? paragraphs('符合法律援助条件的，可以依法申请法律援助。') : []),
    ...(notice ? paragraphs(`告知方式：${PAPER_WORDS.noticeForm[notice]}。`) : []),
    issued(of),
  ];
}

function saidOf({ decision, decidedTo, route }: Decided): string {
  const said: Record<CaseOutcome, string> = {
    ACCEPTED:
      '经审查，决定予以受理。依照《信访工作条例》第三十四条，自受理之日起60日内办结；情况复杂的，经批准可以延长，延长不超过30日，并告知理由。',
    TRANSFERRED: `经审查，依照《信访工作条例》第二十二条，转送${decidedTo}处理。`,
    REDIRECTED: `经审查，依照《信访工作条例》第三十一条，应当通过${route ? PAPER_WORDS.caseRoute[route] : '法定途径'}处理，请向${decidedTo}提出。`,
    NOT_ACCEPTED: '经审查，决定不予受理。',
  };
  return said[decision];
}
