import type { InstructionProblem, RegistrationProblem } from '@lxq/schema/instructions/instruction-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import type { Words } from '../platform/contract/words.ts';

const NO_SUCH_UNIT: Words = ['责任单位不存在或已停用，请重新选择', 'No such unit; please choose again'];
const LENGTH: Words = ['批示应为 {min} 到 {max} 字', 'Write {min} to {max} characters'];

/** Of an instruction as a leader writes it. */
export const REGISTRATION_WORDS: Record<ProblemKey<RegistrationProblem>, Words> = {
  'brief.SHORT': ['请填写 {min} 到 {max} 字', 'Write {min} to {max} characters'],
  'brief.LONG': ['请填写 {min} 到 {max} 字', 'Write {min} to {max} characters'],
  'dueOn.RANGE': [
    '办理期限应在批示之日起、领导要求的期限之内',
    "It must be due between the day of the instruction and the leader's day",
  ],
};

export const DRAFT_WORDS: Record<ProblemKey<InstructionProblem>, Words> = {
  'text.SHORT': LENGTH,
  'text.LONG': LENGTH,
  'responsibleUnit.MISSING': NO_SUCH_UNIT,
  'dueOn.RANGE': ['办理期限应在今天起 {max} 天内', 'It must be due within {max} days from today'],
};

/** Everything else that an instruction is refused with. */
export const INSTRUCTION_WORDS = {
  instruction: ['该批示', 'instruction'],
  item: ['该条目', 'digest item'],
  subject: ['批示须针对一个摘报条目、一条信息或一件办理结果', 'Instruct on an item, on a report or on a result'],
  noResultYet: ['还没有呈报结果，不能再批示', 'There is no result yet to instruct on'],
  theOffice: ['县群工办负责核实，不能作为承办单位', 'The county office verifies and cannot be the unit that acts'],
  coUnits: ['协办单位最多 {max} 个，且不能与主办单位相同', 'At most {max} co-units, none of them the main unit'],
  theSameUnit: [
    '该单位刚提出异议，请改派其他单位，或维持原交办',
    'This unit has objected: choose another, or uphold the dispatch',
  ],
  noSuchUnit: NO_SUCH_UNIT,
  issueIsClosed: ['本期已归档，不能再批示', 'This issue is closed'],
  sentOtherwise: ['同一编号已有不同内容的批示，请核对', 'This id was sent before with another text; please compare'],
} satisfies Record<string, Words>;
