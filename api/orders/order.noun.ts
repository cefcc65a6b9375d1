import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import {
  ISSUED_ORDERS,
  ORDER_MACHINE,
  type OrderDeed,
  type OrderFacts,
  type OrderState,
} from '@lxq/schema/orders/order-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Order } from './order.entity.ts';
import { ORDER_WORDS } from './order.words.ts';

const start = (scope: Scope, order: Order, rule: DeadlineRuleCode, unitCode = order.unitCode) =>
  deadlines.start(scope, {
    ...{ subject: 'ORDER', subjectId: order.id, rule, unitCode },
    ...(rule === 'ORDER_RESULT' && { dueOn: order.dueOn }),
  });

/** By when what is owed of an order. */
async function clock(scope: Scope, deed: OrderDeed, order: Order): Promise<void> {
  const { id } = order;
  if (deed === 'issue') {
    await start(scope, order, 'ORDER_SIGN');
    await start(scope, order, 'ORDER_RESULT');
  }
  if (deed === 'signFor') await deadlines.meet(scope, id, 'ORDER_SIGN');
  if (deed === 'report') {
    await deadlines.meet(scope, id, 'ORDER_RESULT');
    await start(scope, order, 'ORDER_INSPECT', order.issuerUnitCode);
  }
  if (deed === 'return') {
    await deadlines.meet(scope, id, 'ORDER_INSPECT');
    await start(scope, order, 'ORDER_RESULT');
  }
  if (deed === 'close') await deadlines.meet(scope, id);
}

export const orderNoun: Noun<Order, OrderDeed, OrderState, OrderFacts> = {
  machine: ORDER_MACHINE,
  entity: Order,
  subject: 'ORDER',
  names: ORDER_WORDS.order,
  isHeld: true, // signing for it and taking it back at once cannot both win
  seen: ({ unitCode, issuerUnitCode, state, caseId }, scope) => ({
    // What is drafted is heard by whoever gives it alone.
    unitCode: ISSUED_ORDERS.includes(state) ? unitCode : issuerUnitCode,
    ears: issuerUnitCode === officeOf(scope.county) && !ISSUED_ORDERS.includes(state) ? 'OFFICE' : 'LEADERS',
    about: { CASE: caseId },
  }),
  follow: clock,
  stamp: (scope) => ({ stateSince: scope.now }),
  facts: (_scope, _deed, order) => order,
};
