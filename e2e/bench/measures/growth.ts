import { atDatabase } from '@lxq/db/database.ts';
import { appUrl } from '@lxq/db/migrate.ts';
import pg from 'pg';
import { GROWN_COUNTY, growthCounties, YOUNG_COUNTY } from '../data/shapes.ts';
import { enter, type Level, levelsOf } from '../levels.ts';
import { before, keyBefore, LISTS, type List } from '../lists.ts';
import { type Bench, type Figure, interleave, type Measure, medians, ratios } from '../measure.ts';
import { buffersOf, PLANS, timed } from '../plans.ts';

const ROUNDS = 15;
const TIMES = 15;
const DEEP = 500;
const AGES = {
  young: { database: 'bench_young', county: YOUNG_COUNTY },
  grown: { database: 'bench_grown', county: GROWN_COUNTY },
};
type Age = keyof typeof AGES;

/** One level's connection to a county of an age. */
interface Reader {
  client: pg.Client;
  level: Level;
}
interface Grown {
  name: string;
  time: { value: number; low: number; high: number };
  buffers: number;
  counted: string;
}

/** What fifty times as many reports in a county do to its lists. */
export const measure: Measure = {
  name: 'growth',
  databases: (scale) => {
    const { young, grown } = growthCounties(scale);
    return { [AGES.young.database]: [young], [AGES.grown.database]: [grown] };
  },
  run: async ({ adminUrl, say }: Bench): Promise<Figure[]> => {
    const found: Grown[] = [];
    for (const name of ['county', 'township', 'village', 'officer'] as const) {
      const young = await readerOf(adminUrl, 'young', name);
      const grown = await readerOf(adminUrl, 'grown', name);
      try {
        for (const list of LISTS.filter(({ level }) => level === name)) found.push(await compare(list, young, grown));
        if (name === 'county') found.push(await compareDeep(young, grown));
      } finally {
        await Promise.all([young.client.end(), grown.client.end()]);
      }
    }
    for (const { name, time, counted } of found) say(`  ${name}: ${time.value.toFixed(2)} in time, buffers ${counted}`);
    return [timeFigure(found), buffersFigure(found)];
  },
};

async function readerOf(adminUrl: string, age: Age, name: Level['name']): Promise<Reader> {
  const { database, county } = AGES[age];
  const address = atDatabase(adminUrl, database);
  const admin = new pg.Client(address);
  await admin.connect();
  const level = (await levelsOf(admin, county)).find((each) => each.name === name) as Level;
  await admin.end();
  const client = new pg.Client({ connectionString: appUrl(address), options: PLANS });
  await client.connect();
  await enter(client, level);
  return { client, level };
}

type Ask = { name: string; text: string; values: (string | number)[] };

async function compare(list: List, young: Reader, grown: Reader): Promise<Grown> {
  const name = `${list.name}, ${list.level}`;
  const ask = ({ level }: Reader): Ask => {
    const county = level.scope[1];
    return { name, text: list.text, values: [county, ...list.values(county)] };
  };
  return race(name, { client: young.client, ask: ask(young) }, { client: grown.client, ask: ask(grown) });
}

async function compareDeep(young: Reader, grown: Reader): Promise<Grown> {
  const name = `page ${DEEP}, county`;
  const ask = async ({ client, level }: Reader): Promise<Ask> => {
    const county = level.scope[1];
    const { at, id } = await keyBefore(client, county, DEEP);
    return { name, text: before, values: [county, at, id] };
  };
  return race(name, { client: young.client, ask: await ask(young) }, { client: grown.client, ask: await ask(grown) });
}

interface Runner {
  client: pg.Client;
  ask: Ask;
}

async function race(name: string, young: Runner, grown: Runner): Promise<Grown> {
  const pages = {
    young: await buffersOf(young.client, young.ask.text, young.ask.values),
    grown: await buffersOf(grown.client, grown.ask.text, grown.ask.values),
  };
  const took = await interleave(ROUNDS * TIMES, {
    young: () => timed(young.client, young.ask),
    grown: () => timed(grown.client, grown.ask),
  });
  return {
    name,
    time: ratios(medians(took.grown, TIMES), medians(took.young, TIMES)),
    buffers: pages.grown / pages.young,
    counted: `${pages.grown}/${pages.young}`,
  };
}

const worstOf = (found: readonly Grown[], cost: (each: Grown) => number) =>
  found.reduce((a, b) => (cost(b) > cost(a) ? b : a));
const BOUND = { unit: '×', bound: 'most', reach: 1.2 } as const;

function timeFigure(found: readonly Grown[]): Figure {
  const worst = worstOf(found, ({ time }) => time.value);
  const others = found.map(({ name, time }) => `${name} ${time.value.toFixed(2)}`).join('; ');
  return {
    measure: 'lists at 5,000,000 ÷ at 100,000 reports, time, worst list',
    ...worst.time,
    ...BOUND,
    note: others,
  };
}

function buffersFigure(found: readonly Grown[]): Figure {
  const all = found.map(({ buffers }) => buffers);
  return {
    measure: 'the same, buffers, worst list',
    value: Math.max(...all),
    low: Math.min(...all),
    high: Math.max(...all),
    ...BOUND,
    note: found.map(({ name, counted }) => `${name} ${counted}`).join('; '),
  };
}
