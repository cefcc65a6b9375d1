import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '@lxq/e2e/median.ts';
import { cpuOf } from '../cpu.ts';
import type { Bench, Served } from '../measure.ts';
import type { Audience } from './audience.ts';
import { gather } from './crowd.ts';
import type { Order } from './listeners.child.ts';
import { CHANNEL, type Peer, startPeer } from './peer.ts';

/** Somebody who brings events to a crowd: the platform, or a peer who is told of them by the same NOTIFY. */
export interface Contender {
  served: Served;
  /** Opens so many sockets more; answers what they heard at last. */
  open(count: number): Promise<string>;
  /** Events one after the other, each once everybody has heard the one before. */
  round(events: number): Promise<Round>;
  end(): Promise<void>;
}
interface Round {
  /** From the wake-up to the socket in the middle, in milliseconds an event. */
  middle: number;
  /** Processor of the process, in milliseconds an event. */
  processor: number;
  /** The same without what it uses when nothing happens. */
  caused: number;
  /** From before the commit to the last socket, for each event. */
  lasts: number[];
  astray: number;
}

/** Lets every timer of the event before run out. */
const PAUSE_MS = 25;
const SETTLED_MS = 1_000;
const IDLE_MS = 4_000;
const now = () => Number(process.hrtime.bigint()) / 1e6;

export async function contender(
  kind: 'platform' | Peer,
  bench: Bench,
  audience: Audience,
  { sample = '', document = 'web' }: { sample?: string; document?: Order['document'] } = {},
): Promise<Contender> {
  const isPlatform = kind === 'platform';
  const served = isPlatform
    ? await bench.serve({ NODE_ENV: 'production' })
    : await startPeer(kind, bench, audience.tokens[0] as string);
  const crowd = gather();
  let { n, cursor } = isPlatform ? await audience.head() : { n: 0, cursor: 'peer.0' };
  let opened = 0;
  /** Milliseconds of processor a millisecond: pings, polls, rights that are re-read. */
  let idle = 0;
  const told = (n: number) =>
    kind === 'bare'
      ? sample.replace(/(?<="cursor":"[^"]*[.])\d+/, String(n))
      : JSON.stringify({ n, reportId: audience.reportId });
  const fire = async () => {
    const begun = now();
    n++;
    if (isPlatform) await audience.commit();
    const committed = now();
    await (isPlatform ? audience.wake('lxq_events') : audience.wake(CHANNEL, told(n)));
    await crowd.heard(n);
    return { begun, committed };
  };
  return {
    served,
    open: async (count) => {
      if (isPlatform) ({ n, cursor } = await audience.head());
      const tokens = audience.tokens.slice(opened, opened + count);
      const after = kind === 'bare' ? null : cursor;
      await crowd.open({ url: served.url, tokens, after, first: n + 1, document, from: opened });
      opened += count;
      if (!isPlatform) await sleep(1_000); // it has no log: who subscribes late has missed something
      await fire();
      await sleep(SETTLED_MS);
      const before = cpuOf(served.pid);
      await sleep(IDLE_MS);
      idle = (cpuOf(served.pid) - before) / IDLE_MS;
      return (await crowd.account()).sample;
    },
    round: async (events) => {
      const fired: Awaited<ReturnType<typeof fire>>[] = [];
      const [before, begun] = [cpuOf(served.pid), now()];
      for (let i = 0; i < events; i++) {
        fired.push(await fire());
        await sleep(PAUSE_MS);
      }
      const used = cpuOf(served.pid) - before;
      const caused = (used - idle * (now() - begun)) / events;
      const { arrivals, astray } = await crowd.account();
      const middles = arrivals.map(({ middle }, i) => middle - (fired[i]?.committed as number));
      const lasts = arrivals.map(({ last }, i) => last - (fired[i]?.begun as number));
      return { middle: median(middles), processor: used / events, caused, lasts, astray };
    },
    end: async () => {
      await crowd.end();
      await served.stop();
    },
  };
}
