import type pg from 'pg';

/** As the platform's pools have it (api/database.ts). */
export const PLANS = '-c plan_cache_mode=force_generic_plan';

/** Milliseconds of one. */
export async function timed(client: pg.Client, query: pg.QueryConfig): Promise<number> {
  const begun = performance.now();
  await client.query(query);
  return performance.now() - begun;
}

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

let prepared = 0;

/** Pages that a statement touches, on a connection with PLANS. */
export async function buffersOf(client: pg.Client, text: string, values: readonly unknown[]): Promise<number> {
  const name = `bench_${prepared++}`;
  const given = values.length ? `(${values.map((value) => client.escapeLiteral(String(value))).join(', ')})` : '';
  await client.query(`prepare ${name} as ${text}`);
  await client.query(`execute ${name}${given}`);
  const { rows } = await client.query(`explain (analyze, buffers, format json) execute ${name}${given}`);
  const { Plan: plan } = rows[0]['QUERY PLAN'][0] as { Plan: Plan };
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}
