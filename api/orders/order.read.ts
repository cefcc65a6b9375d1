import { dayOf } from '@lxq/schema/calendar.ts';
import { OPEN_ORDERS, ORDER_TRAYS, type OrderState, type OrderTray } from '@lxq/schema/orders/order-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { byKey } from '../platform/lists/loaders.ts';
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
export async function list(
  scope: Scope,
  { tray, kind, overdue, first, after }: OrderPage,
): Promise<Connection<Order> & { totalCount: number }> {
  const wanted = own(scope);
  if (tray) wanted.oneOf('state', ORDER_TRAYS[tray]);
  if (kind) wanted.add('kind = ?', kind);
  if (overdue) wanted.oneOf('state', OPEN_ORDERS).add('due_on < ?::date', dayOf(scope.now));
  const counted = scope.rows<{ n: number }>(`select count(*)::int as n from guidance_order where ${wanted}`, [
    ...wanted.values,
  ]);
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(drafted_at, id) < (?::timestamptz, ?::uuid)', ...key);
  const [rows, [count]] = await Promise.all([
    scope.rows<Order>(
      `select * from guidance_order where ${wanted} order by drafted_at desc, id desc limit ${pageBucket(pageSize(first))}`,
      wanted.values,
    ),
    counted,
  ]);
  const page = connection(rows, first, (row) => [row.draftedAt.toISOString(), row.id]);
  return { ...page, totalCount: count?.n ?? 0 };
}

/** How many lie where, of the same. */
export async function counts(scope: Scope): Promise<OrderCounts> {
  const wanted = own(scope);
  const today = wanted.value(dayOf(scope.now));
  const rows = await scope.rows<{ state: OrderState; n: number; late: number }>(
    `select state, count(*)::int as n, (count(*) filter (where due_on < ${today}::date))::int as late from guidance_order where ${wanted} group by 1`,
    wanted.values,
  );
  const sum = (states: readonly string[], what: 'n' | 'late' = 'n') =>
    rows.reduce((total, row) => total + (states.includes(row.state) ? row[what] : 0), 0);
  const trays = Object.entries(ORDER_TRAYS) as [OrderTray, readonly OrderState[]][];
  return { trays: trays.map(([tray, states]) => ({ tray, count: sum(states) })), overdue: sum(OPEN_ORDERS, 'late') };
}

export const orderById = byKey<Order, string>('order', 'guidance_order', 'id', 'uuid', 'id');

/** Orders that wait for the signature of whoever heads the unit that gives them, and did not draft them ($2). $1 is the county. */
export const ORDERS_TO_SIGN = `select id, title, drafted_at as since from guidance_order
  where county_code = $1 and issuer_unit_code = app.unit() and state = 'DRAFT' and drafted_by_id <> all($2::uuid[])`;
