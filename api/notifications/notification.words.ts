import type { Language } from '../platform/contract/errors.ts';
import { type Words, wordsIn } from '../platform/contract/words.ts';

/** Why something did not come, as the queue writes it. */
export const FAILURES = {
  THROTTLED: ['对方要求放慢，稍后再发', 'Asked to slow down; it is tried again'],
  UNREACHABLE: ['暂时联系不上，稍后再发', 'Out of reach for now; it is tried again'],
  REFUSED: ['对方拒收', 'It was refused'],
  GONE: ['该渠道已失效，请重新添加', 'This channel is gone; add it again'],
  CHANNEL_ENDED: ['渠道已停用', 'The channel has ended'],
  GIVEN_UP: ['一天内未能送达，已停止', 'Not delivered within a day, and given up'],
  STAND_IN_ENDED: ['代理期间已结束，不再发送', 'The time of standing in was over before it was sent'],
  SETTLED: ['等待期间已知悉或已转入密件，不再发送', 'Known or sealed before it was sent, so it was not'],
  NO_KEY: ['密钥已更换，请重新添加该渠道', 'Its key is gone; add it again'],
  NOT_ALLOWED: ['地址不在允许范围内', 'This address is not on the list of those that may be called'],
} as const satisfies Record<string, Words>;
export type Failure = keyof typeof FAILURES;
/** Why something did not come, as its reader has it. */
export const failureIn = (language: Language, failure?: string | null): string | null =>
  failure ? wordsIn(language, FAILURES[failure as Failure] ?? [failure, failure]) : null;

export const NOTIFICATION_WORDS = {
  notification: ['该通知', 'notification'],
  channel: ['该渠道', 'channel'],
  standIn: ['代理期间不能设置他人的通知渠道', 'Who stands in does not set up the holder’s channels'],
  noKey: ['系统未配置密钥，暂不能保存渠道', 'The server has no key, so it keeps no channels'],
  noMail: ['系统未配置邮件服务', 'The server sends no mail'],
  address: ['地址格式有误', 'This is no such address'],
  host: ['地址不在允许范围内，请核对机器人地址', 'This address is not one of the services that may be called'],
  token: [
    '地址里缺少 {token}，请复制完整的 Webhook 地址',
    'The address has no {token}: copy the whole webhook address',
  ],
  secret: ['加签密钥有误', 'This is no such secret'],
  keys: ['浏览器推送信息不完整，请重新开启', 'The browser’s subscription is not whole; switch it on again'],
  many: ['最多 {max} 个渠道', 'At most {max} channels'],
  hours: ['免打扰时间应为 00:00 至 23:59，且起止不同', 'Quiet hours are two different times of a day'],
  unit: ['只有单位负责人可以设置单位机器人', 'Who heads the unit sets up its robot'],
  codeSoon: ['刚刚发过验证码，请一分钟后再试', 'A code was sent just now; try again in a minute'],
  codeAlone: ['验证码须单独提交', 'A code is typed in a request of its own'],
  soon: ['刚刚试发过，请一分钟后再试', 'It was tried just now; try again in a minute'],
} as const satisfies Record<string, Words>;
