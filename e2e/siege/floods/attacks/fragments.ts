import { type Attack, type Front, lanes, type Tally } from '../attack.ts';
import { bodyOf, shootAt } from '../http.ts';
import { drained, INIT, openSocket, subscribe } from '../socket.ts';

const LEVELS = 30;
const spreads = (type: string) =>
  Array.from({ length: LEVELS }, (_, i) => `fragment F${i} on ${type} { ...F${i + 1} ...F${i + 1} }`).join('\n');
const SHAPES = [
  `{ ...F0 }\n${spreads('Query')}\nfragment F${LEVELS} on Query { viewer { post { role } } }`,
  `{ viewer { person { ...F0 } } }\n${spreads('Person')}\nfragment F${LEVELS} on Person { id }`,
];

/** Each fragment spreads the next one twice; every text is a new one, so that none has been judged before. */
const doubling = (n: number) => `query D${n} ${SHAPES[n % SHAPES.length]}`;

/** Twenty lists where twelve root fields are allowed, none of them in the operation itself. */
const list = (alias: string) => `${alias}: reports(first: 200) { edges { node { id content } } }`;
const half = (name: string) =>
  `fragment ${name} on Query { ${Array.from({ length: 10 }, (_, i) => list(`${name}${i}`)).join(' ')} }`;
const wide = (n: number) => `query W${n} { ...A ...B }\n${half('A')}\n${half('B')}`;

export const attacks: Attack[] = [
  {
    name: 'doubling fragments over HTTP',
    most: () => 0,
    run: (front, tally) => shootAt(front, tally, { connections: 8, next: (n) => ({ body: bodyOf(doubling(n)) }) }),
  },
  {
    name: 'doubling fragments on sockets',
    most: () => 0,
    run: (front, tally) => lanes(front, 4, () => spread(front, tally)),
  },
  {
    name: 'wide roots through fragments',
    most: () => 0,
    run: (front, tally) => {
      const token = front.tokens['county.analyst'];
      return shootAt(front, tally, { connections: 8, next: (n) => ({ token, body: bodyOf(wide(n)) }) });
    },
  },
];

async function spread(front: Front, tally: Tally): Promise<void> {
  const hear = (text: string) => void tally.hear(text);
  const peer = await openSocket(front, tally, { hear });
  if (!peer) return;
  peer.socket.send(INIT);
  for (; performance.now() < front.until && peer.socket.readyState === peer.socket.OPEN; tally.tried++) {
    peer.socket.send(subscribe(`${tally.tried}`, doubling(tally.tried)));
    await drained(peer.socket);
  }
  peer.socket.terminate();
}
