import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@lxq/e2e/serving.ts';
import type { Bench, Figure } from '../measure.ts';
import { type Audience, makeAudience } from './audience.ts';
import { type Crowd, gather } from './crowd.ts';
import { residentKb } from './resident.ts';

const MANY = 2_000;
const MOST = 15_000;

export async function twoProcesses(bench: Bench): Promise<Figure> {
  const audience = await makeAudience(bench.adminUrl, 2 * MANY);
  const served = [await bench.serve({ NODE_ENV: 'production' }), await bench.serve({ NODE_ENV: 'production' })];
  const crowds = served.map(() => gather());
  try {
    const { cursor, n } = await audience.head();
    await Promise.all(
      crowds.map((crowd, i) => {
        const tokens = audience.tokens.slice(i * MANY, (i + 1) * MANY);
        return crowd.open({ url: served[i]?.url as string, tokens, after: cursor, first: n + 1, from: i * MANY });
      }),
    );
    const whole = await bursts(audience, crowds, n);
    return figure(`two processes: sockets that heard each of ${whole.events} events once, in order`, whole.sockets, {
      unit: 'sockets',
      bound: 'least',
      reach: 2 * MANY,
    });
  } finally {
    for (const crowd of crowds) await crowd.end();
    for (const one of served) await one.stop();
    await audience.end();
  }
}

/** Events alone, in bunches and on each other's heels; answers how many sockets heard all of them, each once and in order. */
async function bursts(
  audience: Audience,
  crowds: readonly Crowd[],
  start: number,
): Promise<{ sockets: number; events: number }> {
  let n = start;
  for (const size of [1, 1, 7, 1, 40, 1, 1, 3, 600, 1]) {
    await audience.commit(size);
    await audience.wake('lxq_events');
    n += size;
    if (size === 1) await Promise.all(crowds.map((crowd) => crowd.heard(n)));
  }
  const accounts = await Promise.all(crowds.map((crowd) => crowd.account()));
  const sockets = accounts.reduce((sum, one) => sum + one.sockets - one.astray - one.closed.length, 0);
  return { sockets, events: n - start };
}

export async function holding(bench: Bench): Promise<Figure[]> {
  const audience = await makeAudience(bench.adminUrl, MOST);
  const inspector = await freePort();
  const served = await bench.serve({ NODE_ENV: 'production', NODE_OPTIONS: `--inspect-port=${inspector}` });
  const crowds = [gather(), gather()];
  try {
    const before = await residentKb(served.pid, inspector);
    const { cursor, n } = await audience.head();
    const half = MOST / 2;
    for (const [i, crowd] of crowds.entries()) {
      const tokens = audience.tokens.slice(i * half, (i + 1) * half);
      await crowd.open({ url: served.url, tokens, after: cursor, first: n + 1, from: i * half });
    }
    const whole = await bursts(audience, crowds, n);
    await sleep(25_000); // past the first pings
    const held = (await residentKb(served.pid, inspector)) - before;
    const closed = (await Promise.all(crowds.map((crowd) => crowd.account()))).flatMap((one) => one.closed);
    const sockets = whole.sockets - closed.length;
    return [
      figure(`memory a socket, ${MOST} subscribed`, held / MOST, {
        unit: 'kB',
        bound: 'most',
        reach: 13,
        note: `resident ${Math.round(before / 1024)} → ${Math.round((before + held) / 1024)} MB, both after full collections asked for over the inspector`,
      }),
      figure(`sockets of one process that heard each of ${whole.events} events once, in order`, sockets, {
        unit: 'sockets',
        bound: 'least',
        reach: MOST,
      }),
    ];
  } finally {
    for (const crowd of crowds) await crowd.end();
    await served.stop();
    await audience.end();
  }
}

const figure = (name: string, value: number, rest: Pick<Figure, 'unit' | 'bound' | 'reach' | 'note'>): Figure => ({
  measure: name,
  value,
  low: value,
  high: value,
  ...rest,
});
