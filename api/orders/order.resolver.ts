import { dayOf } from '@lxq/schema/calendar.ts';
import { OPEN_ORDERS, ORDER_DRAFTERS } from '@lxq/schema/orders/order-states.ts';
import { MATTER_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.entity.ts';
import { caseById } from '../cases/case.loaders.ts';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { deadlinesOf } from '../deadlines/deadline.loaders.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { connectionType } from '../platform/contract/graphql.ts';
import { asking, deedResolver } from '../platform/deeds/derive.ts';
import { changeOf } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { stepsOf } from '../reports/lists/report.loaders.ts';
import { Step } from '../reports/report.type.ts';
import { Order } from './order.entity.ts';
import { OrderFilter, OrderInspection, OrderText } from './order.input.ts';
import { orderNoun } from './order.noun.ts';
import { orderNumber } from './order.number.ts';
import { counts, list, orderById } from './order.read.ts';
import * as orders from './order.service.ts';
import { OrderCounts } from './order.type.ts';

const OrderConnection = connectionType('Order', () => Order, { counted: true });
@Resolver(() => Order)
export class OrderResolver {
  @Authorized(...MATTER_READERS)
  @Query(() => OrderConnection, {
    description: 'Newest first: the county’s all, a unit’s those that it gives or gets.',
  })
  orders(
    @Ctx() scope: Scope,
    @Arg('filter', () => OrderFilter, { nullable: true }) filter: OrderFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return list(scope, { ...filter, first, after });
  }
  @Authorized(...MATTER_READERS)
  @Query(() => Order, { nullable: true })
  order(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return isUuid(id) ? orderById(scope).load(id) : null;
  }
  @Authorized(...MATTER_READERS)
  @Query(() => OrderCounts, { description: 'Of the same orders as the list has.' })
  orderCounts(@Ctx() scope: Scope) {
    return counts(scope);
  }

  @Authorized(...ORDER_DRAFTERS)
  @Mutation(() => Order)
  draftOrder(
    @Ctx() scope: Scope,
    @Arg('clientId', () => ID) clientId: string,
    @Arg('order', () => OrderText) order: OrderText,
  ) {
    return orders.draft(scope, clientId, order);
  }

  @FieldResolver(() => String, { description: 'Number for people, such as 单2026-0003.' })
  no(@Root() { draftedAt, serial }: Order) {
    return orderNumber(draftedAt, serial);
  }
  @FieldResolver(() => Unit, { description: 'The unit that it is given to.' })
  unit(@Root() { unitCode }: Order, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
  @FieldResolver(() => Unit, { description: 'The unit that gives it.' })
  issuer(@Root() { issuerUnitCode }: Order, @Ctx() scope: Scope) {
    return unitByCode(scope).load(issuerUnitCode);
  }
  @FieldResolver(() => Boolean)
  isOverdue(@Root() { state, dueOn }: Order, @Ctx() scope: Scope) {
    return OPEN_ORDERS.includes(state) && dueOn < dayOf(scope.now);
  }
  @FieldResolver(() => Case, { nullable: true, description: 'The case that led to it, where the viewer sees it.' })
  case(@Root() { caseId }: Order, @Ctx() scope: Scope) {
    return caseId ? caseById(scope).load(caseId) : null;
  }
  @FieldResolver(() => [Deadline])
  deadlines(@Root() { id }: Order, @Ctx() scope: Scope) {
    return deadlinesOf(scope).load(id);
  }
  @FieldResolver(() => [Step])
  timeline(@Root() { id }: Order, @Ctx() scope: Scope) {
    return stepsOf(scope).load(id);
  }
}

export const OrderDeedResolver = deedResolver(orderNoun, {
  ways: { issue: orders.issue },
  more: {
    revise: asking('order', () => OrderText, orders.revise),
    inspect: asking('inspection', () => OrderInspection, orders.inspect),
  },
  changes: {
    rectify: (_scope, _order, plan) => ({ plan }),
    report: (_scope, _order, result) => ({ result }),
    return: (_scope, { returns }) => ({ returns: returns + 1 }),
  },
});
export const OrderChangeResolver = changeOf('orderId', 'ORDER');
