import pg from 'pg';
import type { Level } from '../../levels.ts';
import type { Asked } from '../../lists.ts';
import { PLANS, spent } from '../../plans.ts';
import type { Contest } from '../against.ts';
import type { Side } from '../side.ts';

type Levels = typeof import('../../levels.ts');
type Lists = typeof import('../../lists.ts');

const DEEP = 500;
/** Of each statement in a turn: short turns, and many, so that what else the machine does meets both alike. */
const TIMES = 15;

/**
 * Lists and counts under row security at each of the four levels, each statement in a transaction that has entered its scope. Lists read the
 * columns that a report has in both versions: with `r.*` a table that has become wider looked like rights that have become dearer.
 */
export const rights: Contest = {
  what: 'sixteen lists and counts under row security, of the columns that both have, the median of them: PostgreSQL',
  rounds: 61,
  on: async ({ bench, own }, other) => {
    const { as, levelsOf } = await own<Levels>('levels.ts');
    const lists = await own<Lists>('lists.ts');
    const client = new pg.Client({ connectionString: bench.adminUrl, options: PLANS });
    await client.connect();
    const ofOthers = await columnsOf(other);
    const columns = (await columnsOf({ bench })).filter((name) => ofOthers.includes(name)).map((name) => `r.${name}`);
    const statements: { level: Level; query: pg.QueryConfig }[] = [];
    for (const level of await levelsOf(client))
      for (const [i, asked] of (await as(client, level, () => askedOf(lists, client, level))).entries())
        statements.push({
          level,
          query: { name: `${level.name} ${i}`, ...asked, text: asked.text.replaceAll('r.*', columns.join()) },
        });
    return {
      turn: async () => {
        const took: number[] = [];
        for (const { level, query } of statements)
          took.push(await as(client, level, () => spent(client, query, TIMES)));
        return took;
      },
      end: () => client.end(),
    };
  },
};

async function columnsOf({ bench }: Pick<Side, 'bench'>): Promise<string[]> {
  const client = new pg.Client(bench.adminUrl);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'report'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

async function askedOf({ countsOf, keyBefore, pageOf }: Lists, client: pg.Client, level: Level): Promise<Asked[]> {
  const county = level.scope[1];
  const { key } = await keyBefore(client, county, DEEP);
  const returned = { condition: 'r.state = $2', values: () => ['RETURNED'] };
  return [pageOf({}, county), pageOf(returned, county), pageOf({}, county, key), countsOf(level, false)];
}
