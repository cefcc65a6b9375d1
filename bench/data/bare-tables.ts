import type pg from 'pg';

interface Bond {
  table: string;
  name: string;
  definition: string;
}

/**
 * Takes the secondary indexes, unique constraints and foreign keys off `tables`, so that COPY only appends, and gives the
 * statements that put them back: checked and built over all rows at once. Primary keys stay, as others refer to them.
 */
export async function bare(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const constraints = await client.query<Bond>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = any($1::regclass[]) and contype in ('u', 'f') order by contype desc, conname`,
    [tables],
  );
  for (const { table, name } of constraints.rows) await client.query(`alter table ${table} drop constraint ${name}`);
  const indexes = await client.query<Bond>(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not indisprimary order by pg_get_indexdef(indexrelid) like '%USING gin%' desc, 2`,
    [tables],
  );
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  return [
    ...indexes.rows.map(({ definition }) => definition),
    ...constraints.rows.map(
      ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
    ),
  ];
}
