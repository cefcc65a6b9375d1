import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSchema } from 'graphql';
import pg from 'pg';
import { ask, type Platform, signIn, startPlatform } from '../platform.ts';
import { UNPACED } from '../serving.ts';
import { Arguments, type Ids } from './worst/arguments.ts';
import { type Asked, Gardener, textOf } from './worst/tree.ts';
import { type Dear, wrongDear } from './worst/verdict.ts';

const ACCOUNTS = [
  'county.clerk',
  'county.leader',
  'township.clerk',
  'county.analyst',
  'village.head',
  'county.discipline',
];
/** The dearest found so far, whose kin are looked at next. */
const KEPT = 6;
/** Backends tell the statistics what they did once they have been idle for ten seconds. */
const TOLD_MS = 11_000;

interface Found {
  account: string;
  roots: Asked[];
  milliseconds: number;
}

/** Searches the contract for the dearest query that is admitted, and answers whether any passes the goal. */
export async function worst(seconds: number, seed: number, say: (line: string) => void): Promise<boolean> {
  const platform = await startPlatform(1, UNPACED);
  const admin = new pg.Client(platform.adminUrl);
  await admin.connect();
  try {
    const best = await climb(platform, { admin, seconds, seed, say });
    const noise = await readBy(admin, async () => {});
    const found: Dear[] = [];
    for (const { account, roots, milliseconds } of best.slice(0, 3)) {
      const token = await signIn(platform.url, account);
      const read = await readBy(admin, () => ask(platform.url, token, textOf(roots)));
      const [rows, buffers] = [read.rows - noise.rows, read.buffers - noise.buffers];
      say(`${milliseconds.toFixed(0)} ms, ${rows} rows, ${buffers} buffers  as ${account}: ${textOf(roots)}\n`);
      found.push({ milliseconds, rows, buffers });
    }
    const wrong = wrongDear(found);
    for (const line of wrong) say(`FELL: ${line}`);
    return wrong.length === 0;
  } finally {
    await admin.end();
    await platform.stop();
  }
}

interface Search {
  admin: pg.Client;
  seconds: number;
  seed: number;
  say(line: string): void;
}
async function climb({ url }: Platform, { admin, seconds, seed, say }: Search): Promise<Found[]> {
  const dice = diceOf(seed);
  const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));
  const gardener = new Gardener(schema, dice, new Arguments(dice, await idsOf(admin)));
  const tokens = new Map<string, string>();
  for (const account of ACCOUNTS) tokens.set(account, await signIn(url, account));
  const best: Found[] = [];
  let [tried, admitted] = [0, 0];
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; tried++) {
    const parent = dice() < 0.8 && best.length ? gardener.pick(best) : null;
    const account = parent?.account ?? gardener.pick(ACCOUNTS);
    const roots = parent ? gardener.mutate(parent.roots) : [gardener.seed()];
    const milliseconds = await quickest(url, tokens.get(account) as string, textOf(roots));
    if (milliseconds === null) continue;
    admitted++;
    if (best.some((one) => textOf(one.roots) === textOf(roots))) continue;
    best.push({ account, roots, milliseconds });
    best.sort((a, b) => b.milliseconds - a.milliseconds).splice(KEPT);
  }
  say(`${tried} operations, ${admitted} admitted, seed ${seed}\n`);
  return best;
}

/** Of two times, so that a pause of the machine counts for nothing; null for what is refused. */
async function quickest(url: string, token: string, query: string): Promise<number | null> {
  const times: number[] = [];
  for (let i = 0; i < 2; i++) {
    const begun = performance.now();
    const { data } = await ask<object>(url, token, query);
    if (!data) return null;
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

async function readBy(admin: pg.Client, work: () => Promise<unknown>): Promise<{ rows: number; buffers: number }> {
  const stand = async () => {
    await sleep(TOLD_MS);
    await admin.query('select pg_stat_clear_snapshot()');
    const { rows } = await admin.query<{ rows: string; buffers: string }>(
      'select tup_returned + tup_fetched as rows, blks_hit + blks_read as buffers from pg_stat_database where datname = current_database()',
    );
    return { rows: Number(rows[0]?.rows), buffers: Number(rows[0]?.buffers) };
  };
  const before = await stand();
  await work();
  const after = await stand();
  return { rows: after.rows - before.rows, buffers: after.buffers - before.buffers };
}

async function idsOf(admin: pg.Client): Promise<Ids> {
  const ids = async (text: string) => (await admin.query<{ id: string }>(text)).rows.map(({ id }) => id);
  return {
    report: await ids(`select id from report where line = 'LINE' order by submitted_at desc limit 20`),
    digest: await ids(`select id from digest order by period_from desc limit 10`),
  };
}

/** mulberry32: the same seed, the same search. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
