import { connection, decodeCursor, pageBucket, pageSize } from '../../platform/contract/graphql.ts';
import { Conditions } from '../../platform/lists/conditions.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { TableExport } from './table-export.entity.ts';

const mine = ({ county, rights, now }: Scope) =>
  new Conditions().add('county_code = ? and person_id = ? and expires_at > ?', county, rights.personId, now);

/** The viewer's own, of the post that they act under, the newest first. */
export async function list(scope: Scope, first: number, after?: string | null) {
  const wanted = mine(scope);
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(requested_at, id) < (?::timestamptz, ?::uuid)', ...key);
  const rows = await scope.rows<TableExport>(
    `select * from table_export where ${wanted} order by requested_at desc, id desc limit ${pageBucket(pageSize(first))}`,
    wanted.values,
  );
  return connection(rows, first, ({ requestedAt, id }) => [requestedAt.toISOString(), id]);
}

export async function find(scope: Scope, id: string): Promise<TableExport | undefined> {
  if (!isUuid(id)) return undefined;
  const wanted = mine(scope).add('id = ?', id);
  return scope.row<TableExport>(`select * from table_export where ${wanted}`, wanted.values);
}
