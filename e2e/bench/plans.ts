import type pg from 'pg';

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

let prepared = 0;

/** Pages that a statement touches once its plan is settled, as it is on a connection that has served a while. */
export async function buffersOf(client: pg.Client, text: string, values: readonly unknown[]): Promise<number> {
  const name = `bench_${prepared++}`;
  const given = values.length ? `(${values.map((value) => client.escapeLiteral(String(value))).join(', ')})` : '';
  await client.query(`prepare ${name} as ${text}`);
  for (let i = 0; i < 6; i++) await client.query(`execute ${name}${given}`); // from the sixth on a generic plan may be taken
  const { rows } = await client.query(`explain (analyze, buffers, format json) execute ${name}${given}`);
  const { Plan: plan } = rows[0]['QUERY PLAN'][0] as { Plan: Plan };
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}
