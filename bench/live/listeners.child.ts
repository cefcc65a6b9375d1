import { readFileSync } from 'node:fs';
import net from 'node:net';
import { firstFrame, socketGreeting, textFrame } from '@lxq/e2e/client-wire.ts';

/*
 * Listeners on bare sockets in a process of their own: what stands between the server and the clock is one read and a search for
 * the cursor, so that the measuring side costs less than what it measures.
 */
export interface Order {
  url: string;
  tokens: string[];
  /** From which cursor to subscribe; null with a peer that sends to whoever is connected. */
  after: string | null;
  /** The number that each listener waits for first. */
  first: number;
  /** Sets loopback addresses apart, which have 28,000 ports each. */
  from?: number;
}
/** What one event's delivery looked like from here; times in milliseconds of the machine's monotonic clock. */
export interface Arrival {
  n: number;
  middle: number;
  last: number;
}
export interface Account {
  arrivals: Arrival[];
  sockets: number;
  /** Sockets that heard something out of turn, twice, or not from the beginning. */
  astray: number;
  closed: string[];
  /** The last message with an event in it. */
  sample: string;
}

/** What a browser subscribes to. */
const DOCUMENT = readFileSync(new URL('../../web/live/changes.graphql', import.meta.url), 'utf8');
const TOGETHER = 200;
const MARK = Buffer.from('"cursor":"');
const SHARED = Buffer.allocUnsafe(64 * 1024);
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);
const clock = Number(process.hrtime.bigint()) / 1e6 - performance.now();

interface Listener {
  socket: net.Socket;
  after: string | null;
  next: number;
  isOpen: boolean;
  isAstray: boolean;
  rest: Buffer | null;
  onOpen: () => void;
}
const listeners: Listener[] = [];
const closed: string[] = [];
let times = new Map<number, number[]>();
/** How many have heard a number, and which number somebody wants to be told of. */
const heard = new Map<number, number>();
let wanted = -1;
let sample = '';

function open(order: Order, token: string, i: number): Promise<void> {
  const { hostname, port } = new URL(order.url);
  return new Promise((resolve, reject) => {
    const options = {
      port: Number(port),
      host: hostname,
      localAddress: `127.0.0.${2 + (((order.from ?? 0) + i) % 64)}`,
      noDelay: true,
      onread: { buffer: SHARED, callback: (length: number) => hear(listener, SHARED.subarray(0, length)) },
    };
    const socket = net.connect(options as net.NetConnectOpts);
    const { after, first: next } = order;
    const state = { isOpen: false, isAstray: false, rest: null };
    const listener: Listener = { socket, after, next, ...state, onOpen: resolve };
    listeners.push(listener);
    socket.on('error', reject);
    socket.on('close', () => closed.push('cut'));
    socket.on('connect', () => {
      socket.write(socketGreeting(`${hostname}:${port}`, token));
      if (after !== null) socket.write(textFrame({ type: 'connection_init' }));
    });
  });
}

function hear(listener: Listener, chunk: Buffer): true {
  let data = listener.rest ? Buffer.concat([listener.rest, chunk]) : chunk;
  listener.rest = null;
  if (!listener.isOpen) {
    const end = data.indexOf('\r\n\r\n');
    if (end < 0) return keep(listener, data);
    listener.isOpen = true;
    data = data.subarray(end + 4);
    if (listener.after === null) listener.onOpen();
  }
  for (let frame = firstFrame(data); frame; frame = firstFrame(data)) {
    take(listener, frame.opcode, frame.body);
    data = data.subarray(frame.end);
  }
  return data.length ? keep(listener, data) : true;
}
function keep(listener: Listener, data: Buffer): true {
  listener.rest = Buffer.from(data);
  return true;
}

function take(listener: Listener, opcode: number, body: Buffer): void {
  if (opcode === 8) return void closed.push(`${body.readUInt16BE(0)} ${body.subarray(2)}`);
  if (opcode === 9) return void listener.socket.write(PONG);
  const at = body.indexOf(MARK);
  if (at >= 0) {
    if (listener === listeners[0]) sample = String(body);
    return void count(listener, numberAt(body, body.indexOf(46, at + MARK.length) + 1));
  }
  if (!body.includes('connection_ack')) return;
  const payload = { query: DOCUMENT, operationName: 'Changes', variables: { after: listener.after } };
  listener.socket.write(textFrame({ id: '1', type: 'subscribe', payload }));
  listener.onOpen();
}
function numberAt(body: Buffer, start: number): number {
  let n = 0;
  for (let i = start; body[i] !== 34; i++) n = n * 10 + (body[i] as number) - 48;
  return n;
}
function count(listener: Listener, n: number): void {
  if (n !== listener.next) listener.isAstray = true;
  listener.next = n + 1;
  const known = times.get(n);
  if (known) known.push(performance.now() + clock);
  else times.set(n, [performance.now() + clock]);
  heard.set(n, (heard.get(n) ?? 0) + 1);
  tell();
}
function tell(): void {
  if (wanted < 0 || heard.get(wanted) !== listeners.length) return;
  process.send?.(wanted);
  wanted = -1;
}

async function obey(order: Order): Promise<number> {
  for (let from = 0; from < order.tokens.length; from += TOGETHER)
    await Promise.all(order.tokens.slice(from, from + TOGETHER).map((token, i) => open(order, token, from + i)));
  return listeners.length;
}

function account(): Account {
  const arrivals = [...times].map(([n, all]) => {
    const sorted = Float64Array.from(all).sort();
    return { n, middle: sorted[sorted.length >> 1] as number, last: sorted.at(-1) as number };
  });
  times = new Map();
  const astray = listeners.filter((listener) => listener.isAstray).length;
  return { arrivals: arrivals.sort((a, b) => a.n - b.n), sockets: listeners.length, astray, closed, sample };
}

process.on('message', async (message: { open?: Order; account?: true; heard?: number }) => {
  if (message.open) process.send?.({ opened: await obey(message.open) });
  if (message.account) process.send?.(account());
  if (message.heard === undefined) return;
  wanted = message.heard;
  tell();
});
