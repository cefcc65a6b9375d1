import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@lxq/e2e/serving.ts';
import { type Bench, type Figure, type Served, spreadOf } from '../measure.ts';
import { makeAudience } from './audience.ts';
import { gather } from './crowd.ts';
import { residentKb } from './resident.ts';

const BY_TWO = 4_000;
const BY_ONE = 15_000;
const BURSTS = [1, 1, 7, 1, 40, 1, 1, 3, 600, 1];
const HEARD = `heard each of ${BURSTS.reduce((sum, size) => sum + size)} events once, in order`;

/** By two processes, and by one, with the memory that each socket takes there. */
export async function holding(bench: Bench): Promise<Figure[]> {
  const inspector = await freePort();
  const start = (env = {}) => bench.serve({ NODE_ENV: 'production', ...env });
  const two = [await start(), await start()];
  const ofTwo = await heldBy(two, BY_TWO, bench);
  await Promise.all(two.map((served) => served.stop()));
  const one = await start({ NODE_OPTIONS: `--inspect-port=${inspector}` });
  const resident = () => residentKb(one.pid, inspector);
  const before = await resident();
  let after = 0;
  const ofOne = await heldBy([one, one], BY_ONE, bench, async () => {
    await sleep(25_000); // past the first pings
    after = await resident();
  });
  await one.stop();
  const memory = `resident ${Math.round(before / 1024)} → ${Math.round(after / 1024)} MB`;
  return [
    { measure: `two processes: sockets that ${HEARD}`, ...spreadOf([ofTwo]), reach: `≥ ${BY_TWO} sockets` },
    {
      measure: `memory a socket, ${BY_ONE} subscribed`,
      ...spreadOf([(after - before) / BY_ONE]),
      reach: '≤ 13 kB',
      note: `${memory}, both after full collections asked for over the inspector`,
    },
    { measure: `sockets of one process that ${HEARD}`, ...spreadOf([ofOne]), reach: `≥ ${BY_ONE} sockets` },
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
