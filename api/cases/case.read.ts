import { addDays, dayOf, startOf } from '@lxq/schema/calendar.ts';
import {
  CASE_TRAYS,
  type CaseState,
  type CaseTray,
  LONG_PENDING_DAYS,
  OPEN_CASES,
} from '@lxq/schema/cases/case-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { one, page as pageOf } from '../platform/lists/page.ts';
import type { Selection } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import type { Case } from './case.entity.ts';
import type { CaseFilter } from './case.input.ts';
import { caseListing } from './case.listing.ts';
import { linkagesOf } from './case.loaders.ts';
import type { CaseCounts } from './case.type.ts';

export interface CasePage extends CaseFilter {
  first: number;
  after?: string | null;
}

/** How the cases of a viewer are found: the county's in their own table, a unit's from what it takes part in, by that table's own equality. */
interface Cutting {
  from: string;
  at: string;
  id: string;
  of: string;
}
const COUNTY: Cutting = { from: 'cases r', at: 'r.opened_at', id: 'r.id', of: 'r' };
const UNIT: Cutting = {
  from: 'participation p join cases r on r.county_code = p.county_code and r.id = p.subject_id',
  at: 'p.at',
  id: 'p.subject_id',
  of: 'p',
};
const cuttingOf = ({ rights }: Scope) => (LEVEL_OF[rights.role] === 'COUNTY' ? COUNTY : UNIT);

function own(scope: Scope, { of }: Cutting, mine?: boolean | null): Conditions {
  const { personId, unitCode } = scope.rights;
  const wanted = new Conditions().add(`${of}.county_code = ?`, scope.county);
  if (of === 'p') return wanted.add('p.unit_code = ?', unitCode).add("p.subject = 'CASE'");
  return mine ? wanted.add('r.sponsor_id = ?', personId) : wanted;
}

/** Newest first. */
export async function list(
  scope: Scope,
  { tray, mine, overdue, longPending, first, after }: CasePage,
  selection: Selection,
): Promise<Connection<Case> & { totalCount: number }> {
  const cutting = cuttingOf(scope);
  const { from, at, id, of } = cutting;
  const wanted = own(scope, cutting, mine);
  if (tray) wanted.oneOf(`${of}.state`, CASE_TRAYS[tray]);
  if (overdue || longPending) wanted.oneOf(`${of}.state`, OPEN_CASES);
  if (overdue) wanted.add(`${of}.due_on < ?::date`, dayOf(scope.now));
  if (longPending) wanted.add(`${at} < ?::timestamptz`, pendingSince(scope));
  const table = of === 'p' ? 'participation p' : from;
  const counted = scope.rows<{ n: number }>(`select count(*)::int as n from ${table} where ${wanted}`, [
    ...wanted.values,
  ]);
  const key = decodeCursor(after, 2);
  if (key) wanted.add(`(${at}, ${id}) < (?::timestamptz, ?::uuid)`, ...key);
  const order = 'r.opened_at desc, r.id desc';
  const tail = `where ${wanted} order by ${at} desc, ${id} desc limit ${pageBucket(pageSize(first))}`;
  const [rows, [count]] = await Promise.all([
    pageOf(scope, caseListing, selection, { from, tail, order, values: wanted.values }),
    counted,
  ]);
  const page = connection(rows, first, (row) => [row.openedAt.toISOString(), row.id]);
  return { ...page, totalCount: count?.n ?? 0 };
}
/** One with what is shown of it. Linkages are asked for beside it: no unit may name their table. */
export function whole(scope: Scope, id: string, selection: Selection): Promise<Case | null> {
  if (isUuid(id) && selection.has('linkages') && isReadBy(scope.rights))
    linkagesOf(scope)
      .load(id)
      .catch(() => {}); // whoever shows them hears of it
  return one(scope, caseListing, selection, id);
}
const isReadBy = ({ role }: Scope['rights']) => LEVEL_OF[role] === 'COUNTY';
const pendingSince = (scope: Scope): Date => startOf(addDays(dayOf(scope.now), -LONG_PENDING_DAYS));

/** How many lie where, of the same cases as the list has. */
export async function counts(scope: Scope): Promise<CaseCounts> {
  const cutting = cuttingOf(scope);
  const { of, at } = cutting;
  const wanted = own(scope, cutting);
  const [today, since] = [wanted.value(dayOf(scope.now)), wanted.value(pendingSince(scope))];
  const rows = await scope.rows<{ state: CaseState; n: number; late: number; old: number }>(
    `select ${of}.state, count(*)::int as n, (count(*) filter (where ${of}.due_on < ${today}::date))::int as late,
       (count(*) filter (where ${at} < ${since}::timestamptz))::int as old
     from ${of === 'p' ? 'participation p' : cutting.from} where ${wanted} group by 1`,
    wanted.values,
  );
  const sum = (states: readonly string[], what: 'n' | 'late' | 'old' = 'n') =>
    rows.reduce((total, row) => total + (states.includes(row.state) ? row[what] : 0), 0);
  const trays = Object.entries(CASE_TRAYS) as [CaseTray, readonly CaseState[]][];
  return {
    trays: trays.map(([tray, states]) => ({ tray, count: sum(states) })),
    ...{ overdue: sum(OPEN_CASES, 'late'), longPending: sum(OPEN_CASES, 'old') },
  };
}
