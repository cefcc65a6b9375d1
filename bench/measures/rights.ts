import type pg from 'pg';
import { as, type Level } from '../levels.ts';
import { countsOf, keyBefore, pageOf } from '../lists.ts';
import type { Measure } from '../measure.ts';
import { type Question, raceAll } from '../plans.ts';

const DEEP = 500;
const ROUNDS = 31;

/** Row security against the same question with its condition written by hand, put by a superuser whom no policy binds. */
export const measure: Measure = {
  run: async (bench) => {
    const { count, note, ...worst } = await raceAll(bench, ROUNDS, questionsTo);
    return [
      {
        measure: `row security ÷ WHERE by hand, worst of ${count}`,
        ...worst,
        reach: '≤ 1.15 ×',
        stretch: '≤ 1.05 ×',
        note: `${note}. The statement alone, in a transaction that has entered its scope, both on one connection`,
      },
    ];
  },
};

async function questionsTo(client: pg.Client, level: Level): Promise<Record<string, Question>> {
  const [, county] = level.scope;
  const { key } = await as(client, level, () => keyBefore(client, county, DEEP));
  const both = (condition = 'true', after?: typeof key): Question => {
    const values = () => (level.key === undefined ? [] : [level.key]);
    const byHand = { condition: `${level.condition} and ${condition}`, values };
    return { ours: pageOf({ condition }, county, after), byHand: pageOf(byHand, county, after) };
  };
  return {
    'newest 20': both(),
    'by status': both(`r.state = 'RETURNED'`),
    'page 500': both('true', key),
    counts: { ours: countsOf(level, false), byHand: countsOf(level, true) },
  };
}
