/*
 * Whole WebSocket frames, made once and written to any number of sockets as they are (RFC 6455, 5.2: from a server unmasked).
 * `ws` reads and closes; what goes out in numbers goes past it.
 */
const TEXT = 0x81;
export const PING = Buffer.from([0x89, 0]);

export function textFrame(body: Buffer): Buffer {
  const { length } = body;
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  body.copy(frame, start);
  return frame;
}

export const messageFrame = (message: object) => textFrame(Buffer.from(JSON.stringify(message)));

export const ASK = messageFrame({ type: 'ping' });

const END = Buffer.from('}');
/** `next` of graphql-transport-ws, around a result that was serialized for everybody. */
export const nextFrame = (id: string, payload: Buffer) =>
  textFrame(Buffer.concat([Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`), payload, END]));
