import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { onServer } from '@lxq/db/database.ts';
import { median } from '@lxq/e2e/median.ts';
import type pg from 'pg';
import { cpuOf } from './cpu.ts';
import { as, type Level, levelsOf } from './levels.ts';
import { type Asked, type Key, PAGE, pageOf, type Rows } from './lists.ts';
import { type Bench, interleave, ratios } from './measure.ts';

/** An address whose connections plan as the platform's pools do (api/platform/scope/database.ts). */
export function planned(url: string): string {
  const target = new URL(url);
  target.searchParams.set('options', '-c plan_cache_mode=force_generic_plan');
  return target.href;
}

/** The same answer asked for by somebody of a level, and by hand by the superuser. */
export interface Question {
  ours: Asked;
  byHand: Asked;
}
type Questions = Record<string, Question>;
/** A round of one contender takes about this long, and its median is the round's. */
const ROUND_MS = 15;

/** Races every question at every level; the worst ratio stands for all. */
export async function raceAll(
  { adminUrl, say }: Pick<Bench, 'adminUrl' | 'say'>,
  rounds: number,
  questionsTo: (client: pg.Client, level: Level) => Promise<Questions>,
) {
  const pairs: (ReturnType<typeof ratios> & { question: string; level: Level['name'] })[] = [];
  await onServer(planned(adminUrl), async (client) => {
    for (const level of await levelsOf(client))
      for (const [question, asked] of Object.entries(await questionsTo(client, level))) {
        const puts = {
          ours: { by: level, asked: asked.ours },
          theirs: { by: 'superuser', asked: asked.byHand },
        } as const;
        const took = await raceToTheSame(client, puts, { rounds });
        pairs.push({ question, level: level.name, ...ratios(took.ours, took.theirs) });
        say(`  ${question}, ${level.name}: ${pairs.at(-1)?.value.toFixed(3)}`);
      }
  });
  const { question, level, ...worst } = pairs.reduce((a, b) => (b.value > a.value ? b : a));
  const lines = [...Map.groupBy(pairs, (pair) => pair.question)].map(
    ([asked, all]) => `${asked} ${all.map((pair) => pair.value.toFixed(2)).join(' / ')}`,
  );
  const note = `worst: ${question}, ${level}; county / township / village / officer: ${lines.join('; ')}`;
  return { ...worst, note, count: pairs.length };
}

/** A question, and who puts it. */
interface Put {
  by: Level | 'superuser';
  asked: Asked;
}
/** Who is quicker to the same answer, in milliseconds a round; that it is the same is looked at first, by `linesOf` its rows. */
export async function raceToTheSame(
  client: pg.Client,
  { ours, theirs }: { ours: Put; theirs: Put },
  { rounds = 15, linesOf = inOneOrder } = {},
) {
  const put = ({ by, asked }: Put) => {
    const query = { ...asked, name: createHash('sha1').update(asked.text).digest('hex') };
    return <Result>(work: (query: pg.QueryConfig) => Promise<Result>) => as(client, by, () => work(query));
  };
  const puts = { ours: put(ours), theirs: put(theirs) };
  const answer = async (query: pg.QueryConfig) => linesOf((await client.query(query)).rows).join('\n');
  assert.equal(await puts.theirs(answer), await puts.ours(answer), `another answer: ${theirs.asked.text}`);
  const once = await puts.ours((query) => timed(client, query));
  const times = Math.min(100, Math.max(3, Math.round(ROUND_MS / once)));
  return interleave(rounds, {
    ours: () => puts.ours((query) => inARow(client, query, times)),
    theirs: () => puts.theirs((query) => inARow(client, query, times)),
  });
}

/** Groups of a count come in any. */
const inOneOrder = (rows: object[]) => {
  const lines = rows.map((row) => JSON.stringify(row));
  return rows[0] && 'count' in rows[0] ? lines.sort() : lines;
};

/** The median of `times` in a row, in milliseconds, after one that wakes the server's process. */
async function inARow(client: pg.Client, query: pg.QueryConfig, times: number): Promise<number> {
  await timed(client, query);
  const took: number[] = [];
  while (took.length < times) took.push(await timed(client, query));
  return median(took);
}

/** Milliseconds of one. */
export async function timed(client: pg.Client, query: pg.QueryConfig): Promise<number> {
  const begun = performance.now();
  await client.query(query);
  return performance.now() - begun;
}

/**
 * Milliseconds of the server's processor for one, after one that wakes it: what is over in a tenth of a millisecond takes up to
 * three times as long on the wall when its process is woken on the other core.
 */
export async function spent(client: pg.Client, query: pg.QueryConfig, times: number): Promise<number> {
  const { processID } = client as unknown as { processID: number };
  await client.query(query);
  const before = cpuOf(processID);
  for (let i = 0; i < times; i++) await client.query(query);
  return (cpuOf(processID) - before) / times;
}

let prepared = 0;

/** Pages that a statement touches, on a `planned` connection. */
export async function buffersOf(client: pg.Client, { text, values }: Asked): Promise<number> {
  const name = `bench_${prepared++}`;
  const given = values.length ? `(${values.map((value) => client.escapeLiteral(String(value))).join(', ')})` : '';
  await client.query(`prepare ${name} as ${text}`);
  await client.query(`execute ${name}${given}`);
  const { rows } = await client.query(`explain (analyze, buffers, format json) execute ${name}${given}`);
  const { Plan: plan } = rows[0]['QUERY PLAN'][0];
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

/** The mean over some pages of a list, one after the other: where the rows of one page lie is luck. Of its one page where it has no other. */
export async function meanBuffers(client: pg.Client, list: Rows, run: Run): Promise<number> {
  let [after, sum, read] = [run.after, 0, 0];
  for (; read < run.pages; read++) {
    const asked = pageOf(list, run.county, after);
    const { rows } = await client.query<Key>(
      `select submitted_at::text as at, id from (${asked.text}) page order by submitted_at desc, id desc limit ${PAGE}`,
      asked.values,
    );
    if (rows.length < PAGE) break;
    sum += await buffersOf(client, asked);
    after = rows.at(-1);
  }
  return read ? sum / read : buffersOf(client, pageOf(list, run.county));
}
interface Run {
  county: number;
  pages: number;
  after?: Key;
}
