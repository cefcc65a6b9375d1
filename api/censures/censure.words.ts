import type { CensureProblem } from '@lxq/schema/censures/censure-draft.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

export const CENSURE_DRAFT_WORDS: Record<ProblemKey<CensureProblem>, Words> = {
  'unit.MISSING': ['请选择被通报单位', 'Choose the unit that it names'],
  'title.SHORT': LENGTH,
  'title.LONG': LENGTH,
  'cause.SHORT': LENGTH,
  'cause.LONG': LENGTH,
  'evidence.SHORT': LENGTH,
  'evidence.LONG': LENGTH,
  'rule.SHORT': LENGTH,
  'rule.LONG': LENGTH,
};
export const CENSURE_WORDS = {
  censure: ['该通报', 'censure'],
  noSuchUnit: ['单位不存在或已停用，请重新选择', 'No such unit; please choose again'],
  theOffice: ['县群工办不能通报自己', 'The county office does not censure itself'],
  sentOtherwise: ['同一编号已有不同内容的通报，请核对', 'This id was sent before with another text; please compare'],
} satisfies Record<string, Words>;
