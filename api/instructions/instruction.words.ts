import type { InstructionProblem } from '@lxq/schema/instructions/instruction-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import type { Words } from '../platform/contract/words.ts';

const NO_SUCH_UNIT: Words = ['责任单位不存在或已停用，请重新选择', 'No such unit; please choose again'];
const LENGTH: Words = ['批示应为 {min} 到 {max} 字', 'Write {min} to {max} characters'];

/** Of an instruction as a leader writes it. */
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
  report: ['该信息', 'report'],
  subject: ['批示须针对一个摘报条目或一条信息', 'Instruct on an item or on a report'],
  noSuchUnit: NO_SUCH_UNIT,
  issueIsClosed: ['本期已归档，不能再批示', 'This issue is closed'],
  sentOtherwise: ['同一编号已有不同内容的批示，请核对', 'This id was sent before with another text; please compare'],
} satisfies Record<string, Words>;
