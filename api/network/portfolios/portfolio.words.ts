import { LIMITS } from '@lxq/schema/limits.ts';
import type { PortfolioProblem } from '@lxq/schema/network/portfolio-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import type { Words } from '../../platform/contract/words.ts';

const NO_SUCH_LEADER: Words = [
  '请选择本县在任的领导；没有时先导入其任职',
  "Choose a leader whose post is in force; import the leader's post first",
];
const LENGTH: Words = ['分工名称请填写 {min} 到 {max} 字', 'Write {min} to {max} characters'];

/** Of a portfolio as the office writes it. */
export const DRAFT_WORDS: Record<ProblemKey<PortfolioProblem>, Words> = {
  'name.SHORT': LENGTH,
  'name.LONG': LENGTH,
  'leader.MISSING': NO_SUCH_LEADER,
  'topicCodes.MANY': [`最多 ${LIMITS.portfolio.topics} 个类别`, `At most ${LIMITS.portfolio.topics} topics`],
  'position.RANGE': ['顺序为 {min} 到 {max}', 'The order is {min} to {max}'],
};

/** Everything else that a portfolio is refused with. */
export const PORTFOLIO_WORDS = {
  portfolio: ['该领导分工', 'portfolio'] as Words,
  noSuchLeader: NO_SUCH_LEADER,
  sameName: ['已有同名的领导分工，请换一个名称', 'Another portfolio has this name; choose another'] as Words,
  notTopics: (codes: string): Words => [`不是在用的信息类别：${codes}`, `Not a topic in use: ${codes}`],
  itemsRemain: (name: string, items: number): Words => [
    `未印发的摘报中有 ${items} 条归入“${name}”，请先调整到其他分工`,
    `An issue that is not out yet has ${items} items under "${name}"; put them elsewhere first`,
  ],
};
