import assert from 'node:assert/strict';
import pg from 'pg';
import { as, type Level, levelsOf } from '../levels.ts';
import { type Asked, countsOf, keyBefore, PAGE } from '../lists.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { inARow, PLANS, timed } from '../plans.ts';

const DEEP = 500;
const ROUNDS = 31;
/** A round of one contender takes about this long; its median is the round's. */
const ROUND_MS = 15;
const ORDER = `order by r.submitted_at desc, r.id desc limit ${PAGE + 1}`;

/** What api/reports/lists/report.read.ts asks; `rights` is where the condition by hand goes that row security adds by itself. */
const LISTS = {
  'newest 20': (rights: string) => `select r.* from report r where r.county_code = $1${rights} ${ORDER}`,
  'by status': (rights: string) =>
    `select r.* from report r where r.county_code = $1${rights} and r.state = 'RETURNED' ${ORDER}`,
  'page 500': (rights: string, after = '') =>
    `select r.* from report r where r.county_code = $1${rights} and (r.submitted_at, r.id) < ${after} ${ORDER}`,
} as const;
const QUESTIONS = [...(Object.keys(LISTS) as (keyof typeof LISTS)[]), 'counts'] as const;
type Question = (typeof QUESTIONS)[number];

interface Pair {
  question: Question;
  level: Level['name'];
  value: number;
  low: number;
  high: number;
}

/** Row security against the same question with its condition written by hand, put by a superuser whom no policy binds. */
export const measure: Measure = {
  name: 'rights',
  run: async ({ adminUrl, say }: Bench): Promise<Figure[]> => {
    const client = new pg.Client({ connectionString: adminUrl, options: PLANS });
    await client.connect();
    const pairs: Pair[] = [];
    try {
      for (const level of await levelsOf(client))
        for (const question of QUESTIONS) pairs.push(await compare(client, level, question));
    } finally {
      await client.end();
    }
    for (const { question, level, value } of pairs) say(`  ${question}, ${level}: ${value.toFixed(3)}`);
    return [figureOf(pairs)];
  },
};

async function compare(client: pg.Client, level: Level, question: Question): Promise<Pair> {
  const name = `${question} ${level.name}`;
  const { key } = await as(client, level, () => keyBefore(client, level.scope[1], DEEP));
  const after = `('${key.at}'::timestamptz, '${key.id}'::uuid)`;
  const [mine, byHandAsked] = asked(question, level, after);
  const [ours, theirs] = [
    { name, ...mine },
    { name: `${name} by hand`, ...byHandAsked },
  ];
  const expected = await as(client, level, () => answer(client, ours));
  assert.equal(
    await as(client, 'superuser', () => answer(client, theirs)),
    expected,
    `${name}: other rows than by hand`,
  );
  const times = Math.max(9, Math.round(ROUND_MS / (await timed(client, theirs))));
  const took = await interleave(ROUNDS, {
    ours: () => as(client, level, () => inARow(client, ours, times)),
    theirs: () => as(client, 'superuser', () => inARow(client, theirs, times)),
  });
  return { question, level: level.name, ...ratios(took.ours, took.theirs) };
}

/** Ours, and the same by hand. */
function asked(question: Question, level: Level, after: string): [Asked, Asked] {
  if (question === 'counts') return [countsOf(level, false), countsOf(level, true)];
  const county = level.scope[1];
  return [
    { text: LISTS[question]('', after), values: [county] },
    {
      text: LISTS[question](` and ${level.condition}`, after),
      values: level.key === undefined ? [county] : [county, level.key],
    },
  ];
}

/** As it came over the wire, the groups of a count in one order. */
async function answer(client: pg.Client, { text, values }: pg.QueryConfig): Promise<string> {
  const { rows } = await client.query(text, values);
  const lines = rows.map((row) => JSON.stringify(row));
  return (text.includes('group by') ? lines.sort() : lines).join('\n');
}

function figureOf(pairs: readonly Pair[]): Figure {
  const worst = pairs.reduce((a, b) => (b.value > a.value ? b : a));
  const line = (question: Question) =>
    `${question} ${pairs
      .filter((pair) => pair.question === question)
      .map(({ value }) => value.toFixed(2))
      .join(' / ')}`;
  return {
    measure: 'row security ÷ WHERE by hand, worst of 16',
    value: worst.value,
    low: worst.low,
    high: worst.high,
    unit: '×',
    bound: 'most',
    reach: 1.15,
    stretch: 1.05,
    note: `worst: ${worst.question}, ${worst.level}; county / township / village / officer: ${QUESTIONS.map(line).join('; ')}. The statement alone, in a transaction that has entered its scope, both on one connection`,
  };
}
