import type { OrderTray } from '@lxq/schema/orders/order-states.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { PLAIN, type TrayCount, trayCountType } from '../platform/contract/graphql.ts';
import { OrderTrayEnum } from './order.input.ts';

const OrderTrayCount = trayCountType<OrderTray>('Order', OrderTrayEnum);
@ObjectType(PLAIN)
export class OrderCounts {
  @Field(() => [OrderTrayCount]) trays!: TrayCount<OrderTray>[];
  @Field(() => Int, { description: 'Open, and past their day.' }) overdue!: number;
}
