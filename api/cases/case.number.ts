import { dayOf } from '@lxq/schema/calendar.ts';
import type { Case } from './case.entity.ts';

/** For people, such as 案2026-0012. */
export const numberOf = ({ openedAt, serial }: Pick<Case, 'openedAt' | 'serial'>): string =>
  `案${dayOf(openedAt).slice(0, 4)}-${String(serial).padStart(4, '0')}`;
