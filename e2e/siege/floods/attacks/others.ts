import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Attack, type Front, lanes, type Tally } from '../attack.ts';
import { bodyOf, shootAt } from '../http.ts';
import { INIT, once, subscribe } from '../socket.ts';

const HOLD_MS = 20_000;
const LIST = '{ reports(first: 20) { edges { node { id } } } }';
const FRAME = `{"type":"ping","payload":{"a":"${'x'.repeat(400_000)}"}}`;

export const attacks: Attack[] = [
  { name: 'the event counter held', run: hold },
  {
    name: 'forged tokens',
    most: () => 0,
    run: (front, tally) => {
      const next = () => ({ token: randomBytes(32).toString('base64url'), body: bodyOf(LIST) });
      return shootAt(front, tally, { connections: 32, next });
    },
  },
  {
    name: 'forged tokens on sockets',
    most: () => 0,
    run: (front, tally) => lanes(front, 16, () => forged(front, tally)),
  },
  {
    name: 'oversized bodies',
    most: () => 0,
    run: (front, tally) => {
      const body = bodyOf(LIST, { a: 'x'.repeat(2_000_000) });
      return shootAt(front, tally, { connections: 8, next: () => ({ body }) });
    },
  },
  { name: 'oversized frames', most: () => 0, run: (front, tally) => lanes(front, 8, () => oversized(front, tally)) },
];

/** Somebody with the database in hand forgets to commit. */
async function hold({ adminUrl, until }: Front, tally: Tally): Promise<void> {
  const client = new pg.Client(adminUrl);
  client.on('error', () => {});
  await client.connect();
  while (performance.now() < until) {
    tally.tried++;
    await client.query('begin');
    await client.query('select from event_counter for update');
    tally.admitted++;
    await sleep(Math.min(HOLD_MS, until - performance.now()));
    await client.query('rollback');
    await sleep(HOLD_MS / 4);
  }
  await client.end();
}

async function forged(front: Front, tally: Tally): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await once(front, tally, { token, frames: [INIT, subscribe('1', LIST)] });
}
const oversized = (front: Front, tally: Tally) => once(front, tally, { frames: [FRAME] });
