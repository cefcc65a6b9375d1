import pg from 'pg';
import { enter, type Level, levelsOf } from '../levels.ts';
import { keyBefore, pageOf } from '../lists.ts';
import type { Bench, Figure, Measure } from '../measure.ts';
import { buffersOf, meanBuffers, PLANS } from '../plans.ts';

const DEEP = 500;

/** How many pages one after the other are read. */
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
    const client = new pg.Client({ connectionString: bench.adminUrl, options: PLANS });
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
  const newest = await buffersOf(client, pageOf({}, county));
  const { key, page } = await keyBefore(client, county, DEEP);
  const first = (await meanBuffers(client, {}, { county, pages: RUN })) ?? newest;
  const deep = (await meanBuffers(client, {}, { county, pages: RUN, after: key })) ?? newest;
  await client.query('rollback');
  return { level: level.name, newest, first, deep, page };
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
  `${level} ${deep.toFixed(1)}/${first.toFixed(1)}${page < DEEP ? ` (page ${page})` : ''}`;
