import {
  DEADLINE_MACHINE,
  type DeadlineDeed,
  type DeadlineFacts,
  type DeadlineState,
} from '@lxq/schema/deadlines/deadline-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Deadline } from './deadline.entity.ts';
import { DEADLINE_WORDS } from './deadline.words.ts';

/** While it is paused it does not pass. */
export const hasPassed = ({ dueAt, pausedAt }: Pick<Deadline, 'dueAt' | 'pausedAt'>, now: Date): boolean =>
  dueAt <= (pausedAt ?? now);

/** Who asked for more time in another's name: they and whom they stood in for are one pair of eyes. */
const askedActedBy = (scope: Scope) =>
  scope.loader<string, string>('extension asked by stand-in', async (ids) => {
    const rows = await scope.rows<{ subjectId: string; actedById: string | null }>(
      `select distinct on (subject_id) subject_id, acted_by_id from audit
       where county_code = $1 and subject_id = any($2::uuid[]) and deed = 'requestExtension' order by subject_id, at desc, id desc`,
      [scope.county, ids],
    );
    const found = new Map(rows.map((row) => [row.subjectId, row.actedById]));
    return ids.map((id) => found.get(id) ?? null);
  });

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
  facts: async (scope, _deed, deadline) => ({
    ...deadline,
    isExpired: hasPassed(deadline, scope.now),
    askedActedBy: deadline.state === 'EXTENSION_REQUESTED' ? await askedActedBy(scope).load(deadline.id) : null,
  }),
};
