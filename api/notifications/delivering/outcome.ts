import type { NotificationKind } from '@lxq/schema/notifications/notification-kinds.ts';
import type { Address } from '../channels/channel.address.ts';
import type { Failure } from '../notification.words.ts';

/** What one turn at a channel has to say: how many of which kind. */
export interface Message {
  kinds: Partial<Record<NotificationKind, number>>;
  /** How many of them are of posts whose holder the reader stands in for. */
  asStandIn: number;
  language: 'zh' | 'en';
  countyCode: number;
}
/** Says a message to an address, and how that ended. Throws where nobody could be reached. */
export type Teller = (address: Address, message: Message) => Promise<Outcome>;

/** `became` QUEUED is tried again, after a pause of the address where one is asked for; `ends` is why the channel is none any more. */
export interface Outcome {
  became: 'SENT' | 'DELIVERED' | 'FAILED' | 'QUEUED';
  why?: Failure;
  pauseMs?: number;
  ends?: Failure;
}
export const THROTTLED = (pauseMs: number): Outcome => ({ became: 'QUEUED', why: 'THROTTLED', pauseMs });
export const UNREACHABLE: Outcome = { became: 'QUEUED', why: 'UNREACHABLE' };
export const REFUSED: Outcome = { became: 'FAILED', why: 'REFUSED' };
export const GONE: Outcome = { became: 'FAILED', why: 'GONE', ends: 'GONE' };
