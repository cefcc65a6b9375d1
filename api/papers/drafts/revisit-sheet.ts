import { dayOf } from '@lxq/schema/calendar.ts';
import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import { chineseDate } from '@lxq/schema/texts/chinese.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import type { Revisit } from '../../revisits/revisit.entity.ts';
import { type Issuance, issued, type Matter, moment, row } from './official.ts';

type What =
  | 'kind'
  | 'state'
  | 'method'
  | 'attempts'
  | 'told'
  | 'opinion'
  | 'isSolved'
  | 'rating'
  | 'reason'
  | 'doneByName';
export type Made = Pick<Revisit, What>;
export const REVISIT_TITLE = '回访单';

/** 回访单 (R52, R56, R62): who asked the villager when and how, and what they said; of one whom nobody reached, what was tried and that it counts. */
export function revisitSheet(of: Issuance, matter: Matter, made: Made): Block[] {
  const isCounted = made.state === 'COUNTED';
  const tries = made.attempts.map(
    ({ at, method }) => `${chineseDate(dayOf(new Date(at)))}${PAPER_WORDS.revisitMethod[method]}`,
  );
  return [
    { role: 'headline', text: REVISIT_TITLE },
    row('编号', of.no),
    row('回访单位', of.issuer),
    row('事项', matter.title),
    row('案号', matter.no),
    row('第几次办理', `第${matter.round}次`),
    row('回访类型', PAPER_WORDS.revisitKind[made.kind]),
    row('联系未成', tries.length > 0 ? `${tries.length}次：${tries.join('、')}` : null),
    ...(isCounted ? [row('结果', `无法联系，准予计入。${made.reason ?? ''}`)] : heard(made)),
    row(isCounted ? '准予计入' : '回访人', made.doneByName),
    row('时间', moment(of.at)),
    issued(of),
  ];
}

function heard({ kind, method, told, opinion, isSolved, rating, reason }: Made): Block[] {
  const asked = kind !== 'FILING';
  return [
    row('回访方式', method && PAPER_WORDS.revisitMethod[method]),
    row('告知内容', told),
    row('群众意见', opinion),
    ...(asked
      ? [row('是否解决', isSolved ? '已解决' : '未解决'), row('评价', rating ? PAPER_WORDS.rating[rating] : '未评价')]
      : []),
    row('具体原因', reason),
  ];
}
