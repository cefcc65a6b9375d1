import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@lxq/e2e/serving.ts';
import { type Bench, type Figure, type Served, spreadOf } from '../measure.ts';
import { makeAudience } from './audience.ts';
import { gather } from './crowd.ts';
import { residentKb } from './resident.ts';

const MANY = 2_000;
const MOST = 15_000;
const BURSTS = [1, 1, 7, 1, 40, 1, 1, 3, 600, 1];
const EVENTS = BURSTS.reduce((sum, size) => sum + size);
const PRODUCTION = { NODE_ENV: 'production' };

export async function twoProcesses(bench: Bench): Promise<Figure> {
  const served = [await bench.serve(PRODUCTION), await bench.serve(PRODUCTION)];
  const sockets = await heldBy(served, 2 * MANY, bench);
  for (const one of served) await one.stop();
  return {
    measure: `two processes: sockets that heard each of ${EVENTS} events once, in order`,
    ...spreadOf([sockets]),
    reach: `≥ ${2 * MANY} sockets`,
  };
}

export async function holding(bench: Bench): Promise<Figure[]> {
  const inspector = await freePort();
  const served = await bench.serve({ ...PRODUCTION, NODE_OPTIONS: `--inspect-port=${inspector}` });
  const resident = () => residentKb(served.pid, inspector);
  const before = await resident();
  let after = 0;
  const sockets = await heldBy([served, served], MOST, bench, async () => {
    await sleep(25_000); // past the first pings
    after = await resident();
  });
  await served.stop();
  return [
    {
      measure: `memory a socket, ${MOST} subscribed`,
      ...spreadOf([(after - before) / MOST]),
      reach: '≤ 13 kB',
      note: `resident ${Math.round(before / 1024)} → ${Math.round(after / 1024)} MB, both after full collections asked for over the inspector`,
    },
    {
      measure: `sockets of one process that heard each of ${EVENTS} events once, in order`,
      ...spreadOf([sockets]),
      reach: `≥ ${MOST} sockets`,
    },
  ];
}

/** Events alone, in bunches and on each other's heels; answers how many sockets, a crowd a server, heard all of them and stayed. */
async function heldBy(served: readonly Served[], count: number, bench: Bench, meanwhile = async () => {}) {
  const audience = await makeAudience(bench.adminUrl, count);
  const crowds = served.map(() => gather());
  try {
    let { cursor, n } = await audience.head();
    const share = count / crowds.length;
    for (const [i, crowd] of crowds.entries()) {
      const tokens = audience.tokens.slice(i * share, (i + 1) * share);
      await crowd.open({ url: served[i]?.url as string, tokens, after: cursor, first: n + 1, from: i * share });
    }
    for (const size of BURSTS) {
      await audience.commit(size);
      await audience.wake('lxq_events');
      n += size;
      if (size === 1) await Promise.all(crowds.map((crowd) => crowd.heard(n)));
    }
    await meanwhile();
    const accounts = await Promise.all(crowds.map((crowd) => crowd.account()));
    return accounts.reduce((sum, { sockets, astray, closed }) => sum + sockets - astray - closed.length, 0);
  } finally {
    for (const crowd of crowds) await crowd.end();
    await audience.end();
  }
}
