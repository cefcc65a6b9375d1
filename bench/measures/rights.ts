import { onServer } from '@lxq/db/database.ts';
import type pg from 'pg';
import { as, type Level, levelsOf } from '../levels.ts';
import { type Asked, countsOf, keyBefore, pageOf } from '../lists.ts';
import { type Measure, ratios } from '../measure.ts';
import { type Pair, planned, raceToTheSame, worstPair } from '../plans.ts';

const DEEP = 500;
const ROUNDS = 31;

/** Row security against the same question with its condition written by hand, put by a superuser whom no policy binds. */
export const measure: Measure = {
  run: async ({ adminUrl, say }) => {
    const pairs: Pair[] = [];
    await onServer(planned(adminUrl), async (client) => {
      for (const level of await levelsOf(client))
        for (const [question, [ours, theirs]] of Object.entries(await questionsTo(client, level))) {
          const puts = { ours: { by: level, asked: ours }, theirs: { by: 'superuser', asked: theirs } } as const;
          const took = await raceToTheSame(client, puts, { rounds: ROUNDS, linesOf: inOneOrder });
          pairs.push({ question, level: level.name, ...ratios(took.ours, took.theirs) });
          say(`  ${question}, ${level.name}: ${pairs.at(-1)?.value.toFixed(3)}`);
        }
    });
    const { note, ...worst } = worstPair(pairs);
    return [
      {
        measure: `row security ÷ WHERE by hand, worst of ${pairs.length}`,
        ...worst,
        reach: '≤ 1.15 ×',
        stretch: '≤ 1.05 ×',
        note: `${note}. The statement alone, in a transaction that has entered its scope, both on one connection`,
      },
    ];
  },
};

/** Ours, and the same by hand. */
async function questionsTo(client: pg.Client, level: Level): Promise<Record<string, [Asked, Asked]>> {
  const [, county] = level.scope;
  const { key } = await as(client, level, () => keyBefore(client, county, DEEP));
  const both = (condition = 'true', after?: typeof key): [Asked, Asked] => {
    const values = () => (level.key === undefined ? [] : [level.key]);
    const byHand = { condition: `${level.condition} and ${condition}`, values };
    return [pageOf({ condition }, county, after), pageOf(byHand, county, after)];
  };
  return {
    'newest 20': both(),
    'by status': both(`r.state = 'RETURNED'`),
    'page 500': both('true', key),
    counts: [countsOf(level, false), countsOf(level, true)],
  };
}

/** Groups of a count come in any. */
const inOneOrder = (rows: object[]) => {
  const lines = rows.map((row) => JSON.stringify(row));
  return rows[0] && 'count' in rows[0] ? lines.sort() : lines;
};
