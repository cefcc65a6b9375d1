import assert from 'node:assert/strict';
import type pg from 'pg';
import { BIG_COUNTY, roomOf } from '../data/shapes.ts';
import { as } from '../levels.ts';
import type { Asked } from '../lists.ts';
import type { Measure } from '../measure.ts';
import { type Question, raceAll, timed } from '../plans.ts';
import { byHand, ours } from '../search-contenders.ts';

/** From 40 in a million reports to every third; two that meet now and then, and two that never do. */
const WORDS = ['缆车', '蜂箱', '路灯', '补贴', '群众', '村干部', '群众 补贴', '路灯 机井', '群众 缆车'];
const ROUNDS = 15;

/** The product's search within its rights, against the best way that a superuser finds to the same page. */
export const measure: Measure = {
  run: async (bench) => {
    const { count, ...worst } = await raceAll(bench, ROUNDS, async (client, level) => {
      const questions: Record<string, Question> = {};
      for (const text of [...WORDS, ...(await wordsOfAPlace(client))]) {
        const best = await as(client, 'superuser', () => bestOf(client, byHand(text, level)));
        questions[text] = { ours: ours(text, level), byHand: best };
      }
      return questions;
    });
    return [{ measure: `search ÷ the best plan by hand, worst of ${count}`, ...worst, reach: '≤ 1.5 ×' }];
  },
};

/** A village by its name and in pinyin, and the newest report's number. */
async function wordsOfAPlace(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select p.name, p.pinyin, to_char(r.submitted_at at time zone 'Asia/Shanghai', 'YYYY-') || lpad(r.serial::text, 6, '0') as no
     from place p, lateral (select * from report r where r.county_code = p.county_code order by r.submitted_at desc, r.id desc limit 1) r
     where p.county_code = $1 and p.code = $2`,
    [BIG_COUNTY, roomOf(BIG_COUNTY, 1, 1)],
  );
  return [rows[0].name, rows[0].pinyin, rows[0].no];
}

/** Each once to warm up, then the fastest of two; all must answer the same, and no slow one is waited for twice. */
async function bestOf(client: pg.Client, ways: Record<string, Asked>): Promise<Asked> {
  const found: { asked: Asked; took: number; page: unknown }[] = [];
  for (const [way, asked] of Object.entries(ways)) {
    const { rows: page } = await client.query(asked);
    const first = await timed(client, asked);
    found.push({ asked, page, took: first > 100 ? first : Math.min(first, await timed(client, asked)) });
    assert.deepEqual(page, found[0]?.page, `${way}: another page`);
  }
  return found.reduce((a, b) => (b.took < a.took ? b : a)).asked;
}
