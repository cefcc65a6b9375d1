import { UNREAD_SHOWN } from '@lxq/schema/notifications/badge.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, PLAIN } from '../platform/contract/graphql.ts';
import { Notification } from './notification.entity.ts';

export const NotificationConnection = connectionType('Notification', () => Notification);
Field(() => Int, {
  description: `How many the viewer has not acknowledged, on whatever page; ${UNREAD_SHOWN + 1} where there are more than ${UNREAD_SHOWN}.`,
})(NotificationConnection.prototype, 'unreadCount');

@ObjectType({ ...PLAIN, description: 'What a notification is of, as people call it. Read as the viewer sees it now.' })
export class NotificationSubject {
  @Field(() => String, { description: 'Number for people.' }) no!: string;
  @Field(() => String, { description: 'Its title, or how its words begin.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Where it is, or which unit acts on it.' }) place!: string | null;
}
