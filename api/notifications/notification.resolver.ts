import { linkOf, SEVERE } from '@lxq/schema/notifications/notification-kinds.ts';
import { REPORT_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { InstantScalar } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Notification, NotificationDelivery } from './notification.entity.ts';
import { aboutOf, deliveriesOf } from './notification.loaders.ts';
import { type Listed, list } from './notification.read.ts';
import * as notifications from './notification.service.ts';
import { NotificationConnection, NotificationSubject } from './notification.type.ts';
import { failureIn } from './notification.words.ts';

@Resolver(() => Notification)
export class NotificationResolver {
  @Authorized(...REPORT_READERS)
  @Query(() => NotificationConnection, {
    description: 'What the viewer is told of, newest first; several of one thing as one.',
  })
  notifications(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return list(scope, { first, after, info });
  }

  @Authorized(...REPORT_READERS)
  @Mutation(() => Notification, {
    description:
      'With what the viewer was told of the same thing before. The first time counts. Of an urgent report its alert is known too.',
  })
  acknowledgeNotification(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return notifications.acknowledge(scope, id);
  }
  @Authorized(...REPORT_READERS)
  @Mutation(() => Int, {
    description: 'All until then but urgent reports, which are acknowledged each by itself; how many.',
  })
  acknowledgeNotifications(@Ctx() scope: Scope, @Arg('upTo', () => InstantScalar) upTo: Date) {
    return notifications.acknowledgeAll(scope, upTo);
  }

  @FieldResolver(() => NotificationSubject, {
    nullable: true,
    description: 'What it is of; null where the viewer sees that no longer, and of a trial.',
  })
  about(@Root() told: Notification, @Ctx() scope: Scope) {
    return aboutOf(scope, told);
  }
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where the viewer opens what it is of, as long as they see it.',
  })
  async link(@Root() told: Notification, @Ctx() scope: Scope) {
    const { kind, why, subject, subjectId = null } = told;
    const link = linkOf({ kind, why, subject, subjectId }, scope.rights.role);
    return link && (await aboutOf(scope, told)) ? link : null;
  }
  @FieldResolver(() => Int, {
    description: 'How many the viewer was told of the same thing, of which this one is listed: the newest.',
  })
  count(@Root() { count }: Listed) {
    return count;
  }
  @FieldResolver(() => Int, { description: '… and has not acknowledged.' })
  unreadCount(@Root() { unreadCount }: Listed) {
    return unreadCount;
  }
  @FieldResolver(() => Boolean, { description: 'It passes quiet hours.' })
  isSevere(@Root() { kind }: Notification) {
    return SEVERE.includes(kind);
  }
  @FieldResolver(() => [NotificationDelivery], { description: 'By which channels it went out, beside the app.' })
  deliveries(@Root() { id }: Notification, @Ctx() scope: Scope) {
    return deliveriesOf(scope).load(id);
  }
}

@Resolver(() => NotificationDelivery)
export class NotificationDeliveryResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Why it did not come, or not yet.' })
  failure(@Root() { failure }: NotificationDelivery, @Ctx() { caller }: Scope) {
    return failureIn(caller.language, failure);
  }
}
