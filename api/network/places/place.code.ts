import { badInput } from '../../platform/contract/errors.ts';

export const isCode = (code: string) => /^\d{15}$/.test(code);

/** A place's or unit's code as clients send it. */
export function checkCode(code: string, field: string): number {
  if (!isCode(code)) throw badInput(field, '编码应为 15 位数字', 'A code has 15 digits');
  return Number(code);
}
