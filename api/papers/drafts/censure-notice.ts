import { dayOf } from '@lxq/schema/calendar.ts';
import { chineseDate } from '@lxq/schema/texts/chinese.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import type { Censure } from '../../censures/censure.entity.ts';
import { clauses, foot, head, type Issuance, issued } from './official.ts';
import { type Hand, signed } from './signed.ts';

export interface Censured extends Pick<Censure, 'title' | 'cause' | 'evidence' | 'rule' | 'appealUntil'> {
  unit: string;
  /** Of whoever approved it; a draft has none before. */
  hand: Hand | null;
}

/** 关于……的通报, whichever of it whoever drafted it has written (GB/T 9704: a title ends with the kind of paper). */
export function censureTitle({ title }: Pick<Censured, 'title'>): string {
  if (title.endsWith('通报')) return title;
  return `${title.startsWith('关于') ? '' : '关于'}${title}的通报`;
}

/** 通报 (R67, R137): what happened, what shows it, which rule it breaks, and what the unit may say against it by when. */
export function censureNotice(of: Issuance, it: Censured): Block[] {
  return [
    ...head(of, censureTitle(it), it.unit),
    ...clauses([
      ['事由', it.cause],
      ['查证情况', it.evidence],
      ['违反的规定', it.rule],
      [
        '整改和申诉',
        `请你单位立即整改，并书面报告整改措施。对本通报有异议的，可以${byWhen(it)}书面提出申诉，申诉一次为限。`,
      ],
    ]),
    ...signed(it.hand),
    issued(of),
    ...foot(of, []),
  ];
}

/** Its time for appealing ends with a day. */
const byWhen = ({ appealUntil }: Censured): string =>
  appealUntil ? `在${chineseDate(dayOf(new Date(+appealUntil - 1)))}前` : '在规定期限内';
