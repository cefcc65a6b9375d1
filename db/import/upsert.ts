import type { Query } from './transaction.ts';

const ROWS = 500; // per statement: parameters are limited to 65,535

export interface Target {
  table: string;
  /** The primary key. */
  key: string[];
  /** Columns that an existing row takes over; the others keep what they hold. */
  change: string[];
}

/** Adds rows and changes those that differ, with VALUES and `excluded` only, as a distributed server needs it. */
export async function upsert(
  query: Query,
  target: Target,
  rows: object[],
  onRows = (_done: number) => {},
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) {
    const batch = rows.slice(start, start + ROWS);
    const { text, values } = statement(target, batch);
    await query(text, values);
    onRows(start + batch.length);
  }
}

function statement({ table, key, change }: Target, rows: object[]): { text: string; values: unknown[] } {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.flatMap((row) => columns.map((column) => (row as Record<string, unknown>)[column] ?? null));
  const tuples = rows.map((_, r) => `(${columns.map((_, c) => `$${r * columns.length + c + 1}`).join(', ')})`);
  const names = (list: string[], of = '') => list.map((name) => `${of}${name}`).join(', ');
  const deed =
    change.length === 0
      ? 'do nothing'
      : `do update set ${change.map((name) => `${name} = excluded.${name}`).join(', ')}
         where (${names(change, `${table}.`)}) is distinct from (${names(change, 'excluded.')})`;
  return {
    text: `insert into ${table} (${names(columns)}) values ${tuples.join(', ')} on conflict (${names(key)}) ${deed}`,
    values,
  };
}
