import { dayOf } from '@lxq/schema/calendar.ts';
import type { Instruction } from './instruction.entity.ts';

/** For people, such as 2026-0290. */
export const numberOf = ({ instructedAt, serial }: Pick<Instruction, 'instructedAt' | 'serial'>): string =>
  `${dayOf(instructedAt).slice(0, 4)}-${String(serial).padStart(4, '0')}`;
