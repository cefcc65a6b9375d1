import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '@lxq/e2e/median.ts';
import { cpuOf } from '../cpu.ts';
import type { Bench } from '../measure.ts';
import { startPeer } from '../peers/peers.ts';
import type { Audience } from './audience.ts';
import { gather } from './crowd.ts';

/** Where the peers are told that an event is there, by NOTIFY like the platform. */
const CHANNEL = 'lxq_bench_live';
/** Lets every timer of the event before run out. */
const PAUSE_MS = 25;
const SETTLED_MS = 1_000;
const IDLE_MS = 4_000;
const now = () => Number(process.hrtime.bigint()) / 1e6;

export type Contender = Awaited<ReturnType<typeof contender>>;
export type Round = Awaited<ReturnType<Contender['round']>>;

/**
 * Who brings events to a crowd: the platform, `broadcast` (ws sends `sample` with another number to every socket), or `each`
 * (graphql-ws executes the document for every subscriber).
 */
export async function contender(
  kind: 'platform' | 'broadcast' | 'each',
  bench: Bench,
  audience: Audience,
  { sample = '' } = {},
) {
  const isPlatform = kind === 'platform';
  const served = isPlatform
    ? await bench.serve({ NODE_ENV: 'production' })
    : await startPeer(`${kind}.ts`, { appUrl: bench.appUrl, channel: CHANNEL, token: audience.tokens[0] });
  const crowd = gather();
  let { n, cursor } = isPlatform ? await audience.head() : { n: 0, cursor: 'peer.0' };
  let opened = 0;
  /** Milliseconds of processor a millisecond: pings, polls, rights that are re-read. */
  let idle = 0;
  const told = () =>
    kind === 'broadcast'
      ? sample.replace(/(?<="cursor":"[^"]*[.])\d+/, String(n))
      : JSON.stringify({ n, reportId: audience.reportId });
  const fire = async () => {
    const begun = now();
    n++;
    if (isPlatform) await audience.commit();
    const committed = now();
    await (isPlatform ? audience.wake('lxq_events') : audience.wake(CHANNEL, told()));
    await crowd.heard(n);
    return { begun, committed };
  };
  return {
    /** Opens so many sockets more; answers what they heard at last. */
    open: async (count: number): Promise<string> => {
      if (isPlatform) ({ n, cursor } = await audience.head());
      const tokens = audience.tokens.slice(opened, opened + count);
      const after = kind === 'broadcast' ? null : cursor;
      await crowd.open({ url: served.url, tokens, after, first: n + 1, from: opened });
      opened += count;
      if (!isPlatform) await sleep(1_000); // it has no log: who subscribes late has missed something
      await fire();
      await sleep(SETTLED_MS);
      const before = cpuOf(served.pid);
      await sleep(IDLE_MS);
      idle = (cpuOf(served.pid) - before) / IDLE_MS;
      return (await crowd.account()).sample;
    },
    /** Events one after the other, each once everybody has heard the one before; milliseconds an event. */
    round: async (events: number) => {
      const fired: Awaited<ReturnType<typeof fire>>[] = [];
      const [before, begun] = [cpuOf(served.pid), now()];
      for (let i = 0; i < events; i++) {
        fired.push(await fire());
        await sleep(PAUSE_MS);
      }
      const used = cpuOf(served.pid) - before;
      const { arrivals } = await crowd.account();
      const since = (when: 'begun' | 'committed', i: number, at: number) => at - (fired[i]?.[when] as number);
      return {
        /** From the wake-up to the socket in the middle. */
        middle: median(arrivals.map(({ middle }, i) => since('committed', i, middle))),
        /** From before the commit to the last socket, of each event. */
        lasts: arrivals.map(({ last }, i) => since('begun', i, last)),
        processor: used / events,
        /** Without what is used when nothing happens. */
        caused: (used - idle * (now() - begun)) / events,
      };
    },
    end: async () => {
      await crowd.end();
      await served.stop();
    },
  };
}
