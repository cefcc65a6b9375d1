import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { CursorScalar } from '../contract/graphql.ts';
import type { Scope } from '../scope/scope.ts';
import { Change, ChangeKindEnum } from './change.type.ts';
import { cursorNow } from './event.read.ts';

@Resolver(() => Change)
export class ChangeResolver {
  @Authorized()
  @Query(() => CursorScalar, {
    description: 'Where the event log stands now: fetch this before the lists, then subscribe after it.',
  })
  cursor(@Ctx() scope: Scope) {
    return cursorNow(scope);
  }

  // Delivered by live/hub.ts: an event is executed once an audience, with the event as the root value.
  @Authorized(...REPORT_READERS)
  @Subscription(() => Change, { topics: 'changes' })
  changes(
    @Root() change: Change,
    @Arg('after', () => CursorScalar, { nullable: true }) _after: string | null,
    @Arg('kinds', () => [ChangeKindEnum], { nullable: true }) _kinds: string[] | null,
  ): Change {
    return change;
  }
}
