import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Alert } from './alert.entity.ts';

export interface AlertPage {
  isKnown?: boolean | null;
  first: number;
  after?: string | null;
}
export interface AlertCounts {
  waitingCount: number;
  knownCount: number;
}
type Row = Alert & { rank: number };

/** For so long whoever was alerted sees among what waits that it was withdrawn, or acknowledged for them. */
const SHOWN_HOURS = 24;
/** When it was settled by another than the leader. */
const SETTLED_AT = `coalesce(a.withdrawn_at, case when a.acted_by_id is not null then a.acknowledged_at end)`;
/** Nothing is left to be told of it. `?` is the moment. */
const IS_KNOWN = `(case when ${SETTLED_AT} is null then a.acknowledged_at is not null
  else ${SETTLED_AT} <= ?::timestamptz - interval '${SHOWN_HOURS} hours' end)`;

/** The viewer's own, newest first; of those not known yet, what waits before what others settled lately. */
export const list = (scope: Scope, page: AlertPage) => listOf(scope, own, page);

/** What waits for leaders who have named the viewer, as far as the viewer sees it. */
export const listAsSecretary = (scope: Scope, page: AlertPage) => listOf(scope, waitingForLeaders, page);

async function listOf(
  scope: Scope,
  whose: (scope: Scope) => Conditions,
  { isKnown, first, after }: AlertPage,
): Promise<Connection<Alert> & AlertCounts> {
  const wanted = whose(scope);
  if (isKnown != null) wanted.add(`${IS_KNOWN} = ?::boolean`, scope.now, isKnown);
  const rank = isKnown === false ? `(${SETTLED_AT} is not null)::int` : '0';
  const key = decodeCursor(after, 3);
  if (key)
    wanted.add(
      `(${rank} > ?::int or ${rank} = ?::int and (a.raised_at, a.id) < (?::timestamptz, ?::uuid))`,
      key[0],
      ...key,
    );
  const [rows, counts] = await Promise.all([
    scope.rows<Row>(
      `select a.*, ${rank} as rank from alert a where ${wanted} order by rank, a.raised_at desc, a.id desc limit ${pageBucket(pageSize(first))}`,
      wanted.values,
    ),
    countOf(scope, whose(scope)),
  ]);
  return { ...connection(rows, first, (row) => [row.rank, row.raisedAt.toISOString(), row.id]), ...counts };
}

async function countOf(scope: Scope, wanted: Conditions): Promise<AlertCounts> {
  const known = IS_KNOWN.replace('?', wanted.value(scope.now));
  const [counts] = await scope.rows<AlertCounts>(
    `select (count(*) filter (where a.withdrawn_at is null and a.acknowledged_at is null))::int as waiting_count,
       (count(*) filter (where ${known}))::int as known_count from alert a where ${wanted}`,
    wanted.values,
  );
  return counts ?? { waitingCount: 0, knownCount: 0 };
}

const own = (scope: Scope) =>
  new Conditions().add('a.county_code = ? and a.leader_id = ?', scope.county, scope.rights.personId);
/** The function is asked once a leader, and not for each of their alerts. */
const waitingForLeaders = (scope: Scope) =>
  new Conditions()
    .add('a.county_code = ? and a.acknowledged_at is null and a.withdrawn_at is null', scope.county)
    .add(
      'a.leader_id in (select s.leader_id from secretary s where s.county_code = ? and s.person_id = ? and app.is_secretary_of(s.leader_id))',
      scope.county,
      scope.rights.personId,
    );

/** Of each report, the viewer's newest alert. */
export const viewerAlertOf = (scope: Scope) =>
  scope.loader<string, Alert>('viewer alert', async (ids) => {
    const rows = await scope.rows<Alert>(
      `select distinct on (report_id) * from alert where county_code = $1 and leader_id = $2 and report_id = any($3::uuid[])
       order by report_id, raised_at desc, id desc`,
      [scope.county, scope.rights.personId, ids],
    );
    const found = new Map(rows.map((row) => [row.reportId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
