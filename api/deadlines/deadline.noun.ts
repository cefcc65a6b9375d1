import {
  DEADLINE_MACHINE,
  type DeadlineDeed,
  type DeadlineFacts,
  type DeadlineState,
} from '@lxq/schema/deadlines/deadline-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { Deadline } from './deadline.entity.ts';
import { DEADLINE_WORDS } from './deadline.words.ts';

/** While it is paused it does not pass. */
export const hasPassed = ({ dueAt, pausedAt }: Pick<Deadline, 'dueAt' | 'pausedAt'>, now: Date): boolean =>
  dueAt <= (pausedAt ?? now);

export const deadlineNoun: Noun<Deadline, DeadlineDeed, DeadlineState, DeadlineFacts> = {
  machine: DEADLINE_MACHINE,
  entity: Deadline,
  subject: 'DEADLINE',
  names: DEADLINE_WORDS.deadline,
  isHeld: false,
  seen: ({ unitCode, subject, subjectId, about }) => ({
    unitCode,
    about: { ...about, [subject]: subjectId },
    ears: 'LEADERS',
  }),
  facts: (scope, _deed, deadline) => ({ ...deadline, isExpired: hasPassed(deadline, scope.now) }),
};
