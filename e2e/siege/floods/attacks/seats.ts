import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Attack, type Front, lanes, STRANGER, type Tally } from '../attack.ts';
import { INIT, openSocket } from '../socket.ts';

/** The greeting has 3 s, watched once a second; this is said on a busy machine too. */
const GREETING_MS = 10_000;
const SEATS = 1_000;
/** Of an address where nobody is signed in: forty, and what the server has closed and its peer not yet. */
const HELD = 60;
const SLOW = 100;
/** A request has 30 s to come; a connection that is slower than this was not ended. */
const LONGEST_MS = 40_000;

export const attacks: Attack[] = [
  {
    name: 'sockets that never init',
    most: () => HELD,
    run: async (front, tally) => {
      const longest = await sit(front, tally, []);
      if (longest > GREETING_MS)
        tally.faults.push(`a socket without a greeting was kept for ${Math.round(longest / 1_000)} s`);
    },
  },
  {
    name: 'sockets that only init',
    most: () => HELD,
    run: async (front, tally) => void (await sit(front, tally, [INIT])),
  },
  {
    name: '100 slow bodies',
    run: (front, tally) =>
      drip(front, tally, 'Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"query":"'),
  },
  { name: '100 slow headers', run: (front, tally) => drip(front, tally, 'X-Slow: ') },
];

/** Takes seats and keeps them until the server takes them back; what was let in is what was held at once. Answers how long the longest was kept, in milliseconds. */
async function sit(front: Front, tally: Tally, frames: string[]): Promise<number> {
  let [held, most, longest] = [0, 0, 0];
  await lanes(front, SEATS, async () => {
    tally.tried++;
    const peer = await openSocket(front, tally, {});
    if (!peer) return;
    const since = performance.now();
    most = Math.max(most, ++held);
    for (const frame of frames) peer.socket.send(frame);
    await Promise.race([peer.closed, sleep(front.until - performance.now())]);
    held--;
    longest = Math.max(longest, performance.now() - since);
    peer.socket.terminate();
  });
  tally.admitted = most;
  return longest;
}

/** A hundred requests of which a byte a second arrives. */
async function drip(front: Front, tally: Tally, beginning: string): Promise<void> {
  const { hostname, port, host } = new URL(front.url);
  let tooLong = 0;
  await lanes(front, SLOW, async () => {
    tally.tried++;
    const begun = performance.now();
    const socket = net.connect({ host: hostname, port: Number(port), localAddress: STRANGER });
    let isOpen = true;
    socket.on('data', (answer) => tally.refuse(/ (\d+) /.exec(String(answer))?.[1] ?? 'answered'));
    socket.on('error', (error: NodeJS.ErrnoException) => tally.refuse(error.code ?? error.name));
    socket.on('close', () => {
      isOpen = false;
    });
    socket.write(`POST /graphql HTTP/1.1\r\nHost: ${host}\r\n${beginning}`);
    while (isOpen && performance.now() < front.until) {
      await sleep(1_000);
      socket.write(' ');
    }
    if (performance.now() - begun > LONGEST_MS) tooLong++;
    socket.destroy();
  });
  if (tooLong) tally.faults.push(`${tooLong} requests were waited for longer than ${LONGEST_MS / 1_000} s`);
}
