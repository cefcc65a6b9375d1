import { median } from '@lxq/e2e/median.ts';
import { type Bench, type Figure, interleave, ratios, spreadOf } from '../measure.ts';
import { makeAudience } from './audience.ts';
import { contender, type Round } from './contender.ts';

const SOCKETS = 2_000;
const ROUNDS = 15;
const EVENTS = 5;
/** Until both deliver from machine code. */
const WARM_ROUNDS = 15;

/** What an event costs for many sockets, beside a bare broadcast of the same bytes. */
export async function delivery(bench: Bench): Promise<Figure[]> {
  const audience = await makeAudience(bench.adminUrl, SOCKETS);
  const running: Awaited<ReturnType<typeof contender>>[] = [];
  try {
    const ours = await contender('platform', bench, audience);
    running.push(ours);
    const bare = await contender('broadcast', bench, audience, { sample: await ours.open(SOCKETS) });
    running.push(bare);
    await bare.open(SOCKETS);
    const race = (rounds: number, events: number) =>
      interleave(rounds, { ours: () => ours.round(events), theirs: () => bare.round(events) });
    await race(WARM_ROUNDS, 3 * EVENTS);
    return figuresOf(await race(ROUNDS, EVENTS));
  } finally {
    for (const one of running) await one.end();
    await audience.end();
  }
}

function figuresOf({ ours, theirs }: Record<'ours' | 'theirs', Round[]>): Figure[] {
  const shown = (values: readonly number[]) => median(values).toFixed(1);
  const each = (rounds: readonly Round[], what: 'middle' | 'processor') => rounds.map((round) => round[what]);
  const both = (what: 'middle' | 'processor') => `${shown(each(ours, what))} / ${shown(each(theirs, what))} ms`;
  const lasts = ours.flatMap((round) => round.lasts).sort((a, b) => a - b);
  return [
    {
      measure: `one event to ${SOCKETS} sockets: median delivery ÷ bare ws broadcast`,
      ...ratios(each(ours, 'middle'), each(theirs, 'middle')),
      reach: '≤ 1.15 ×',
      note: `${both('middle')} from the wake-up, same bytes; processor ${both('processor')}`,
    },
    {
      measure: `commit → last of ${SOCKETS} deliveries, p95`,
      ...spreadOf(lasts),
      value: lasts[Math.floor(lasts.length * 0.95)] as number,
      reach: '≤ 250 ms',
      note: `from before the insert, ${lasts.length} events; median ${shown(lasts)} ms`,
    },
  ];
}
