import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Change } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Deadline } from './deadline.entity.ts';
import { DEADLINE_READERS, movedBy } from './deadline.loaders.ts';

/** Of a change, the deadline that it concerns, or those that another calendar has moved. */
@Resolver(() => Change)
export class DeadlineChangeResolver {
  @FieldResolver(() => ID, { nullable: true })
  deadlineId(@Root() { about }: Change) {
    return about.DEADLINE ?? null;
  }
  @FieldResolver(() => [Deadline], { description: 'With when each was due before.' })
  async movedDeadlines(@Root() { about }: Change, @Ctx() scope: Scope) {
    return about.CALENDAR && DEADLINE_READERS.includes(scope.rights.role)
      ? ((await movedBy(scope).load(about.CALENDAR)) ?? [])
      : [];
  }
}
