import { KIND_WORDS, NOTIFICATION_KINDS } from '@lxq/schema/notifications/notification-kinds.ts';
import { filled, type Words, wordsIn } from '../../platform/contract/words.ts';
import { channelSettings } from '../channels/channel.settings.ts';
import type { Message } from './outcome.ts';

/** Nothing of a matter leaves the house: how many of which kind, and where to look. */
export const linkHome = () => `${channelSettings().appOrigin}/notifications`;

const EACH: Words = ['{kind} {n} 条', '{kind}: {n}'];
const ALL: Words = ['【连心桥】{total} 条通知：{counts}', '[Lianxinqiao] {total} new: {counts}'];
/** Who opens the app as themselves does not find them. */
const LENT: Words = [
  '（其中代理岗位 {n} 条，请切换岗位查看）',
  ' ({n} of the post that you stand in for: switch to it)',
];
const WHERE: Words = ['请登录查看：', 'Sign in to read: '];

export function headlineOf({ kinds, asStandIn, language }: Message): string {
  const counts = NOTIFICATION_KINDS.filter((kind) => kinds[kind]).map((kind) =>
    wordsIn(language, filled(EACH, { kind: wordsIn(language, KIND_WORDS[kind]), n: kinds[kind] })),
  );
  const total = Object.values(kinds).reduce((sum, n) => sum + n, 0);
  const said = counts.join(wordsIn(language, ['，', ', ']));
  const lent = asStandIn ? wordsIn(language, filled(LENT, { n: asStandIn })) : '';
  return wordsIn(language, filled(ALL, { total, counts: said })) + lent;
}

export const textOf = (message: Message) => `${headlineOf(message)}\n${wordsIn(message.language, WHERE)}${linkHome()}`;
