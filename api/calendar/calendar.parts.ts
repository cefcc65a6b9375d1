import type { Parts } from '../platform/contract/parts.ts';
import { CalendarDay } from './calendar.entity.ts';
import { CalendarResolver } from './calendar.resolver.ts';

export const calendar: Parts = {
  entities: [CalendarDay],
  resolvers: [CalendarResolver],
  programs: {
    calendarConfirmedThrough: 'ANY',
    calendarDays: 'ANY',
  },
  prices: { 'Query.calendarDays': { size: 60 } },
};
