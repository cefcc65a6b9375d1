import { LIMITS } from '@lxq/schema/limits.ts';
import type { TermProblem } from '@lxq/schema/network/term-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, RANGE, type Words } from '../../platform/contract/words.ts';

const { tags, tag } = LIMITS.term;
const TAGS: Words = [
  `最多 ${tags} 个标签，每个最多 ${tag.max} 字`,
  `At most ${tags} tags of at most ${tag.max} characters`,
];

/** Of an entry of a dictionary as the office writes it. */
export const DRAFT_WORDS: Record<ProblemKey<TermProblem>, Words> = {
  'code.CODE': ['代码用字母、数字和连字符，最多 {max} 个', 'A code has letters, digits and dashes, at most {max}'],
  'name.SHORT': LENGTH,
  'name.LONG': LENGTH,
  'nameEn.SHORT': LENGTH,
  'nameEn.LONG': LENGTH,
  'tags.MANY': TAGS,
  'tags.LONG': TAGS,
  'position.RANGE': RANGE,
};

/** Everything else that an entry is refused with. */
export const TERM_WORDS = {
  codeInUse: ['代码已被使用，请另取一个', 'This code is in use already; take another'],
  notTop: ['上级须为同一词典的一级条目', 'The parent must be a top entry of the same dictionary'],
  hasEntriesBelow: ['已有下级的条目不能再设上级', 'An entry that has entries below it cannot go below another'],
} satisfies Record<string, Words>;
