import { dayOf } from '@lxq/schema/calendar.ts';
import type { Report } from '../report.entity.ts';

/** Number for people: the year it came in and its serial, such as 2026-001234. */
export const numberOf = ({ submittedAt, serial }: Report) =>
  `${dayOf(submittedAt).slice(0, 4)}-${String(serial).padStart(6, '0')}`;
