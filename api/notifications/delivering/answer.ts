import type pg from 'pg';

/** What one of the queue's functions answers. */
export async function one<Value>(pool: pg.Pool, text: string, values: readonly unknown[]): Promise<Value> {
  const { rows } = await pool.query({ text, values: [...values], rowMode: 'array' });
  return (rows as unknown as Value[][])[0]?.[0] as Value;
}
