import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthProblem } from '@lxq/schema/problems.ts';
import { REASON, refuseFirst } from './words.ts';

/** The words that a deed cannot do without, trimmed; `length` in characters as a reader counts them. */
export function checkReason(
  field: string,
  text: string,
  length = LIMITS.report.reason as { min: number; max: number },
): string {
  const reason = text.trim();
  refuseFirst(lengthProblem(field, reason, length), { [`${field}.SHORT`]: REASON, [`${field}.LONG`]: REASON });
  return reason;
}
