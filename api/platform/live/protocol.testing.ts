import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { contract } from '../../schema.ts';

/** Nothing ever happens in it. */
const silence = () => ({
  next: () => new Promise<never>(() => {}),
  return: () => Promise.resolve({ done: true as const, value: undefined }),
  throw: () => Promise.resolve({ done: true as const, value: undefined }),
  [Symbol.asyncIterator]() {
    return this;
  },
});
/** The protocol’s own server (graphql-ws), on our contract. */
export async function startPeer(): Promise<{ address: string; stop(): void }> {
  const server = http.createServer();
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  sockets.on('connection', (socket) => socket.on('error', () => {}));
  useServer({ schema: contract(), subscribe: silence as never, isProd: true } as never, sockets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

/** A message as JSON, or whatever else a peer may send as it is. */
export type Sent = object | string | Buffer;
export interface Conversation {
  said: unknown[];
  closed: number | null;
}
interface Manner {
  protocol?: string | null | undefined;
  token?: string | undefined;
}
/** Says one thing after the other, each when there is nothing more to hear about the one before. */
export async function speak(
  address: string,
  sent: readonly Sent[],
  { protocol = 'graphql-transport-ws', token }: Manner = {},
): Promise<Conversation> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, protocol === null ? [] : [protocol], {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  const said: unknown[] = [];
  let closed: number | null = null;
  socket.on('message', (data) => said.push(plain(JSON.parse(String(data)))));
  const end = new Promise<void>((resolve) =>
    socket.on('close', (code) => {
      closed = code;
      resolve();
    }),
  );
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const next = (event: string) => Promise.race([new Promise((resolve) => socket.once(event, resolve)), end]);
  for (const one of sent) {
    if (socket.readyState !== WebSocket.OPEN) break;
    socket.send(typeof one === 'string' || Buffer.isBuffer(one) ? one : JSON.stringify(one));
    await quiet(socket, next);
    while (token && isQuery(one) && !closed && !said.some((message: any) => message.id === one.id))
      await next('message'); // a session is looked up first
  }
  if (protocol === null) await end;
  if (socket.readyState === WebSocket.CLOSING) await end;
  socket.terminate();
  return { said, closed };
}
async function quiet(socket: WebSocket, next: (event: string) => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 2 && socket.readyState === WebSocket.OPEN; round++) {
    socket.ping();
    await next('pong');
  }
}
const isQuery = (sent: any): sent is { id: string } => sent.payload?.query === '{ __typename }';
/** Codes beside the messages of errors are the platform's own. */
function plain(message: any): unknown {
  const errors = message.type === 'error' ? message.payload : message.payload?.errors;
  for (const error of errors ?? []) delete error.extensions;
  return message;
}
