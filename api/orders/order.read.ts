import { dayOf } from '@lxq/schema/calendar.ts';
import { OPEN_ORDERS, ORDER_TRAYS, type OrderState } from '@lxq/schema/orders/order-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { inTrays, plainPage, sumOf } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Order } from './order.entity.ts';
import type { OrderFilter } from './order.input.ts';
import type { OrderCounts } from './order.type.ts';

export interface OrderPage extends OrderFilter {
  first: number;
  after?: string | null;
}

/** The county's are all there are; a unit's those that it gives or gets, which stand in its own place. */
function own({ county, rights }: Scope): Conditions {
  const wanted = new Conditions().add('county_code = ?', county);
  const column = { TOWNSHIP: 'township_code', VILLAGE: 'village_code' }[LEVEL_OF[rights.role] as string];
  return column ? wanted.add(`${column} = ?`, rights.unitCode) : wanted;
}

/** Newest first. */
export function list(scope: Scope, { tray, kind, overdue, ...page }: OrderPage) {
  const wanted = own(scope);
  if (tray) wanted.oneOf('state', ORDER_TRAYS[tray]);
  if (kind) wanted.add('kind = ?', kind);
  if (overdue) wanted.oneOf('state', OPEN_ORDERS).add('due_on < ?::date', dayOf(scope.now));
  return plainPage<Order>(scope, { table: 'guidance_order', at: 'drafted_at' }, wanted, page);
}

/** How many lie where, of the same. */
export async function counts(scope: Scope): Promise<OrderCounts> {
  const wanted = own(scope);
  const today = wanted.value(dayOf(scope.now));
  const rows = await scope.rows<{ state: OrderState; n: number; late: number }>(
    `select state, count(*)::int as n, (count(*) filter (where due_on < ${today}::date))::int as late from guidance_order where ${wanted} group by 1`,
    wanted.values,
  );
  return { trays: inTrays(ORDER_TRAYS, rows), overdue: sumOf(rows, OPEN_ORDERS, ({ late }) => late) };
}

export const orderById = byKey<Order, string>('order', 'guidance_order', 'id', 'uuid', 'id');

/** Orders that wait for the signature of whoever heads the unit that gives them, and did not draft them ($2). $1 is the county. */
export const ORDERS_TO_SIGN = `select id, title, drafted_at as since from guidance_order
  where county_code = $1 and issuer_unit_code = app.unit() and state = 'DRAFT' and drafted_by_id <> all($2::uuid[])`;
