import { dayOf } from '@lxq/schema/calendar.ts';
import type { Order } from './order.entity.ts';

/** For people, such as 单2026-0003. */
export const orderNumberOf = ({ draftedAt, serial }: Pick<Order, 'draftedAt' | 'serial'>): string =>
  `单${dayOf(draftedAt).slice(0, 4)}-${String(serial).padStart(4, '0')}`;
