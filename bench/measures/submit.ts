import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { median } from '@lxq/e2e/median.ts';
import { BIG_COUNTY, benchCounties } from '../data/shapes.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { clear, type Ground, groundOf, makeBareTable } from '../submit/ground.ts';
import type { Sent, Task } from '../submit/sender.ts';

const ROUNDS = 5;
const SECONDS = 3;
/** Machine code and plans settle, and every village has been met. */
const WARM = 20_000;

/**
 * Reports a second as officers send them, all that submitting does included, against one INSERT of the row: a named statement, its
 * own transaction, from a copy of the sender's process, into a table of the same rows with the same indexes and nothing else.
 */
export const measure: Measure = {
  name: 'submit',
  run: async (bench: Bench): Promise<Figure[]> => {
    const since = new Date();
    const senders = [sender(), sender()];
    try {
      await makeBareTable(bench.adminUrl);
      const platform = await bench.serve();
      const race = raceOn(bench, new URL(platform.url).port, senders as [ChildProcess, ChildProcess]);
      const county = await groundOf(bench.adminUrl, [BIG_COUNTY]);
      await race(county, 16, { rounds: 1, seconds: 4, least: WARM });
      const some = await race(county, 16, { rounds: ROUNDS, seconds: SECONDS });
      const many = await race(county, 64, { rounds: ROUNDS, seconds: SECONDS });
      const one = await race(county, 1, { rounds: 3, seconds: 2 });
      const neighbours = benchCounties(1)
        .map(({ code }) => code)
        .filter((code) => code !== BIG_COUNTY);
      const everywhere = await groundOf(bench.adminUrl, neighbours);
      await race(everywhere, 16, { rounds: 1, seconds: 2, least: WARM / 4 });
      const spread = await race(everywhere, 16, { rounds: 3, seconds: 2 });
      await platform.stop();
      return [
        figure(64, many),
        figure(16, some, `1 connection ${told(one)}; 16, over ${neighbours.length} counties ${told(spread)}`),
      ];
    } finally {
      for (const process of senders) process.disconnect();
      await clear(bench.adminUrl, since);
    }
  },
};

const sender = () =>
  fork(new URL('../submit/sender.ts', import.meta.url), { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' } });

interface Race {
  platform: Sent[];
  bare: Sent[];
}
const raceOn =
  (bench: Bench, port: string, [one, other]: [ChildProcess, ChildProcess]) =>
  async (
    ground: Ground,
    connections: number,
    { rounds, ...length }: { rounds: number; seconds: number; least?: number },
  ): Promise<Race> => {
    const run = async (process: ChildProcess, to: Task['to'], target: string) => {
      process.send({ ...ground, ...length, to, target, connections } satisfies Task);
      const waiting = new AbortController();
      const ended = once(process, 'exit', { signal: waiting.signal }).then(() => {
        throw new Error(`the sender of ${to} has ended`);
      });
      ended.catch(() => {});
      const [answer] = await Promise.race([once(process, 'message', { signal: waiting.signal }), ended]);
      waiting.abort();
      return answer as Sent;
    };
    const race = await interleave(rounds, {
      platform: () => run(one, 'platform', port),
      bare: () => run(other, 'bare', bench.adminUrl),
    });
    bench.say(`  ${connections} connections: ${told(race)}`);
    return race;
  };

const rates = (sent: readonly Sent[]) => sent.map(({ rate }) => rate);
const told = ({ platform, bare }: Race) => {
  const of = (sent: readonly Sent[]) => median(rates(sent)).toFixed(0);
  return `${of(platform)} ÷ ${of(bare)} a second = ${ratios(rates(platform), rates(bare)).value.toFixed(2)}`;
};

const figure = (connections: number, race: Race, ...more: string[]): Figure => ({
  measure: `submitReport ÷ bare INSERT with the same indexes, one county, ${connections} connections`,
  ...ratios(rates(race.platform), rates(race.bare)),
  unit: '×',
  bound: 'least',
  reach: 0.5,
  stretch: 0.7,
  note: [told(race), `median answer within ${medianMs(race.platform)} and ${medianMs(race.bare)} ms`, ...more].join(
    '; ',
  ),
});
const medianMs = (sent: readonly Sent[]) => median(sent.map((one) => one.median)).toFixed(1);
