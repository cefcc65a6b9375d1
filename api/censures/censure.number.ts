import { dayOf } from '@lxq/schema/calendar.ts';
import type { Censure } from './censure.entity.ts';

/** For people, such as 通2026-0003. */
export const censureNumberOf = ({ draftedAt, serial }: Pick<Censure, 'draftedAt' | 'serial'>): string =>
  `通${dayOf(draftedAt).slice(0, 4)}-${String(serial).padStart(4, '0')}`;
