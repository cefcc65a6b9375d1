import { dutiesOf } from '@lxq/schema/duties/duties.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { NIL } from 'uuid';
import { type Deadline, IS_OPEN } from '../deadlines/deadline.entity.ts';
import { remindedAs } from '../deadlines/reminders/reminder.read.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { page } from '../platform/lists/page.ts';
import { nodesOf, type Selection, selectionOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { countyDuties, unitDuties } from './duty.listing.ts';
import type { OwedOf } from './duty.type.ts';

interface Page {
  first: number;
  after: string | null;
  info: GraphQLResolveInfo;
}
const listingOf = ({ rights }: Scope) => (LEVEL_OF[rights.role] === 'COUNTY' ? countyDuties : unitDuties);

type Owing = Connection<Deadline> & { totalCount: number };

/** What the viewer's unit owes and the viewer's role meets, what is due first first: cut from the open deadlines of the unit. No copy of it can go stale. */
export const duties = (scope: Scope, asked: Page): Promise<Owing> =>
  // `is true` keeps the rules out of what an index is searched by: the page is walked in the order of what is due and ends with its last row, and the count reads no row.
  owing(scope, asked, 'r.unit_code = $2 and (r.rule = any($3)) is true');

/** What the viewer's post was reminded of and somebody else has to do: of the units below, and at the own unit by others. */
export function reminded(scope: Scope, asked: Page): Promise<Owing> {
  const as = remindedAs(scope.rights);
  const last = Math.max(scope.rights.unitCode, ...as.map(({ upTo }) => upTo));
  const isTold = `exists (select from reminder m, unnest($5::text[], $6::bigint[]) as a (addressee, up_to)
    where m.county_code = r.county_code and m.deadline_id = r.id and m.addressee = a.addressee and r.unit_code <= a.up_to)`;
  const wanted = `r.unit_code between $2 and $4 and (r.unit_code = $2 and r.rule = any($3)) is not true and ${isTold}`;
  return owing(scope, asked, wanted, [last, as.map((each) => each.addressee), as.map((each) => each.upTo)]);
}

/** A page of open deadlines and how many there are; `$2` is the viewer's unit and `$3` the rules that the viewer meets. */
async function owing(
  scope: Scope,
  { first, after, info }: Page,
  which: string,
  more: readonly unknown[] = [],
): Promise<Owing> {
  const values = [scope.county, scope.rights.unitCode, dutiesOf(scope.rights.role), ...more];
  const wanted = `r.county_code = $1 and ${which} and r.${IS_OPEN}`;
  const [dueAt, id] = decodeCursor(after, 2) ?? ['-infinity', NIL];
  const order = 'r.due_at, r.id';
  const [at, of] = [`$${values.length + 1}`, `$${values.length + 2}`];
  const tail = `where ${wanted} and (r.due_at, r.id) > (${at}::timestamptz, ${of}::uuid) order by ${order} limit ${pageBucket(pageSize(first))}`;
  const [rows, counted] = await Promise.all([
    page(scope, listingOf(scope), nodesOf(info), { tail, order, values: [...values, dueAt, id] }),
    selectionOf(info).has('totalCount')
      ? scope.row<{ n: number }>(`select count(*)::int as n from deadline r where ${wanted}`, values)
      : undefined,
  ]);
  const listed = connection(rows, first, (deadline) => [deadline.dueAt.toISOString(), deadline.id]);
  return { ...listed, totalCount: counted?.n ?? 0 };
}

const OWED: Selection = new Map([['owedOf', new Map()]]);
/** What deadlines are owed of that did not come with the list. */
export const owedOf = (scope: Scope) =>
  scope.loader<string, OwedOf>('owed of', async (ids) => {
    const cut = {
      tail: 'where r.county_code = $1 and r.id = any($2::uuid[])',
      order: 'r.id',
      values: [scope.county, ids],
    };
    const rows = await page(scope, listingOf(scope), OWED, cut);
    const found = new Map(rows.map((row) => [row.id, (row as Deadline & { owedOf: OwedOf | null }).owedOf]));
    return ids.map((id) => found.get(id) ?? null);
  });
