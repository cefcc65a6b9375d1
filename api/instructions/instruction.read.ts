import { dayOf } from '@lxq/schema/calendar.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { page as pageOf } from '../platform/lists/page.ts';
import type { Selection } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Instruction } from './instruction.entity.ts';
import { instructionListing } from './instruction.listing.ts';

export interface InstructionPage {
  mine?: boolean | null;
  overdue?: boolean | null;
  first: number;
  after?: string | null;
}

/** Newest first: a leader's list is of their own, though at an item they read all; the office's of all. */
export async function list(
  scope: Scope,
  { mine, overdue, first, after }: InstructionPage,
  selection: Selection,
): Promise<Connection<Instruction>> {
  const { personId, role } = scope.rights;
  const wanted = new Conditions().add('r.county_code = ?', scope.county);
  if (mine || role === 'LEADER') wanted.add('r.leader_id = ?', personId);
  if (overdue) wanted.add(`${IS_AWAITED} and r.due_on < ?::date`, dayOf(scope.now));
  const counted = scope.rows<{ n: number }>(`select count(*)::int as n from instruction r where ${wanted}`, [
    ...wanted.values,
  ]);
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(r.instructed_at, r.id) < (?::timestamptz, ?::uuid)', ...key);
  const order = 'r.instructed_at desc, r.id desc';
  const tail = `where ${wanted} order by ${order} limit ${pageBucket(pageSize(first))}`;
  const [rows, [count]] = await Promise.all([
    pageOf(scope, instructionListing, selection, { tail, order, values: wanted.values }),
    counted,
  ]);
  const page = connection(rows, first, (row) => [row.instructedAt.toISOString(), row.id]);
  return { ...page, totalCount: count?.n ?? 0 };
}

/** Whether its day is waited for: until the office has read it, and again once it is registered for handling. In between nothing tells how it goes on. */
export const isAwaited = ({ state, readAt }: Instruction) =>
  (state === 'INSTRUCTED' && !readAt) || state === 'REGISTERED';
const IS_AWAITED = `(r.state = 'INSTRUCTED' and r.read_at is null or r.state = 'REGISTERED')`;

/** Of each report, the newest that the viewer may read. */
export const newestInstructionOf = (scope: Scope) =>
  scope.loader<string, Instruction>('newest instruction', async (ids) => {
    const rows = await scope.rows<Instruction>(
      `select distinct on (report_id) * from instruction where county_code = $1 and report_id = any($2::uuid[])
       order by report_id, instructed_at desc, id desc`,
      [scope.county, ids],
    );
    const found = new Map(rows.map((row) => [row.reportId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
