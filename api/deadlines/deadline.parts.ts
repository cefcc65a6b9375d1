import type { Parts } from '../platform/contract/parts.ts';
import { Deadline } from './deadline.entity.ts';
import { DeadlineDeedResolver, DeadlineResolver } from './deadline.resolver.ts';
import { DeadlineChangeResolver } from './deadline-change.resolver.ts';
import { Reminder } from './reminders/reminder.entity.ts';
import { ReminderResolver } from './reminders/reminder.resolver.ts';
import { Threshold } from './thresholds/threshold.entity.ts';
import { ThresholdResolver } from './thresholds/threshold.resolver.ts';

export const deadlines: Parts = {
  entities: [Deadline, Reminder, Threshold],
  resolvers: [DeadlineResolver, DeadlineDeedResolver, DeadlineChangeResolver, ReminderResolver, ThresholdResolver],
  prices: {
    'Query.thresholds': { size: 20 },
    'Query.thresholdHistory': { size: 100 },
    'Deadline.reminders': { size: 5 },
    'DeadlineProof.skipped': { size: 10 },
    'DeadlineProof.worked': { size: 3 },
    'Change.movedDeadlines': { size: 20 },
  },
};
