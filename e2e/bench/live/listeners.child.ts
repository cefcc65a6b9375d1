import net from 'node:net';

/*
 * Listeners on bare sockets in a process of their own: what stands between the server and the clock is one read and a search for
 * the cursor, so that the measuring side costs less than what it measures.
 */
export interface Order {
  url: string;
  tokens: string[];
  /** Null: the peer sends to whoever is connected; else the subscription's cursor. */
  after: string | null;
  /** The number that each listener waits for first. */
  first: number;
  /** Sets the loopback addresses apart, which have 28,000 ports each. */
  from: number;
}
/** What one event's delivery looked like from here; times in milliseconds of the machine's monotonic clock. */
export interface Arrival {
  n: number;
  count: number;
  middle: number;
  last: number;
}
export interface Account {
  arrivals: Arrival[];
  sockets: number;
  /** Sockets that heard something out of turn, twice, or not from the beginning. */
  astray: number;
  closed: string[];
  /** The lowest number that every socket has heard. */
  heard: number;
}

const subscribe = (after: string) =>
  frame({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { after } } });
/** The web's document without the report in it, which is personal. */
const QUERY =
  'subscription Changes($after: Cursor) { changes(after: $after) { cursor kind at reportId digestId itemId instructionId } }';
const TOGETHER = 200;
const MARK = Buffer.from('"cursor":"');
const SHARED = Buffer.allocUnsafe(64 * 1024);
const clock = Number(process.hrtime.bigint()) / 1e6 - performance.now();

interface Listener {
  socket: net.Socket;
  after: string | null;
  next: number;
  isOpen: boolean;
  isAstray: boolean;
  rest: Buffer | null;
  onOpen?: () => void;
}
const listeners: Listener[] = [];
const times = new Map<number, number[]>();
const closed: string[] = [];

function open(order: Order, token: string, i: number): Promise<void> {
  const { hostname, port } = new URL(order.url);
  return new Promise((resolve, reject) => {
    const listener = {
      after: order.after,
      next: order.first,
      isOpen: false,
      isAstray: false,
      rest: null,
      onOpen: resolve,
    } as unknown as Listener;
    const socket = net.connect({
      port: Number(port),
      host: hostname,
      localAddress: `127.0.0.${2 + ((order.from + i) % 64)}`,
      noDelay: true,
      onread: { buffer: SHARED, callback: (length, buffer) => hear(listener, buffer.subarray(0, length) as Buffer) },
    } as net.NetConnectOpts);
    listener.socket = socket;
    listeners.push(listener);
    socket.on('error', reject);
    socket.on('close', () => closed.push('cut'));
    socket.on('connect', () => {
      socket.write(
        `GET /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n' +
          'User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36\r\n' +
          `Accept-Language: zh-CN,zh;q=0.9\r\nCookie: lxq_session=${token}\r\n\r\n`,
      );
      if (order.after !== null) socket.write(frame({ type: 'connection_init' }));
    });
  });
}

/** A masked text frame; the mask of zeros saves this side the work. */
function frame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const head = body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0xfe, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}

function hear(listener: Listener, chunk: Buffer): true {
  let data = listener.rest ? Buffer.concat([listener.rest, chunk]) : chunk;
  listener.rest = null;
  if (!listener.isOpen) {
    const end = data.indexOf('\r\n\r\n');
    if (end < 0) {
      listener.rest = Buffer.from(data);
      return true;
    }
    listener.isOpen = true;
    listener.onOpen?.();
    listener.onOpen = undefined;
    data = data.subarray(end + 4) as Buffer;
  }
  while (data.length >= 2) {
    const short = (data[1] as number) & 127;
    const start = short === 126 ? 4 : 2;
    const length = short === 126 && data.length >= 4 ? data.readUInt16BE(2) : short;
    if (data.length < start + length) break;
    take(listener, (data[0] as number) & 15, data.subarray(start, start + length) as Buffer);
    data = data.subarray(start + length) as Buffer;
  }
  if (data.length) listener.rest = Buffer.from(data);
  return true;
}

function take(listener: Listener, opcode: number, body: Buffer): void {
  if (opcode === 8) return void closed.push(`${body.readUInt16BE(0)} ${body.subarray(2)}`);
  if (opcode === 9) return void listener.socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
  const at = body.indexOf(MARK);
  if (at < 0 && body.includes('connection_ack')) listener.socket.write(subscribe(listener.after as string));
  if (at < 0) return;
  const dot = body.indexOf(46, at + MARK.length);
  let n = 0;
  for (let i = dot + 1; body[i] !== 34; i++) n = n * 10 + (body[i] as number) - 48;
  if (n !== listener.next) listener.isAstray = true;
  listener.next = n + 1;
  const now = performance.now() + clock;
  const known = times.get(n);
  if (known) known.push(now);
  else times.set(n, [now]);
}

async function obey(order: Order): Promise<void> {
  for (let from = 0; from < order.tokens.length; from += TOGETHER)
    await Promise.all(order.tokens.slice(from, from + TOGETHER).map((token, i) => open(order, token, from + i)));
}

function account(): Account {
  const arrivals = [...times].map(([n, all]) => {
    const sorted = Float64Array.from(all).sort();
    return { n, count: all.length, middle: sorted[sorted.length >> 1] as number, last: sorted.at(-1) as number };
  });
  return {
    arrivals: arrivals.sort((a, b) => a.n - b.n),
    sockets: listeners.length,
    astray: listeners.filter((listener) => listener.isAstray).length,
    closed,
    heard: Math.min(...listeners.map((listener) => listener.next - 1)),
  };
}

process.on('message', (message: { open?: Order; account?: true; heard?: true; forget?: true }) => {
  if (message.open)
    obey(message.open).then(
      () => process.send?.({ opened: true }),
      (error) => process.send?.({ error: String(error) }),
    );
  if (message.account) process.send?.({ account: account() });
  if (message.heard) process.send?.({ heard: Math.min(...listeners.map((listener) => listener.next - 1)) });
  if (message.forget) times.clear();
});
