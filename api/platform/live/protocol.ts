import { type Message, MessageType, parseMessage } from 'graphql-ws';
import { isTooDeep } from '../http/json-depth.ts';
import type { Falling } from './audience.ts';
import { messageFrame } from './wire.ts';

/** Reasons of ours; the client comes back with its cursor, signing in first where it must. The protocol's own are graphql-ws's. */
export const CLOSE_CODES = {
  UNAUTHENTICATED: 4401,
  RIGHTS_CHANGED: 4403,
  TOO_SLOW: 4408,
  IDLE: 4408,
  HISTORY_CHANGED: 4410,
  TOO_MANY_SOCKETS: 4429,
  TOO_MANY_MESSAGES: 4429,
} as const satisfies Record<Falling, number> & Record<string, number>;

export const ACK = messageFrame({ type: MessageType.ConnectionAck });
export const PONG = messageFrame({ type: MessageType.Pong });

/** A closing frame holds 123 bytes of reason. */
export function takenReason(id: string): string {
  const reason = `Subscriber for ${id} already exists`;
  return Buffer.byteLength(reason) > 123 ? 'Subscriber already exists' : reason;
}

export const INVALID = 'Invalid message received';
/** Null for what is no message of graphql-transport-ws. */
export function readMessage(text: string): Message | null {
  try {
    return isTooDeep(text) ? null : parseMessage(text);
  } catch {
    return null;
  }
}
