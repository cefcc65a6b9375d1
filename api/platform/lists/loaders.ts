import type { Scope } from '../scope/scope.ts';

/** One statement a table and operation: `key` is the second part of the primary key, after the county. */
export const byKey =
  <Row extends object, K>(name: string, table: string, key: string, type: string, property: keyof Row) =>
  (scope: Scope) =>
    scope.loader<K, Row>(name, async (keys) => {
      const text = `select * from ${table} where county_code = $1 and ${key} = any($2::${type}[])`;
      const rows = await scope.rows<Row>(text, [scope.county, keys]);
      const found = new Map(rows.map((row) => [row[property] as unknown, row]));
      return keys.map((wanted) => found.get(wanted) ?? null);
    });

/** Rows of another table that belong to each report, in one statement for all of them. */
export const manyBy =
  <Row extends object>(name: string, text: string, owner: keyof Row) =>
  (scope: Scope) =>
    scope.loader<string, Row[]>(name, async (ids) => {
      const rows = await scope.rows<Row>(text, [scope.county, ids]);
      const grouped = Map.groupBy(rows, (row) => row[owner] as unknown as string);
      return ids.map((id) => grouped.get(id) ?? []);
    });

/** A number for each key, from rows of (id, count). */
export const countBy = (name: string, text: string) => (scope: Scope) =>
  scope.loader<string, number>(name, async (ids) => {
    const rows = await scope.rows<{ id: string; count: number }>(text, [scope.county, ids]);
    const found = new Map(rows.map((row) => [row.id, row.count]));
    return ids.map((id) => found.get(id) ?? 0);
  });
