import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '@lxq/e2e/median.ts';
import pg from 'pg';
import { type Bench, type Figure, interleave, ratios } from '../measure.ts';
import { makeAudience } from './audience.ts';
import { type Contender, contender } from './contender.ts';

const FEW = 200;
const MANY = 2_000;
const ROUNDS = 15;
const EVENTS = 5;

type Round = Awaited<ReturnType<Contender['round']>>;
type Rounds<Name extends string> = Record<Name, Round[]>;

/** What an event costs for many sockets, beside a bare broadcast and beside execution once a socket. */
export async function againstPeers(bench: Bench): Promise<Figure[]> {
  const audience = await makeAudience(bench.adminUrl, MANY);
  const running: Contender[] = [];
  const start = async (...given: Parameters<typeof contender>) => {
    const one = await contender(...given);
    running.push(one);
    return one;
  };
  const end = async () => {
    for (const one of running.splice(0)) await one.end();
  };
  try {
    const ours = await start('platform', bench, audience);
    const sample = await ours.open(FEW);
    const bare = await start('bare', bench, audience, { sample });
    await bare.open(FEW);
    const few = await counted(bench, ROUNDS * 3 * EVENTS, () => against(ours, { bare }, { events: 3 * EVENTS }));
    for (const one of [ours, bare]) await one.open(MANY - FEW);
    const many = await counted(bench, ROUNDS * EVENTS, () => against(ours, { bare }));
    const each = await start('each', bench, audience);
    await each.open(MANY);
    const reading = await against(ours, { each }, { rounds: 3, events: 2 });
    await end();
    const lean = { document: 'lean' } as const;
    const [leanOurs, leanEach] = [
      await start('platform', bench, audience, lean),
      await start('each', bench, audience, lean),
    ];
    for (const one of [leanOurs, leanEach]) await one.open(MANY);
    const blind = await against(leanOurs, { each: leanEach });
    return [...delivery(many.rounds), perSubscriber(reading, blind, many.rounds), ...growth(few, many)];
  } finally {
    await end();
    await audience.end();
  }
}

const against = <Name extends string>(
  ours: Contender,
  other: Record<Name, Contender>,
  { rounds = ROUNDS, events = EVENTS } = {},
): Promise<Rounds<Name | 'ours'>> => {
  const all = { ours, ...other } as Record<Name | 'ours', Contender>;
  const names = Object.keys(all) as (Name | 'ours')[];
  const contenders = Object.fromEntries(names.map((name) => [name, () => all[name].round(events)]));
  return interleave(rounds, contenders as Record<Name | 'ours', () => Promise<Round>>);
};

const middleOf = (rounds: readonly Round[]) => rounds.map(({ middle }) => middle);
const processorOf = (rounds: readonly Round[]) => rounds.map(({ processor }) => processor);
const shown = (values: readonly number[]) => median(values).toFixed(1);

function delivery({ ours, bare }: Rounds<'ours' | 'bare'>): Figure[] {
  const lasts = ours.flatMap((round) => round.lasts).sort((a, b) => a - b);
  const p95 = lasts[Math.floor(lasts.length * 0.95)] as number;
  return [
    {
      measure: `one event to ${MANY} sockets: median delivery ÷ bare ws broadcast`,
      ...ratios(middleOf(ours), middleOf(bare)),
      unit: '×',
      bound: 'most',
      reach: 1.15,
      note: `${shown(middleOf(ours))} / ${shown(middleOf(bare))} ms from the wake-up, same bytes; processor ${shown(processorOf(ours))} / ${shown(processorOf(bare))} ms`,
    },
    {
      measure: `commit → last of ${MANY} deliveries, p95`,
      value: p95,
      low: lasts[0] as number,
      high: lasts.at(-1) as number,
      unit: 'ms',
      bound: 'most',
      reach: 250,
      note: `from before the insert, ${lasts.length} events; median ${shown(lasts)} ms`,
    },
  ];
}

function perSubscriber(
  reading: Rounds<'ours' | 'each'>,
  blind: Rounds<'ours' | 'each'>,
  { bare }: Rounds<'bare'>,
): Figure {
  const said = ({ ours, each }: Rounds<'ours' | 'each'>) =>
    `${shown(processorOf(ours))} / ${shown(processorOf(each))} ms`;
  const share = ratios(processorOf(blind.ours), processorOf(blind.each)).value.toFixed(2);
  return {
    measure: `processor an event for ${MANY} sockets ÷ execution once a socket`,
    ...ratios(processorOf(reading.ours), processorOf(reading.each)),
    unit: '×',
    bound: 'most',
    reach: 1 / 6,
    note: `${said(reading)} of the server's process for the web's document; without the report in it, when nothing is read for anybody, ${said(blind)} = ${share}, of which the kernel's writes are most (a bare broadcast: ${shown(processorOf(bare))} ms)`,
  };
}

interface Counted {
  rounds: Rounds<'ours' | 'bare'>;
  /** Of the whole database an event, less what the bench sent itself and what runs when nothing happens. */
  transactions: number;
}
function growth(few: Counted, many: Counted): Figure[] {
  const beyond = ({ rounds: { ours, bare } }: Counted) =>
    ours.map(({ caused }, i) => caused - (bare[i]?.caused as number));
  const total = median(processorOf(many.rounds.ours)) / median(processorOf(few.rounds.ours));
  const least = median(processorOf(many.rounds.bare)) / median(processorOf(few.rounds.bare));
  return [
    {
      measure: `transactions an event, ${FEW} → ${MANY} sockets of one audience`,
      value: many.transactions / few.transactions,
      low: many.transactions / few.transactions,
      high: many.transactions / few.transactions,
      unit: '×',
      bound: 'most',
      reach: 1.3,
      note: `${few.transactions.toFixed(2)} → ${many.transactions.toFixed(2)}, without the polls and the re-reading of rights that go on anyway`,
    },
    {
      measure: `processor an event beyond the write a socket, ${FEW} → ${MANY} sockets`,
      value: median(beyond(many)) / median(beyond(few)),
      low: Math.min(...beyond(many)) / median(beyond(few)),
      high: Math.max(...beyond(many)) / median(beyond(few)),
      unit: '×',
      bound: 'most',
      reach: 1.3,
      note: `${shown(beyond(few))} → ${shown(beyond(many))} ms above the bare broadcast; in all ${total.toFixed(1)} times, the bare broadcast itself ${least.toFixed(1)} times`,
    },
  ];
}

/** Backends hand their counts in after ten seconds at the latest. */
const SETTLED_MS = 11_000;
async function counted(bench: Bench, events: number, run: () => Promise<Counted['rounds']>): Promise<Counted> {
  const client = new pg.Client(bench.adminUrl);
  await client.connect();
  const count = async () => {
    await sleep(SETTLED_MS);
    const { rows } = await client.query(
      'select xact_commit::int as n, extract(epoch from clock_timestamp())::float as at from pg_stat_database where datname = current_database()',
    );
    return rows[0] as { n: number; at: number };
  };
  try {
    const [quiet, before] = [await count(), await count()];
    const rounds = await run();
    const after = await count();
    const anyway = ((before.n - quiet.n) / (before.at - quiet.at)) * (after.at - before.at);
    const own = 3 * events; // an insert and a notify for the platform, a notify for the peer
    return { rounds, transactions: (after.n - before.n - anyway - own) / events };
  } finally {
    await client.end();
  }
}
