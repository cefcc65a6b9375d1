import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { badInput } from './errors.ts';

/** The words that a deed cannot do without, trimmed; `length` in characters as a reader counts them. */
export function checkReason(
  field: string,
  text: string,
  length = LIMITS.report.reason as { min: number; max: number },
): string {
  const reason = text.trim();
  const { min, max } = length;
  if (lengthFault(reason, length))
    throw badInput(field, `请填写 ${min} 到 ${max} 字的说明`, `Write ${min} to ${max} characters`);
  return reason;
}
