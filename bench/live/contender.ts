import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '@lxq/e2e/median.ts';
import { cpuOf } from '../cpu.ts';
import type { Bench } from '../measure.ts';
import { startPeer } from '../peers/peers.ts';
import type { Audience } from './audience.ts';
import { gather } from './crowd.ts';

/** Where the peer is told that an event is there, by NOTIFY like the platform. */
const CHANNEL = 'lxq_bench_live';
/** Lets every timer of the event before run out. */
const PAUSE_MS = 25;
const SETTLED_MS = 1_000;
const now = () => Number(process.hrtime.bigint()) / 1e6;

export type Round = Awaited<ReturnType<Awaited<ReturnType<typeof contender>>['round']>>;

/** Who brings events to a crowd: the platform, or `broadcast`: ws sends `sample` with another number to every socket. */
export async function contender(
  kind: 'platform' | 'broadcast',
  bench: Bench,
  audience: Audience,
  { sample = '' } = {},
) {
  const isPlatform = kind === 'platform';
  const served = isPlatform
    ? await bench.serve({ NODE_ENV: 'production' })
    : await startPeer('broadcast.ts', { appUrl: bench.appUrl, channel: CHANNEL });
  const crowd = gather();
  let n = 0;
  const fire = async () => {
    const begun = now();
    n++;
    if (isPlatform) await audience.commit();
    const committed = now();
    if (isPlatform) await audience.wake('lxq_events');
    else await audience.wake(CHANNEL, sample.replace(/(?<="cursor":"[^"]*[.])\d+/, String(n)));
    await crowd.heard(n);
    return { begun, committed };
  };
  return {
    /** Opens so many sockets; answers what they heard at last. */
    open: async (count: number): Promise<string> => {
      const head = await audience.head();
      if (isPlatform) n = head.n;
      const after = isPlatform ? head.cursor : null;
      await crowd.open({ url: served.url, tokens: audience.tokens.slice(0, count), after, first: n + 1 });
      await fire();
      await sleep(SETTLED_MS);
      return (await crowd.account()).sample;
    },
    /** Events one after the other, each once everybody has heard the one before; milliseconds an event. */
    round: async (events: number) => {
      const fired: Awaited<ReturnType<typeof fire>>[] = [];
      const before = cpuOf(served.pid);
      for (let i = 0; i < events; i++) {
        fired.push(await fire());
        await sleep(PAUSE_MS);
      }
      const processor = (cpuOf(served.pid) - before) / events;
      const { arrivals } = await crowd.account();
      const since = (when: 'begun' | 'committed', i: number, at: number) => at - (fired[i]?.[when] as number);
      return {
        /** From the wake-up to the socket in the middle. */
        middle: median(arrivals.map(({ middle }, i) => since('committed', i, middle))),
        /** From before the commit to the last socket, of each event. */
        lasts: arrivals.map(({ last }, i) => since('begun', i, last)),
        processor,
      };
    },
    end: async () => {
      await crowd.end();
      await served.stop();
    },
  };
}
