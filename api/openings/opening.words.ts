import type { RequestProblem } from '@lxq/schema/openings/opening-request.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { REASON, type Words } from '../platform/contract/words.ts';

const NO_SUCH_UNIT: Words = ['没有这个单位', 'No such unit'];

/** Of a request, and of the reason for refusing one. */
export const DRAFT_WORDS: Record<ProblemKey<RequestProblem>, Words> = {
  'about.MISSING': NO_SUCH_UNIT,
  'reason.SHORT': REASON,
  'reason.LONG': REASON,
};

/** Everything else that a request is refused with; its guards' words stand beside the machine (schema/openings). */
export const OPENING_WORDS = {
  request: ['该申请', 'request'],
  report: ['该信息', 'report'],
  reporter: ['该报送人', 'reporter'],
  noSuchUnit: NO_SUCH_UNIT,
} satisfies Record<string, Words>;
