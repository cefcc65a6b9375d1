import type { Parts } from '../platform/contract/parts.ts';
import { Channel, ChannelPace, PushKey } from './channels/channel.entity.ts';
import { ChannelResolver } from './channels/channel.resolver.ts';
import { Notification, NotificationDelivery } from './notification.entity.ts';
import { NotificationDeliveryResolver, NotificationResolver } from './notification.resolver.ts';

export const notifications: Parts = {
  entities: [Notification, NotificationDelivery, Channel, ChannelPace, PushKey],
  resolvers: [NotificationResolver, NotificationDeliveryResolver, ChannelResolver],
  prices: {
    'Notification.deliveries': { size: 3 },
    'ChannelSettings.channels': { size: 10 },
    'ChannelSettings.kinds': { size: 4 },
  },
};
