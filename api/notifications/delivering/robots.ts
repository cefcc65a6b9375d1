import { createHmac } from 'node:crypto';
import { CHANNEL_LIMITS } from '@lxq/schema/notifications/channels.ts';
import { mayCall } from '../channels/channel.settings.ts';
import { textOf } from './message.ts';
import { GONE, type Message, type Outcome, REFUSED, type Teller, THROTTLED, UNREACHABLE } from './outcome.ts';
import { callOutside } from './outside.ts';

/*
 * Robots of 企业微信 and 钉钉 answer HTTP 200 whatever they did with a message: what counts is `errcode`. Whatever is not known to be for good is tried
 * again, and never counts as sent.
 */
const THROTTLES = new Set([
  45009, // 企业微信: 接口调用超过限制
  45033, // 企业微信: 并发调用超过限制
  -1, // 企业微信: 系统繁忙
  130101, // 钉钉: 发送速度太快而限流
  410100, // 钉钉: 发送速度太快而限流
]);
const ENDED = new Set([
  93000, // 企业微信: 机器人 webhookurl 不合法或者机器人已经被移除出群
  300001, // 钉钉: token 不存在
  300005, // 钉钉: token 不存在
]);
const REFUSALS = new Set([
  40008, // 企业微信: 不合法的消息类型
  310000, // 钉钉: 关键词、签名或 IP 不符
]);

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

export const tellWecom: Teller = ({ url }, message) => tell('WECOM', new URL(url), message);

export const tellDingtalk: Teller = ({ url, secret }, message) =>
  tell('DINGTALK', secret ? signed(new URL(url), secret, Date.now()) : new URL(url), message);

/** 加签: timestamp and its HMAC under the secret, as parameters. */
export function signed(url: URL, secret: string, timestamp: number): URL {
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', sign);
  return url;
}

async function tell(kind: 'WECOM' | 'DINGTALK', url: URL, message: Message): Promise<Outcome> {
  if (!mayCall(kind, url)) return { became: 'FAILED', why: 'NOT_ALLOWED' };
  const body = JSON.stringify({ msgtype: 'text', text: { content: textOf(message) } });
  const { status, text } = await callOutside(url, { headers: JSON_HEADERS, body });
  if (status === 429) return THROTTLED(CHANNEL_LIMITS.pauseMs);
  if (status >= 500) return UNREACHABLE;
  if (status !== 200) return REFUSED; // a redirect among them
  const code = codeIn(text);
  if (code === 0) return { became: 'DELIVERED' };
  if (code === null) return UNREACHABLE; // somebody else's page
  if (THROTTLES.has(code)) return THROTTLED(CHANNEL_LIMITS.pauseMs);
  if (ENDED.has(code)) return GONE;
  return REFUSALS.has(code) ? REFUSED : UNREACHABLE;
}

function codeIn(text: string): number | null {
  try {
    const { errcode } = JSON.parse(text) as { errcode?: unknown };
    return typeof errcode === 'number' ? errcode : null;
  } catch {
    return null;
  }
}
