import { KIND_WORDS, NOTIFICATION_KINDS } from '@lxq/schema/notifications/notification-kinds.ts';
import { channelSettings } from '../channels/channel.settings.ts';
import type { Message } from './outcome.ts';

/** Nothing of a matter leaves the house: how many of which kind, and where to look. */
export const linkHome = () => `${channelSettings().appOrigin}/notifications`;

export function headlineOf({ kinds, language }: Message): string {
  const counts = NOTIFICATION_KINDS.flatMap((kind) => {
    const [zh, en] = KIND_WORDS[kind];
    const n = kinds[kind];
    return n ? [language === 'zh' ? `${zh} ${n} 条` : `${en}: ${n}`] : [];
  });
  const total = Object.values(kinds).reduce((sum, n) => sum + n, 0);
  return language === 'zh'
    ? `【连心桥】${total} 条通知：${counts.join('，')}`
    : `[Lianxinqiao] ${total} new: ${counts.join(', ')}`;
}

export const textOf = (message: Message) =>
  `${headlineOf(message)}\n${message.language === 'zh' ? '请登录查看：' : 'Sign in to read: '}${linkHome()}`;
