import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../contract/graphql.ts';
import { Conditions } from '../lists/conditions.ts';
import type { Listing } from '../lists/listing.ts';
import { page } from '../lists/page.ts';
import type { Selection } from '../lists/selection.ts';
import type { Scope } from '../scope/scope.ts';

/** Matters that units take part in, and how their lists go. */
export interface Matters<Row> {
  subject: string;
  table: string;
  listing: Listing<Row>;
  /** The column of the instant that lists go by, and that instant of a row. */
  at: string;
  since: (row: Row) => Date;
}
/** Which table cuts the viewer's page and is counted, and what is asked of it. */
export interface Cutting<Row> extends Omit<Matters<Row>, 'at'> {
  from: string;
  counted: string;
  /** When a row came, and what it is called there. */
  key: { at: string; id: string };
  order: string;
  /** The table that state and day are asked of. */
  of: 'r' | 'p';
  /** Whose they are. */
  wanted: Conditions;
}

/** The county's are found in their own table; a unit's are cut from what it takes part in, by that table's own equality, and then opened one by one. */
export function cutFrom(
  { county, rights }: Scope,
  { table, subject }: Pick<Matters<never>, 'table' | 'subject'>,
): Pick<Cutting<never>, 'from' | 'of' | 'wanted'> {
  if (LEVEL_OF[rights.role] === 'COUNTY')
    return { from: `${table} r`, of: 'r', wanted: new Conditions().add('r.county_code = ?', county) };
  const wanted = new Conditions().add('p.county_code = ?', county).add('p.unit_code = ?', rights.unitCode);
  return {
    from: `participation p join ${table} r on r.county_code = p.county_code and r.id = p.subject_id`,
    ...{ of: 'p', wanted: wanted.add(`p.subject = '${subject}'`) },
  };
}

export function cuttingOf<Row>(scope: Scope, { at, ...matters }: Matters<Row>): Cutting<Row> {
  const cut = cutFrom(scope, matters);
  const isWhole = cut.of === 'r';
  return {
    ...{ ...matters, ...cut, order: `r.${at} desc, r.id desc` },
    counted: isWhole ? cut.from : 'participation p',
    key: isWhole ? { at: `r.${at}`, id: 'r.id' } : { at: 'p.at', id: 'p.subject_id' },
  };
}

/** Newest first, and how many there are. */
export async function cutPage<Row extends { id: string }>(
  scope: Scope,
  { from, counted, key: { at, id }, order, wanted, listing, since }: Cutting<Row>,
  { first, after, selection }: { first: number; after?: string | null | undefined; selection: Selection },
): Promise<Connection<Row> & { totalCount: number }> {
  const counting = scope.row<{ n: number }>(`select count(*)::int as n from ${counted} where ${wanted}`, [
    ...wanted.values,
  ]);
  const last = decodeCursor(after, 2);
  if (last) wanted.add(`(${at}, ${id}) < (?::timestamptz, ?::uuid)`, ...last);
  const tail = `where ${wanted} order by ${at} desc, ${id} desc limit ${pageBucket(pageSize(first))}`;
  const [rows, count] = await Promise.all([
    page(scope, listing, selection, { from, tail, order, values: wanted.values }),
    counting,
  ]);
  return { ...connection(rows, first, (row) => [since(row).toISOString(), row.id]), totalCount: count?.n ?? 0 };
}
