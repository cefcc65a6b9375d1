import type { Parts } from '../platform/contract/parts.ts';
import { CalendarDay } from './calendar.entity.ts';

export const calendar: Parts = { entities: [CalendarDay] };
