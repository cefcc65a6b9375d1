import assert from 'node:assert/strict';
import { keysOf, needlesOf } from '@lxq/schema/search/search-tokens.ts';
import type pg from 'pg';
import { BIG_COUNTY, roomOf } from '../data/shapes.ts';
import { as, type Level } from '../levels.ts';
import type { Asked } from '../lists.ts';
import type { Measure } from '../measure.ts';
import { type Question, raceAll, timed } from '../plans.ts';

/** From 40 in a million reports to every third; two that meet now and then, and two that never do. */
const WORDS = ['缆车', '蜂箱', '路灯', '补贴', '群众', '村干部', '群众 补贴', '路灯 机井', '群众 缆车'];
const ROUNDS = 15;
const LIMIT = 21;
const PAGE = `order by r.submitted_at desc, r.id desc limit ${LIMIT}`;
const KEY = 'h.submitted_at desc, h.report_id desc';

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

/** As api/reports/lists/report.read.ts asks for the first page of a search. */
function ours(text: string, { name, scope: [, county] }: Level): Asked {
  const needles = needlesOf(text);
  const keys = needles.map((needle) => keysOf(county, needle));
  const words = keys.flatMap((list, i) => list.map(() => i + 1));
  const hits = `app.search_${name}($2::int[], $3::int[], $4::text[], 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', ${LIMIT})`;
  return {
    text: `select r.* from (select * from ${hits}) hit, lateral (select * from report o where o.county_code = $1 and o.id = hit.id limit 1) r where r.county_code = $1 ${PAGE}`,
    values: [county, list(keys.flat()), list(words), list(needles.map((needle) => JSON.stringify(needle)))],
  };
}

/**
 * The same page asked by somebody whom no policy binds and who knows what to do: the index over all words first, the scope's
 * reports newest first, or what the planner makes of it.
 */
function byHand(text: string, { scope, condition, key }: Level): Record<'index' | 'walk' | 'planner', Asked> {
  const needles = needlesOf(text);
  const keys = needles.flatMap((needle) => keysOf(scope[1], needle));
  const values = [scope[1], ...(key === undefined ? [] : [key]), list(keys), ...needles];
  const n = values.length - needles.length;
  const holds = needles.map((_, i) => `position($${n + 1 + i}::text in s.haystack) > 0`).join(' and ');
  const found = `s.keys @> $${n}::int[]`;
  const scoped = `s.county_code = $1 and ${condition.replaceAll('r.', 's.')}`;
  const from = 'select s.report_id, s.submitted_at from report_search s where';
  const newest = `order by s.submitted_at desc, s.report_id desc limit ${LIMIT}`;
  const page = (hits: string) => ({
    text: `select r.* from (${hits}) hit join report r on r.county_code = $1 and r.id = hit.report_id ${PAGE}`,
    values,
  });
  return {
    index: page(
      `select * from (with h as materialized (${from} ${found} and (${scoped} and ${holds}) is true) select * from h order by ${KEY} limit ${LIMIT}) h`,
    ),
    walk: page(`${from} ${scoped} and $${n}::int[] is not null and ${holds} ${newest}`),
    planner: page(`${from} ${scoped} and ${found} and ${holds} ${newest}`),
  };
}

/** An array as PostgreSQL reads it from text. */
const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
