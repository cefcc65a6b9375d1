import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Front, STRANGER, type Tally } from './attack.ts';

export interface Peer {
  socket: WebSocket;
  /** Resolves when it is closed, by whomever. */
  closed: Promise<void>;
}
interface Opening {
  token?: string;
  address?: string;
  hear?(text: string): void;
}

/** A socket that is open; null, and counted, when the server did not want it. How the server closes it is counted too. */
export async function openSocket(
  front: Front,
  tally: Tally,
  { token, address = STRANGER, hear }: Opening,
): Promise<Peer | null> {
  const socket = new WebSocket(`${front.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    localAddress: address,
    perMessageDeflate: false,
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  });
  let isMine = false;
  const closed = new Promise<void>((resolve) => {
    socket.on('close', (code) => {
      if (!isMine && wasOpen) tally.refuse(`close ${code}`);
      resolve();
    });
  });
  let wasOpen = false;
  const end = socket.terminate.bind(socket);
  socket.terminate = () => {
    isMine = true;
    end();
  };
  if (hear) socket.on('message', (data) => hear(String(data)));
  const opened = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('unexpected-response', (_request, answer) => {
      tally.refuse(`handshake ${answer.statusCode}`);
      answer.resume();
      socket.terminate();
      resolve(false);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!wasOpen && !isMine) tally.refuse(error.code ?? 'no handshake');
      resolve(false);
    });
  });
  wasOpen = opened;
  if (opened) return { socket, closed };
  socket.terminate();
  await sleep(5);
  return null;
}

export const INIT = JSON.stringify({ type: 'connection_init' });
export const subscribe = (id: string, query: string, variables?: unknown) =>
  JSON.stringify({ id, type: 'subscribe', payload: { query, variables } });

/** Until what is sent has left this process, so that the attacker's memory is not what is measured. */
export async function drained(socket: WebSocket, mostBytes = 1024 * 1024): Promise<void> {
  do await sleep(0);
  while (socket.bufferedAmount > mostBytes && socket.readyState === WebSocket.OPEN);
}

const ANSWER_MS = 1_000;

/** A new socket, what is sent on it, and its end: at the first answer that is more than the ack, or after a second. */
export async function once(
  front: Front,
  tally: Tally,
  { token, frames }: { token?: string; frames: readonly string[] },
): Promise<void> {
  let heard = () => {};
  const answered = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const hear = (text: string) => {
    if (tally.hear(text)) heard();
  };
  tally.tried++;
  const peer = await openSocket(front, tally, { ...(token ? { token } : {}), hear });
  if (!peer) return;
  for (const frame of frames) peer.socket.send(frame);
  await Promise.race([answered, peer.closed, sleep(ANSWER_MS)]);
  peer.socket.terminate();
}
