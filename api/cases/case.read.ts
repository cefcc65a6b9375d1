import { addDays, dayOf, startOf } from '@lxq/schema/calendar.ts';
import { CASE_TRAYS, type CaseState, LONG_PENDING_DAYS, OPEN_CASES } from '@lxq/schema/cases/case-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { one } from '../platform/lists/page.ts';
import { inTrays, sumOf } from '../platform/lists/plain.ts';
import type { Selection } from '../platform/lists/selection.ts';
import { cutPage, cuttingOf, type Matters } from '../platform/participation/participation.read.ts';
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

const CASES: Matters<Case> = {
  ...{ subject: 'CASE', table: 'cases', listing: caseListing, at: 'opened_at', since: ({ openedAt }) => openedAt },
};

/** Newest first. */
export function list(scope: Scope, { tray, mine, overdue, longPending, ...page }: CasePage, selection: Selection) {
  const cutting = cuttingOf(scope, CASES);
  const { wanted, of, key } = cutting;
  if (mine && of === 'r') wanted.add('r.sponsor_id = ?', scope.rights.personId);
  if (tray) wanted.oneOf(`${of}.state`, CASE_TRAYS[tray]);
  if (overdue || longPending) wanted.oneOf(`${of}.state`, OPEN_CASES);
  if (overdue) wanted.add(`${of}.due_on < ?::date`, dayOf(scope.now));
  if (longPending) wanted.add(`${key.at} < ?::timestamptz`, pendingSince(scope));
  return cutPage(scope, cutting, { ...page, selection });
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
  const { counted, wanted, of, key } = cuttingOf(scope, CASES);
  const [today, since] = [wanted.value(dayOf(scope.now)), wanted.value(pendingSince(scope))];
  const rows = await scope.rows<{ state: CaseState; n: number; late: number; old: number }>(
    `select ${of}.state, count(*)::int as n, (count(*) filter (where ${of}.due_on < ${today}::date))::int as late,
       (count(*) filter (where ${key.at} < ${since}::timestamptz))::int as old
     from ${counted} where ${wanted} group by 1`,
    wanted.values,
  );
  return {
    trays: inTrays(CASE_TRAYS, rows),
    overdue: sumOf(rows, OPEN_CASES, ({ late }) => late),
    longPending: sumOf(rows, OPEN_CASES, ({ old }) => old),
  };
}
