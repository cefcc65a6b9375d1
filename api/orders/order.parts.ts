import type { Parts } from '../platform/contract/parts.ts';
import { Order } from './order.entity.ts';
import { orderMeasuring } from './order.measures.ts';
import './order-from-case.ts';
import { OrderChangeResolver, OrderDeedResolver, OrderResolver } from './order.resolver.ts';

export const orders: Parts = {
  entities: [Order],
  resolvers: [OrderResolver, OrderDeedResolver, OrderChangeResolver],
  measuring: orderMeasuring,
  prices: {
    'Order.team': { size: 5 },
    'Order.deadlines': { size: 3 },
    'Order.timeline': { size: 20 },
    'OrderCounts.trays': { size: 5 },
  },
};
