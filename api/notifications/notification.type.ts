import { UNREAD_SHOWN } from '@lxq/schema/notifications/badge.ts';
import { Field, Int } from 'type-graphql';
import { connectionType } from '../platform/contract/graphql.ts';
import { Notification } from './notification.entity.ts';

export const NotificationConnection = connectionType('Notification', () => Notification);
Field(() => Int, {
  description: `How many the viewer has not acknowledged, on whatever page; ${UNREAD_SHOWN + 1} where there are more than ${UNREAD_SHOWN}.`,
})(NotificationConnection.prototype, 'unreadCount');
