import { type Attack, type Front, lanes, type Tally } from '../attack.ts';
import { bodyOf, shootAt } from '../http.ts';
import { INIT, once, subscribe } from '../socket.ts';

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const FRAME = deep(5_000);
const BODY = deep(10_000);
const VIEWER = '{ viewer { post { role } } }';

/** What is sent one after the other on a new socket; of the last the answer is waited for. */
const FRAMES = [
  [`{"type":"ping","payload":{"a":${FRAME}}}`],
  [`{"type":"pong","payload":{"a":${FRAME}}}`, '{"type":"ping"}'],
  [`{"type":"connection_init","payload":{"a":${FRAME}}}`],
  [INIT, `{"id":"1","type":"subscribe","payload":{"query":"${VIEWER}","variables":{"a":${FRAME}}}}`],
  [INIT, `{"id":"1","type":"subscribe","payload":{"query":"${VIEWER}","extensions":{"a":${FRAME}}}}`],
  [INIT, subscribe('1', `{ terms(kind: ${deep(900)}) { code } }`)],
  [FRAME],
];

export const attacks: Attack[] = [
  {
    name: 'nested frames',
    run: (front, tally) =>
      lanes(front, 8, (n) => once(front, tally, { frames: FRAMES[n % FRAMES.length] as string[] })),
  },
  { name: 'nested bodies', most: () => 0, run: bodies },
];

async function bodies(front: Front, tally: Tally): Promise<void> {
  const shots = [
    `{"query":"${VIEWER}","variables":{"a":${BODY}}}`,
    `{"query":"${VIEWER}","extensions":{"a":${BODY}}}`,
    BODY,
    bodyOf(`{ terms(kind: ${deep(900)}) { code } }`),
  ];
  await shootAt(front, tally, { connections: 8, next: (n) => ({ body: shots[n % shots.length] as string }) });
}
