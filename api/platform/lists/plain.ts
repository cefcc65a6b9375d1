import { LEVEL_OF } from '@lxq/schema/roles.ts';
import {
  type Connection,
  connection,
  decodeCursor,
  pageBucket,
  pageSize,
  type TrayCount,
} from '../contract/graphql.ts';
import type { Scope } from '../scope/scope.ts';
import { Conditions } from './conditions.ts';

/** A list of whole rows of one table, which bring nothing along: how long it is, and a page of it by `at` and id. */
export interface PlainList {
  table: string;
  /** The column of an instant that it goes by, and that instant of a row. */
  at: string;
  /** What came last first, unless what has waited longest does. */
  oldestFirst?: boolean;
}
export async function plainPage<Row extends { id: string }>(
  scope: Scope,
  { table, at, oldestFirst = false }: PlainList,
  wanted: Conditions,
  { first, after }: { first: number; after?: string | null | undefined },
): Promise<Connection<Row> & { totalCount: number }> {
  const counted = scope.row<{ n: number }>(`select count(*)::int as n from ${table} where ${wanted}`, [
    ...wanted.values,
  ]);
  const key = decodeCursor(after, 2);
  if (key) wanted.add(`(${at}, id) ${oldestFirst ? '>' : '<'} (?::timestamptz, ?::uuid)`, ...key);
  const way = oldestFirst ? '' : ' desc';
  const text = `select *, ${at} as list_at from ${table} where ${wanted} order by ${at}${way}, id${way} limit ${pageBucket(pageSize(first))}`;
  const [rows, count] = await Promise.all([scope.rows<Row & { listAt: Date }>(text, wanted.values), counted]);
  return { ...connection(rows, first, (row) => [row.listAt.toISOString(), row.id]), totalCount: count?.n ?? 0 };
}

/** The county's are all there are; a unit's those that stand at it. */
export function ownTo({ county, rights }: Scope, column = 'unit_code'): Conditions {
  const wanted = new Conditions().add('county_code = ?', county);
  return LEVEL_OF[rights.role] === 'COUNTY' ? wanted : wanted.add(`${column} = ?`, rights.unitCode);
}

/** How many lie where, of a table's rows. */
export const countTrays = async <Tray extends string>(
  scope: Scope,
  table: string,
  trays: Readonly<Record<Tray, readonly string[]>>,
  wanted: Conditions,
): Promise<TrayCount<Tray>[]> =>
  inTrays(
    trays,
    await scope.rows<{ state: string; n: number }>(
      `select state, count(*)::int as n from ${table} where ${wanted} group by 1`,
      wanted.values,
    ),
  );

/** How many lie in each tray, from how many are in each state. */
export const inTrays = <Tray extends string>(
  trays: Readonly<Record<Tray, readonly string[]>>,
  rows: readonly { state: string; n: number }[],
): TrayCount<Tray>[] =>
  (Object.keys(trays) as Tray[]).map((tray) => ({ tray, count: sumOf(rows, trays[tray], ({ n }) => n) }));

/** Of some states together. */
export const sumOf = <Row extends { state: string }>(
  rows: readonly Row[],
  states: readonly string[],
  of: (row: Row) => number,
): number => rows.reduce((sum, row) => sum + (states.includes(row.state) ? of(row) : 0), 0);
