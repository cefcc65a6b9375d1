import pg from 'pg';
import { enter, type Level, levelsOf } from '../levels.ts';
import type { Bench, Figure, Measure } from '../measure.ts';
import { buffersOf } from '../plans.ts';

const PAGE = 20;
const DEEP = 500;
const NEWEST = 'select r.* from report r where r.county_code = $1';
const ORDER = `order by r.submitted_at desc, r.id desc limit ${PAGE + 1}`;

interface Pages {
  level: Level['name'];
  first: number;
  deep: number;
  /** What page the deep one is: the last full one where there are fewer than 500. */
  page: number;
}

/** What reading a page of a list costs in pages of the database, whatever the machine. */
export const measure: Measure = {
  name: 'buffers',
  run: async (bench: Bench): Promise<Figure[]> => {
    const client = new pg.Client(bench.appUrl);
    const admin = new pg.Client(bench.adminUrl);
    await Promise.all([client.connect(), admin.connect()]);
    try {
      const found: Pages[] = [];
      for (const level of await levelsOf(admin)) found.push(await pagesOf(client, level));
      return [newest(found), deepest(found)];
    } finally {
      await Promise.all([client.end(), admin.end()]);
    }
  },
};

async function pagesOf(client: pg.Client, level: Level): Promise<Pages> {
  await enter(client, level);
  const county = level.scope[1];
  const { rows: counted } = await client.query(`select count(*)::int as n from (${NEWEST} limit ${DEEP * PAGE}) seen`, [
    county,
  ]);
  const page = Math.floor(counted[0].n / PAGE);
  const first = await buffersOf(client, `${NEWEST} ${ORDER}`, [county]);
  const deep = page < 2 ? first : await buffersAt(client, county, (page - 1) * PAGE - 1);
  await client.query('rollback');
  return { level: level.name, first, deep, page };
}

async function buffersAt(client: pg.Client, county: number, offset: number): Promise<number> {
  const { rows } = await client.query(
    `select submitted_at::text, id from report r where county_code = $1 order by submitted_at desc, id desc offset ${offset} limit 1`,
    [county],
  );
  const text = `${NEWEST} and (r.submitted_at, r.id) < ($2::timestamptz, $3::uuid) ${ORDER}`;
  return buffersOf(client, text, [county, rows[0].submitted_at, rows[0].id]);
}

const spread = (values: readonly number[]) => ({
  value: Math.max(...values), // the worst level stands for all
  low: Math.min(...values),
  high: Math.max(...values),
});

function newest(found: readonly Pages[]): Figure {
  return {
    measure: 'newest 20 of a list, worst level',
    ...spread(found.map(({ first }) => first)),
    unit: 'buffers',
    bound: 'most',
    reach: 30,
    note: found.map(({ level, first }) => `${level} ${first}`).join(', '),
  };
}

function deepest(found: readonly Pages[]): Figure {
  return {
    measure: 'page 500 ÷ page 1, worst level',
    ...spread(found.map(({ first, deep }) => deep / first)),
    unit: '×',
    bound: 'most',
    reach: 1.2,
    note: `buffers of both: ${found.map(({ level, first, deep, page }) => `${level} ${deep}/${first}${page < DEEP ? ` (page ${page})` : ''}`).join(', ')}`,
  };
}
