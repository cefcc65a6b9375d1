/** What a phone's browser sends to become a socket. */
export const socketGreeting = (host: string, token: string) =>
  [
    'GET /graphql HTTP/1.1',
    `Host: ${host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    'User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
    'Accept-Language: zh-CN,zh;q=0.9',
    `Cookie: lxq_session=${token}`,
    '\r\n',
  ].join('\r\n');

/** A masked text frame of at most 64 kB; a mask of zeros saves this side the work. */
export function textFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const head = body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0xfe, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}

/** The first whole frame of what a server sent, of less than 64 kB; null while it has not come. */
export function firstFrame(data: Buffer): { opcode: number; body: Buffer; end: number } | null {
  const short = (data[1] ?? 127) & 127;
  const start = short === 126 ? 4 : 2;
  if (data.length < start) return null;
  const end = start + (short === 126 ? data.readUInt16BE(2) : short);
  return data.length < end ? null : { opcode: (data[0] as number) & 15, body: data.subarray(start, end), end };
}
