import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { socketGreeting, textFrame } from '../../../client-wire.ts';
import { type Attack, type Front, lanes, STRANGER, type Tally, TURNED } from '../attack.ts';
import { bodyOf, shootAt } from '../http.ts';
import { drained, INIT, openSocket, subscribe } from '../socket.ts';

const TYPE = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const ARGS = `name description defaultValue type { ${TYPE} }`;
const INTROSPECTION = `{ __schema { queryType { name } directives { name args { ${ARGS} } } types { kind name description
  fields(includeDeprecated: true) { name description args { ${ARGS} } type { ${TYPE} } } inputFields { ${ARGS} }
  enumValues { name description } possibleTypes { ${TYPE} } } } }`;
const NEWEST =
  'query Newest { reports(first: 200) { edges { node { id content state unit { name } reporter { name } } } } }';
const CROWD = 300;

const { perMinute, operationUnits } = SERVER_LIMITS.socket;
/** Four people may each say at once what a minute allows, and then as time goes by. */
const spoken = (seconds: number) => 4 * (perMinute / operationUnits) * (1 + seconds / 60);

export const attacks: Attack[] = [
  { name: 'pings never read', run: (front, tally) => lanes(front, 16, () => unread(front, tally)) },
  {
    name: '300 sockets × 8 introspections',
    most: () => 0,
    run: (front, tally) => lanes(front, CROWD, () => introspect(front, tally)),
  },
  {
    name: '4 signed-in sockets flooding',
    most: spoken,
    run: (front, tally) => lanes(front, 4, (_, lane) => flood(front, tally, lane)),
  },
  {
    name: 'one person, 32 connections',
    run: (front, tally) => {
      const shot = { token: front.tokens['other.township.clerk'], body: bodyOf(NEWEST) };
      return shootAt(front, tally, { connections: 32, next: () => shot });
    },
  },
  {
    name: 'introspection over HTTP',
    most: () => 0,
    run: (front, tally) => {
      const next = (n: number) => ({ body: bodyOf(`# ${n}\n${INTROSPECTION}`) });
      return shootAt(front, tally, { connections: 32, next });
    },
  },
];

/** Pings of 8 kB with whatever the server sends left unread. */
async function unread({ url, until }: Front, tally: Tally): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const socket = net.connect({ host: hostname, port: Number(port), localAddress: STRANGER });
  let isOpen = true;
  socket.on('error', (error: NodeJS.ErrnoException) => tally.refuse(error.code ?? error.name));
  socket.on('close', () => {
    isOpen = false;
  });
  socket.pause().write(socketGreeting(host, 'nobody'));
  const ping = textFrame({ type: 'ping', payload: { a: 'x'.repeat(8_000) } });
  while (isOpen && performance.now() < until) {
    tally.tried++;
    if (!socket.write(ping)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), sleep(100)]);
  }
  socket.destroy();
  await sleep(20);
}

async function introspect(front: Front, tally: Tally): Promise<void> {
  let waiting = 0;
  const hear = (text: string) => {
    if (tally.hear(text)) waiting--;
  };
  tally.tried++;
  const peer = await openSocket(front, tally, { hear });
  if (!peer) return;
  peer.socket.send(INIT);
  const { socket } = peer;
  while (performance.now() < front.until && socket.readyState === socket.OPEN) {
    for (; waiting < 8; waiting++) socket.send(subscribe(`${tally.tried++}`, INTROSPECTION));
    await sleep(10);
  }
  socket.terminate();
}

/** As fast as the server reads, whether or not it has answered. */
async function flood(front: Front, tally: Tally, lane: number): Promise<void> {
  const hear = (text: string) => void tally.hear(text);
  const token = front.tokens[TURNED[lane] ?? 'other.officer'];
  tally.tried++; // where others of its address hold all the sockets, it does not come further
  const peer = await openSocket(front, tally, { token, hear });
  if (!peer) return;
  const { socket } = peer;
  socket.send(INIT);
  while (performance.now() < front.until && socket.readyState === socket.OPEN) {
    for (let i = 0; i < 20; i++) socket.send(subscribe(`${tally.tried++}`, NEWEST));
    await drained(socket);
  }
  socket.terminate();
}
