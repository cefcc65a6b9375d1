import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import type { ResultReport } from '../../results/result.entity.ts';
import { clauses, head, type Issuance, issued, type Matter, nameOf, paragraphs } from './official.ts';
import { type Hand, signed } from './signed.ts';

type Signed = Pick<ResultReport, 'signedByName' | 'signedAs' | 'signedAt' | 'signedHash'>;
export type Reported = Signed &
  Pick<
    ResultReport,
    'finding' | 'body' | 'answer' | 'opinion' | 'opinionForm' | 'kept' | 'request' | 'basis' | 'remedy'
  >;

export const RESULT_TITLE = '信访事项办理情况报告';
export const OPINION_TITLE = '信访事项处理意见书';

/** 办理情况报告 (R50, R51): what was found and done, for whoever checks it, with the villager's own opinion. */
export function resultReport(of: Issuance, it: Matter & { office: string }, result: Reported): Block[] {
  const again = it.round > 1 ? `（第${it.round}次办理）` : '';
  return [
    ...head(of, RESULT_TITLE, it.office),
    ...paragraphs(`${nameOf(it)}${again}由我单位主办，现报告如下。`),
    ...clauses([
      ['办理情况', result.body],
      ['结论', `${PAPER_WORDS.finding[result.finding]}。`],
      ['可告知群众的答复', result.answer],
      ['群众本人意见', `${opinionForm(result)}\n${result.opinion}`],
    ]),
    ...signed(handOf(result)),
    issued(of),
  ];
}

/** Who keeps the signed paper is an official; who witnessed a refusal may be a villager, and so is not named. */
const opinionForm = ({ opinionForm: form, kept }: Reported): string =>
  `${PAPER_WORDS.opinionForm[form]}${form === 'SIGNED' ? `，原件保管：${kept}` : ''}。`;

/**
 * 处理意见书 (Art. 32): request, facts, opinion, legal basis, remedy. It goes to whoever asked: its facts are the finding and what may be told, and not the report's own text, which is
 * for those who check it.
 */
export function writtenOpinion(of: Issuance, it: Matter & { brief: string }, result: Reported): Block[] {
  return [
    ...head(of, OPINION_TITLE, '信访人'),
    ...paragraphs(`您反映的${nameOf(it)}，经调查核实，现提出处理意见如下。`),
    ...clauses([
      ['诉求', result.request ?? ''],
      ['查明的事实', `您反映：${it.brief}\n经查，${PAPER_WORDS.finding[result.finding]}。`],
      ['处理意见', result.answer],
      ['依据', result.basis ?? ''],
      ['救济途径', result.remedy ?? ''],
    ]),
    ...signed(handOf(result)),
    issued(of),
  ];
}

const handOf = ({ signedByName, signedAs, signedAt, signedHash }: Signed): Hand | null =>
  signedByName && signedAt && signedHash
    ? { name: signedByName, capacity: signedAs, at: signedAt, hash: signedHash }
    : null;
