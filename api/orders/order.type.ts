import type { OrderTray } from '@lxq/schema/orders/order-states.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { PLAIN } from '../platform/contract/graphql.ts';
import { OrderTrayEnum } from './order.input.ts';

@ObjectType(PLAIN)
export class OrderTrayCount {
  @Field(() => OrderTrayEnum) tray!: OrderTray;
  @Field(() => Int) count!: number;
}
@ObjectType(PLAIN)
export class OrderCounts {
  @Field(() => [OrderTrayCount]) trays!: OrderTrayCount[];
  @Field(() => Int, { description: 'Open, and past their day.' }) overdue!: number;
}
