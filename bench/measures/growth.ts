import { atDatabase } from '@lxq/db/database.ts';
import pg from 'pg';
import { GROWN_COUNTY, growthCounties, YOUNG_COUNTY } from '../data/shapes.ts';
import { enter, type Level, levelsOf } from '../levels.ts';
import { type Asked, countsOf, type Key, keyBefore, LISTS, type List, pageOf } from '../lists.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { buffersOf, meanBuffers, PLANS, spent } from '../plans.ts';

const ROUNDS = 15;
const TIMES = 15;
const DEEP = 500;
/** Of each list, as far as it goes. */
const PAGES = 5;
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
        if (name !== 'officer') found.push(await compareCounts(young, grown)); // officers count their own few
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
  const client = new pg.Client({ connectionString: address, options: PLANS });
  await client.connect();
  await enter(client, level);
  return { client, level };
}

async function compare(list: List, young: Reader, grown: Reader): Promise<Grown> {
  const ask = ({ level }: Reader) => pageOf(list, level.scope[1]);
  const pages = [await pagesOf(list, young), await pagesOf(list, grown)] as const;
  return race(`${list.name}, ${list.level}`, pages, { young, grown }, { young: ask(young), grown: ask(grown) });
}

async function compareDeep(young: Reader, grown: Reader): Promise<Grown> {
  const ask = async ({ client, level }: Reader) => {
    const { key } = await keyBefore(client, level.scope[1], DEEP);
    return { key, asked: pageOf({}, level.scope[1], key) };
  };
  const [before, now] = [await ask(young), await ask(grown)];
  const pages = [await pagesOf({}, young, before.key), await pagesOf({}, grown, now.key)] as const;
  return race(`page ${DEEP}, county`, pages, { young, grown }, { young: before.asked, grown: now.asked });
}

async function compareCounts(young: Reader, grown: Reader): Promise<Grown> {
  const [before, now] = [countsOf(young.level, false), countsOf(grown.level, false)];
  const pages = [await buffersOf(young.client, before), await buffersOf(grown.client, now)] as const;
  return race(`counts, ${young.level.name}`, pages, { young, grown }, { young: before, grown: now });
}

async function pagesOf(list: Omit<List, 'name' | 'level'>, { client, level }: Reader, after?: Key): Promise<number> {
  const county = level.scope[1];
  return (await meanBuffers(client, list, { county, pages: PAGES, after })) ?? buffersOf(client, pageOf(list, county));
}

async function race(
  name: string,
  [youngPages, grownPages]: readonly [number, number],
  readers: Record<Age, Reader>,
  asked: Record<Age, Asked>,
): Promise<Grown> {
  const once = (age: Age) => () => spent(readers[age].client, { name, ...asked[age] }, TIMES);
  const took = await interleave(ROUNDS, { young: once('young'), grown: once('grown') });
  return {
    name,
    time: ratios(took.grown, took.young),
    buffers: grownPages / youngPages,
    counted: `${grownPages.toFixed(1)}/${youngPages.toFixed(1)}`,
  };
}

const worstOf = (found: readonly Grown[], cost: (each: Grown) => number) =>
  found.reduce((a, b) => (cost(b) > cost(a) ? b : a));
const BOUND = { unit: '×', bound: 'most', reach: 1.2 } as const;

function timeFigure(found: readonly Grown[]): Figure {
  const worst = worstOf(found, ({ time }) => time.value);
  const others = found.map(({ name, time }) => `${name} ${time.value.toFixed(2)}`).join('; ');
  return {
    measure: 'lists at 5,000,000 ÷ at 100,000 reports, the server’s processor time, worst list',
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
    note: `means of ${PAGES} pages: ${found.map(({ name, counted }) => `${name} ${counted}`).join('; ')}`,
  };
}
