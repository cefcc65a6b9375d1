import { median } from '@lxq/e2e/median.ts';
import type pg from 'pg';
import { cpuOf } from './cpu.ts';
import { type Asked, type Key, type List, PAGE, pageOf } from './lists.ts';

/** As the platform's pools have it (api/platform/scope/database.ts). */
export const PLANS = '-c plan_cache_mode=force_generic_plan';

/** The median of `times` in a row, in milliseconds, after one that wakes the server's process. */
export async function inARow(client: pg.Client, query: pg.QueryConfig, times: number): Promise<number> {
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

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

let prepared = 0;

/** Pages that a statement touches, on a connection with PLANS. */
export async function buffersOf(client: pg.Client, { text, values }: Asked): Promise<number> {
  const name = `bench_${prepared++}`;
  const given = values.length ? `(${values.map((value) => client.escapeLiteral(String(value))).join(', ')})` : '';
  await client.query(`prepare ${name} as ${text}`);
  await client.query(`execute ${name}${given}`);
  const { rows } = await client.query(`explain (analyze, buffers, format json) execute ${name}${given}`);
  const { Plan: plan } = rows[0]['QUERY PLAN'][0] as { Plan: Plan };
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

/** The mean over some pages of a list, one after the other from `from` on: where the rows of one page lie is luck. Undefined where there are none. */
export async function meanBuffers(
  client: pg.Client,
  list: Omit<List, 'name' | 'level'>,
  run: Run,
): Promise<number | undefined> {
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
  return read ? sum / read : undefined;
}
interface Run {
  county: number;
  pages: number;
  after?: Key;
}
