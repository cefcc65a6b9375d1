import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../graphql.ts';
import type { Scope } from '../scope.ts';
import type { Instruction } from './instruction.entity.ts';

export interface InstructionPage {
  mine?: boolean | null;
  first: number;
  after?: string | null;
}

/** Newest first: a leader's own, or all of the county for the office. */
export async function list(scope: Scope, { mine, first, after }: InstructionPage): Promise<Connection<Instruction>> {
  const { personId, role } = scope.rights;
  const [at, id] = decodeCursor(after, 2) ?? [null, null];
  const own = mine || role === 'LEADER' ? 'and i.leader_id = $4' : 'and $4::uuid is not null';
  const rows = await scope.rows<Instruction>(
    `select i.* from instruction i where i.county_code = $1 and ($2::timestamptz is null or (i.instructed_at, i.id) < ($2, $3::uuid)) ${own}
     order by i.instructed_at desc, i.id desc limit ${pageBucket(pageSize(first))}`,
    [scope.county, at, id, personId],
  );
  return connection(rows, first, (row) => [row.instructedAt.toISOString(), row.id]);
}
