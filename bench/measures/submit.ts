import { median } from '@lxq/e2e/median.ts';
import { BIG_COUNTY } from '../data/shapes.ts';
import { type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { clear, groundOf, makeBareTable } from '../submit/ground.ts';
import type { Sent } from '../submit/sender.ts';
import { startSender } from '../submit/sending.ts';

const ROUNDS = 5;
const SECONDS = 3;
/** Machine code and plans settle, and every village has been met. */
const WARM = 20_000;

/**
 * Reports a second as officers send them, all that submitting does included, against one INSERT of the row: a named statement, its
 * own transaction, from a copy of the sender's process, into a table of the same rows with the same indexes and nothing else.
 */
export const measure: Measure = {
  run: async (bench) => {
    const since = new Date();
    const [one, other] = [startSender(), startSender()];
    const served = await bench.serve();
    try {
      await makeBareTable(bench.adminUrl);
      const ground = await groundOf(bench.adminUrl, [BIG_COUNTY]);
      const race = (rounds: number, connections: number, length: { seconds: number; least?: number }) => {
        const task = { ...ground, ...length, connections };
        return interleave(rounds, {
          platform: () => one.send({ ...task, to: 'platform', target: new URL(served.url).port }),
          bare: () => other.send({ ...task, to: 'bare', target: bench.adminUrl }),
        });
      };
      await race(1, 16, { seconds: 4, least: WARM });
      const some = await race(ROUNDS, 16, { seconds: SECONDS });
      return [figureOf(64, await race(ROUNDS, 64, { seconds: SECONDS })), figureOf(16, some)];
    } finally {
      for (const sender of [one, other]) await sender.end();
      await served.stop();
      await clear(bench.adminUrl, since);
    }
  },
};

function figureOf(connections: number, { platform, bare }: Record<'platform' | 'bare', Sent[]>): Figure {
  const [ours, theirs] = [platform, bare].map((sent) => sent.map(({ rate }) => rate)) as [number[], number[]];
  const wait = (sent: readonly Sent[]) => median(sent.map((one) => one.median)).toFixed(1);
  return {
    measure: `submitReport ÷ bare INSERT with the same indexes, one county, ${connections} connections`,
    ...ratios(ours, theirs),
    reach: '≥ 0.5 ×',
    stretch: '≥ 0.7 ×',
    note: `${median(ours).toFixed(0)} ÷ ${median(theirs).toFixed(0)} a second; median answer within ${wait(platform)} and ${wait(bare)} ms`,
  };
}
