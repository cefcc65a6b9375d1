import { setTimeout as sleep } from 'node:timers/promises';
import { onServer } from '@lxq/db/database.ts';
import { median } from '@lxq/e2e/median.ts';
import { type Bench, type Figure, interleave, ratios, spreadOf } from '../measure.ts';
import { makeAudience } from './audience.ts';
import { type Contender, contender, type Round } from './contender.ts';

const FEW = 200;
const MANY = 2_000;
const ROUNDS = 15;
const EVENTS = 5;

type Rounds = Record<'ours' | 'theirs', Round[]>;

/** What an event costs for many sockets, beside a bare broadcast and beside execution once a socket. */
export async function againstPeers(bench: Bench): Promise<Figure[]> {
  const audience = await makeAudience(bench.adminUrl, MANY);
  const running: Contender[] = [];
  const start = async (...given: Parameters<typeof contender>) => {
    const one = await contender(...given);
    running.push(one);
    return one;
  };
  try {
    const ours = await start('platform', bench, audience);
    const bare = await start('broadcast', bench, audience, { sample: await ours.open(FEW) });
    await bare.open(FEW);
    const few = await counted(bench, ROUNDS * 3 * EVENTS, () => race(ours, bare, { events: 3 * EVENTS }));
    for (const one of [ours, bare]) await one.open(MANY - FEW);
    const many = await counted(bench, ROUNDS * EVENTS, () => race(ours, bare));
    const each = await start('each', bench, audience);
    await each.open(MANY);
    const once = await race(ours, each, { rounds: 3, events: 2 });
    return [...delivery(many.rounds), perSubscriber(once), ...growth(few, many)];
  } finally {
    for (const one of running) await one.end();
    await audience.end();
  }
}

const race = (ours: Contender, theirs: Contender, { rounds = ROUNDS, events = EVENTS } = {}): Promise<Rounds> =>
  interleave(rounds, { ours: () => ours.round(events), theirs: () => theirs.round(events) });

const each = (rounds: readonly Round[], what: 'middle' | 'processor' | 'caused') => rounds.map((round) => round[what]);
const shown = (values: readonly number[]) => median(values).toFixed(1);
const both = ({ ours, theirs }: Rounds, what: 'middle' | 'processor') =>
  `${shown(each(ours, what))} / ${shown(each(theirs, what))} ms`;

function delivery(rounds: Rounds): Figure[] {
  const lasts = rounds.ours.flatMap((round) => round.lasts).sort((a, b) => a - b);
  return [
    {
      measure: `one event to ${MANY} sockets: median delivery ÷ bare ws broadcast`,
      ...ratios(each(rounds.ours, 'middle'), each(rounds.theirs, 'middle')),
      reach: '≤ 1.15 ×',
      note: `${both(rounds, 'middle')} from the wake-up, same bytes; processor ${both(rounds, 'processor')}`,
    },
    {
      measure: `commit → last of ${MANY} deliveries, p95`,
      ...spreadOf(lasts),
      value: lasts[Math.floor(lasts.length * 0.95)] as number,
      reach: '≤ 250 ms',
      note: `from before the insert, ${lasts.length} events; median ${shown(lasts)} ms`,
    },
  ];
}

const perSubscriber = (rounds: Rounds): Figure => ({
  measure: `processor an event for ${MANY} sockets ÷ execution once a socket`,
  ...ratios(each(rounds.ours, 'processor'), each(rounds.theirs, 'processor')),
  reach: '≤ 0.1667 ×',
  note: `${both(rounds, 'processor')} of the server's process for the web's document`,
});

interface Counted {
  rounds: Rounds;
  /** Of the whole database an event, less what the bench sent itself and what runs when nothing happens. */
  transactions: number;
}
function growth(few: Counted, many: Counted): Figure[] {
  const beyond = ({ rounds: { ours, theirs } }: Counted) =>
    ours.map(({ caused }, i) => caused - (theirs[i]?.caused as number));
  const least = median(beyond(few));
  const times = (whose: 'ours' | 'theirs') =>
    (median(each(many.rounds[whose], 'processor')) / median(each(few.rounds[whose], 'processor'))).toFixed(1);
  return [
    {
      measure: `transactions an event, ${FEW} → ${MANY} sockets of one audience`,
      ...spreadOf([many.transactions / few.transactions]),
      reach: '≤ 1.3 ×',
      note: `${few.transactions.toFixed(2)} → ${many.transactions.toFixed(2)}, without the polls and the re-reading of rights that go on anyway`,
    },
    {
      measure: `processor an event beyond the write a socket, ${FEW} → ${MANY} sockets`,
      ...spreadOf(beyond(many).map((ms) => ms / least)),
      reach: '≤ 1.3 ×',
      note: `${shown(beyond(few))} → ${shown(beyond(many))} ms above the bare broadcast; in all ${times('ours')} times, the bare broadcast itself ${times('theirs')} times`,
    },
  ];
}

/** Backends hand their counts in after ten seconds at the latest. */
const SETTLED_MS = 11_000;
const counted = (bench: Bench, events: number, run: () => Promise<Rounds>): Promise<Counted> =>
  onServer(bench.adminUrl, async (client) => {
    const count = async () => {
      await sleep(SETTLED_MS);
      const { rows } = await client.query(
        'select xact_commit::int as n, extract(epoch from clock_timestamp())::float as at from pg_stat_database where datname = current_database()',
      );
      return rows[0] as { n: number; at: number };
    };
    const [quiet, before] = [await count(), await count()];
    const rounds = await run();
    const after = await count();
    const anyway = ((before.n - quiet.n) / (before.at - quiet.at)) * (after.at - before.at);
    const own = 3 * events; // an insert and a notify for the platform, a notify for the peer
    return { rounds, transactions: (after.n - before.n - anyway - own) / events };
  });
