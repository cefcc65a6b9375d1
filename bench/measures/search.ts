import assert from 'node:assert/strict';
import pg from 'pg';
import { BIG_COUNTY, roomOf } from '../data/shapes.ts';
import { as, type Level, levelsOf } from '../levels.ts';
import type { Asked } from '../lists.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { inARow, PLANS, timed } from '../plans.ts';
import { byHand, ours } from '../search-contenders.ts';

const ROUNDS = 15;
const ROUND_MS = 15;
/** Shares of the reports: 0.004 %, 0.2 %, 1.4 %, 5 %, 30 %, 35 %; two that meet in 1.4 %, and two that never do. */
const WORDS = ['缆车', '蜂箱', '路灯', '补贴', '群众', '村干部', '群众 补贴', '路灯 机井', '群众 缆车'];

interface Pair {
  text: string;
  level: Level['name'];
  best: string;
  value: number;
  low: number;
  high: number;
}

/** The product's search within its rights, against the best way that a superuser finds to the same page. */
export const measure: Measure = {
  name: 'search',
  run: async ({ adminUrl, say }: Bench): Promise<Figure[]> => {
    const admin = new pg.Client({ connectionString: adminUrl, options: PLANS });
    await admin.connect();
    const pairs: Pair[] = [];
    try {
      const words = [...WORDS, ...(await wordsOfAPlace(admin))];
      for (const level of await levelsOf(admin))
        for (const text of words) pairs.push(await compare(admin, level, text));
    } finally {
      await admin.end();
    }
    for (const { text, level, best, value } of pairs) say(`  ${text}, ${level}: ${value.toFixed(2)} × by ${best}`);
    return [figureOf(pairs)];
  },
};

/** A village by its name and in pinyin, and the newest report's number. */
async function wordsOfAPlace(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query(
    `select p.name, p.pinyin, to_char(r.submitted_at, 'YYYY-') || lpad(r.serial::text, 6, '0') as no
     from place p, lateral (select * from report r where r.county_code = p.county_code order by r.submitted_at desc, r.id desc limit 1) r
     where p.county_code = $1 and p.code = $2`,
    [BIG_COUNTY, roomOf(BIG_COUNTY, 1, 1)],
  );
  return [rows[0].name, rows[0].pinyin, rows[0].no];
}

async function compare(admin: pg.Client, level: Level, text: string): Promise<Pair> {
  const mine = { name: `search ${level.name}`, ...ours(text, level) };
  const expected = await as(admin, level, () => answer(admin, mine));
  const best = await bestOf(admin, byHand(text, level), expected);
  const first = await as(admin, level, () => timed(admin, mine));
  const times = Math.min(100, Math.max(3, Math.round(ROUND_MS / first)));
  const took = await interleave(ROUNDS, {
    ours: () => as(admin, level, () => inARow(admin, mine, times)),
    theirs: () => as(admin, 'superuser', () => inARow(admin, best.asked, times)),
  });
  return {
    text,
    level: level.name,
    best: best.name,
    ...ratios(took.ours, took.theirs),
  };
}

/** Each once to warm up, then the fastest of two; all must answer the same, and no slow one is waited for twice. */
async function bestOf(admin: pg.Client, ways: Record<string, Asked>, expected: string) {
  const found: { name: string; took: number; asked: Asked & { name: string } }[] = [];
  for (const [name, way] of Object.entries(ways)) {
    const asked = { name: `${name} ${way.values.length} ${way.text.length}`, ...way };
    assert.equal(await answer(admin, asked), expected, `${name}: another page`);
    const first = await timed(admin, asked);
    found.push({ name, asked, took: first > 100 ? first : Math.min(first, await timed(admin, asked)) });
  }
  return found.reduce((a, b) => (b.took < a.took ? b : a));
}

async function answer(client: pg.Client, asked: Asked): Promise<string> {
  const { rows } = await client.query(asked);
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

function figureOf(pairs: readonly Pair[]): Figure {
  const worst = pairs.reduce((a, b) => (b.value > a.value ? b : a));
  const levels = [...new Set(pairs.map(({ level }) => level))];
  const texts = [...new Set(pairs.map(({ text }) => text))];
  const line = (text: string) =>
    `${text} ${levels.map((level) => pairs.find((pair) => pair.text === text && pair.level === level)?.value.toFixed(2)).join(' / ')}`;
  return {
    measure: `search ÷ the best plan by hand, worst of ${pairs.length}`,
    value: worst.value,
    low: worst.low,
    high: worst.high,
    unit: '×',
    bound: 'most',
    reach: 1.5,
    note: `worst: ${worst.text}, ${worst.level}; ${levels.join(' / ')}: ${texts.map(line).join('; ')}`,
  };
}
