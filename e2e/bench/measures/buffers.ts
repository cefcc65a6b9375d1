import pg from 'pg';
import { enter, type Level, levelsOf } from '../levels.ts';
import { before, type Key, newest, PAGE } from '../lists.ts';
import type { Bench, Figure, Measure } from '../measure.ts';
import { buffersOf, PLANS } from '../plans.ts';

const DEEP = 500;

/** How many pages one after the other are read, since where a page's rows lie is luck. */
const RUN = 20;

interface Pages {
  level: Level['name'];
  newest: number;
  /** Means over a run of pages: from the first on, and from page 500 on, or the last ones of a shorter list. */
  first: number;
  deep: number;
  page: number;
}

/** What reading a page of a list costs in pages of the database, whatever the machine. */
export const measure: Measure = {
  name: 'buffers',
  run: async (bench: Bench): Promise<Figure[]> => {
    const client = new pg.Client({ connectionString: bench.appUrl, options: PLANS });
    const admin = new pg.Client(bench.adminUrl);
    await Promise.all([client.connect(), admin.connect()]);
    try {
      const found: Pages[] = [];
      for (const level of await levelsOf(admin)) found.push(await pagesOf(client, level));
      return [newestFigure(found), deepFigure(found)];
    } finally {
      await Promise.all([client.end(), admin.end()]);
    }
  },
};

async function pagesOf(client: pg.Client, level: Level): Promise<Pages> {
  await enter(client, level);
  const county = level.scope[1];
  const { rows } = await client.query<Key>(
    `select submitted_at::text as at, id from report r where county_code = $1 order by r.submitted_at desc, r.id desc limit ${(DEEP + RUN) * PAGE}`,
    [county],
  );
  const keys = rows.filter((_, i) => i % PAGE === PAGE - 1);
  const deepKeys = keys.slice(0, DEEP + RUN - 2).slice(-RUN);
  const newestCost = await buffersOf(client, newest, [county]);
  const mean = async (from: Key[]) => {
    if (!from.length) return newestCost; // there is no second page
    let sum = 0;
    for (const { at, id } of from) sum += await buffersOf(client, before, [county, at, id]);
    return sum / from.length;
  };
  const [first, deep] = [await mean(keys.slice(0, RUN)), await mean(deepKeys)];
  await client.query('rollback');
  return { level: level.name, newest: newestCost, first, deep, page: keys.length - deepKeys.length };
}

const spread = (values: readonly number[]) => ({
  value: Math.max(...values), // the worst level stands for all
  low: Math.min(...values),
  high: Math.max(...values),
});

function newestFigure(found: readonly Pages[]): Figure {
  return {
    measure: 'newest 20 of a list, worst level',
    ...spread(found.map(({ newest }) => newest)),
    unit: 'buffers',
    bound: 'most',
    reach: 30,
    note: found.map(({ level, newest }) => `${level} ${newest}`).join(', '),
  };
}

function deepFigure(found: readonly Pages[]): Figure {
  return {
    measure: 'page 500 ÷ page 1, worst level',
    ...spread(found.map(({ first, deep }) => deep / first)),
    unit: '×',
    bound: 'most',
    reach: 1.2,
    note: `means of ${RUN} pages each: ${found.map((each) => pagesLine(each)).join(', ')}`,
  };
}

const pagesLine = ({ level, first, deep, page }: Pages) =>
  `${level} ${deep.toFixed(1)}/${first.toFixed(1)}${page < DEEP - 2 ? ` (page ${page})` : ''}`;
