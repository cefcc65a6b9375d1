import { officeOf } from '@lxq/schema/places.ts';
import { REVISIT_TRAYS, type RevisitState, type RevisitTray } from '@lxq/schema/revisits/revisit-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { manyOf } from '../platform/lists/many.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Revisit } from './revisit.entity.ts';
import type { RevisitFilter } from './revisit.input.ts';
import type { RevisitTrayCount } from './revisit.type.ts';

export interface RevisitPage extends RevisitFilter {
  first: number;
  after?: string | null;
}

/** The county's are all there are, or what the office does itself; a unit's those that it makes. */
function own(scope: Scope, mine?: boolean | null): Conditions {
  const { role, unitCode } = scope.rights;
  const wanted = new Conditions().add('county_code = ?', scope.county);
  const isCounty = LEVEL_OF[role] === 'COUNTY';
  return isCounty && !mine ? wanted : wanted.add('unit_code = ?', isCounty ? officeOf(scope.county) : unitCode);
}

/** What has waited longest first, as a list to call by. */
export async function list(
  scope: Scope,
  { tray, kind, mine, first, after }: RevisitPage,
): Promise<Connection<Revisit> & { totalCount: number }> {
  const wanted = own(scope, mine);
  if (tray) wanted.oneOf('state', REVISIT_TRAYS[tray]);
  if (kind) wanted.add('kind = ?', kind);
  const counted = scope.rows<{ n: number }>(`select count(*)::int as n from revisit where ${wanted}`, [
    ...wanted.values,
  ]);
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(scheduled_at, id) > (?::timestamptz, ?::uuid)', ...key);
  const [rows, [count]] = await Promise.all([
    scope.rows<Revisit>(
      `select * from revisit where ${wanted} order by scheduled_at, id limit ${pageBucket(pageSize(first))}`,
      wanted.values,
    ),
    counted,
  ]);
  const page = connection(rows, first, (row) => [row.scheduledAt.toISOString(), row.id]);
  return { ...page, totalCount: count?.n ?? 0 };
}

/** How many lie where, of the same. */
export async function counts(scope: Scope): Promise<RevisitTrayCount[]> {
  const wanted = own(scope);
  const rows = await scope.rows<{ state: RevisitState; n: number }>(
    `select state, count(*)::int as n from revisit where ${wanted} group by 1`,
    wanted.values,
  );
  const trays = Object.entries(REVISIT_TRAYS) as [RevisitTray, readonly RevisitState[]][];
  return trays.map(([tray, states]) => ({
    tray,
    count: rows.reduce((sum, { state, n }) => sum + (states.includes(state) ? n : 0), 0),
  }));
}

export const revisitById = byKey<Revisit, string>('revisit', 'revisit', 'id', 'uuid', 'id');
/** Of each matter, those of all rounds, the first first. */
export const revisitsOf = manyOf<Revisit>(Revisit, { owner: 'subject_id', order: 'o.scheduled_at, o.id' });
