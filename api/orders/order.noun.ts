import {
  ISSUED_ORDERS,
  ORDER_MACHINE,
  type OrderDeed,
  type OrderFacts,
  type OrderState,
} from '@lxq/schema/orders/order-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { type Clock, clocksOf, inTurn } from '../deadlines/clocks.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { Order } from './order.entity.ts';
import { ORDER_WORDS } from './order.words.ts';

const { start, meet } = clocksOf<Order>('ORDER');
const byUnit = ({ unitCode }: Order) => ({ unitCode });
const result = start('ORDER_RESULT', ({ unitCode, dueOn }) => ({ unitCode, dueOn }));
/** By when what is owed of an order, from each deed on. */
const CLOCKS: Partial<Record<OrderDeed, Clock<Order>>> = {
  issue: inTurn(start('ORDER_SIGN', byUnit), result),
  signFor: meet('ORDER_SIGN'),
  report: inTurn(
    meet('ORDER_RESULT'),
    start('ORDER_INSPECT', ({ issuerUnitCode }) => ({ unitCode: issuerUnitCode })),
  ),
  return: inTurn(meet('ORDER_INSPECT'), result),
  close: meet(),
};

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
  follow: (scope, deed, order) => CLOCKS[deed]?.(scope, order),
  stamp: (scope) => ({ stateSince: scope.now }),
  facts: (_scope, _deed, order) => order,
};
