import { dayOf, workDaysLeft } from '@lxq/schema/calendar.ts';
import { extensionProblems } from '@lxq/schema/deadlines/deadline-drafts.ts';
import { ruleOf } from '@lxq/schema/deadlines/deadline-rules.ts';
import { DEADLINE_MACHINE, OPEN } from '@lxq/schema/deadlines/deadline-states.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { deedResolver } from '../platform/deeds/derive.ts';
import { find, move } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Deadline } from './deadline.entity.ts';
import { DEADLINE_READERS } from './deadline.loaders.ts';
import { deadlineNoun, hasPassed } from './deadline.noun.ts';
import { reckonAnew } from './deadline.service.ts';
import { DeadlineExtension, DeadlineProof } from './deadline.type.ts';
import { EXTENSION_WORDS } from './deadline.words.ts';
import { Reminder } from './reminders/reminder.entity.ts';
import { remindersOf } from './reminders/reminder.read.ts';

const isOpen = ({ state }: Deadline) => OPEN.includes(state);

@Resolver(() => Deadline)
export class DeadlineResolver {
  @Authorized(...DEADLINE_READERS)
  @Query(() => Deadline)
  deadline(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return find(scope, deadlineNoun, id);
  }

  @Authorized(...DEADLINE_MACHINE.requestExtension.by)
  @Mutation(() => Deadline, { description: DEADLINE_MACHINE.requestExtension.says })
  async requestExtension(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('days', () => Int) askedDays: number,
    @Arg('reason', () => String) reason: string,
  ) {
    const deadline = await find(scope, deadlineNoun, id, version);
    const askedReason = reason.trim();
    refuseFirst(extensionProblems(deadline.rule, { days: askedDays, reason: askedReason }), EXTENSION_WORDS);
    const { personId: askedBy, personName: askedByName, actedById: askedActedBy } = scope.rights;
    const change = { askedDays, askedReason, askedBy, askedByName, askedActedBy, askedAt: scope.now };
    return move(scope, deadlineNoun, 'requestExtension', deadline, { change, note: askedReason });
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that owes it.' })
  unit(@Root() { unitCode }: Deadline, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Negative when it has passed; null when nobody owes it any more, or it is paused.',
  })
  async workDaysLeft(@Root() deadline: Deadline, @Ctx() scope: Scope) {
    if (!isOpen(deadline) || deadline.pausedAt) return null;
    return workDaysLeft(dayOf(scope.now), dayOf(new Date(+deadline.dueAt - 1)), await calendarOf(scope));
  }
  @FieldResolver(() => Boolean, { description: 'Owed, and late. A window that has closed is not.' })
  isOverdue(@Root() deadline: Deadline, @Ctx() scope: Scope) {
    return isOpen(deadline) && !ruleOf(deadline.rule).isWindow && hasPassed(deadline, scope.now);
  }
  @FieldResolver(() => Boolean, { description: 'The holidays of its year are not published: it may still move.' })
  isProvisional(@Root() { proof }: Deadline) {
    return proof.isProvisional;
  }
  @FieldResolver(() => Boolean)
  isPaused(@Root() { pausedAt }: Deadline) {
    return pausedAt != null;
  }
  @FieldResolver(() => DeadlineProof)
  proof(@Root() { proof }: Deadline) {
    return proof;
  }
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'By how many days it may be extended at most, once; null where it may not.',
  })
  extensionMost(@Root() { rule }: Deadline) {
    return ruleOf(rule).extension ?? null;
  }
  @FieldResolver(() => DeadlineExtension, { nullable: true })
  extension(@Root() deadline: Deadline): DeadlineExtension | null {
    const { askedDays, askedReason, askedByName, askedAt, decidedAt = null, refusal = null, extendedDays } = deadline;
    if (!askedDays || !askedReason || !askedAt) return null;
    const decision = { isApproved: decidedAt ? extendedDays > 0 : null, decidedAt, refusal };
    return { days: askedDays, reason: askedReason, askedByName: askedByName ?? '', askedAt, ...decision };
  }
  @FieldResolver(() => [Reminder], { description: 'Those that were made, the first first.' })
  reminders(@Root() deadline: Deadline, @Ctx() scope: Scope) {
    return remindersOf(deadline, scope.rights);
  }
}

export const DeadlineDeedResolver = deedResolver(deadlineNoun, {
  changes: {
    approveExtension: async (scope, deadline) => {
      await reckonAnew(scope, Object.assign(deadline, { extendedDays: deadline.askedDays }));
      return decided(scope);
    },
    refuseExtension: (scope, _deadline, refusal) => ({ ...decided(scope), refusal }),
  },
});
const decided = (scope: Scope) => ({ decidedBy: scope.rights.personId, decidedAt: scope.now });
