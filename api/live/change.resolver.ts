import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from 'type-graphql';
import { CursorScalar } from '../graphql.ts';
import { Report } from '../reports/report.entity.ts';
import { reportById } from '../reports/report.loaders.ts';
import type { Scope } from '../scope.ts';
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

  @FieldResolver(() => Report, {
    nullable: true,
    description: 'As the listener may see it now; null when gone from their sight.',
  })
  report(@Root() change: Change, @Ctx() scope: Scope) {
    return change.reportId ? reportById(scope).load(change.reportId) : null;
  }
}
