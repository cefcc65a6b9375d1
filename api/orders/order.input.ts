import {
  inspectionProblems,
  orderProblems,
  type ToldInspection,
  type ToldOrder,
} from '@lxq/schema/orders/order-draft.ts';
import { ORDER_TRAYS, type OrderKind, type OrderTray } from '@lxq/schema/orders/order-states.ts';
import { Field, ID, InputType } from 'type-graphql';
import { DayScalar, enumOf } from '../platform/contract/graphql.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { OrderKindEnum } from './order.entity.ts';
import { INSPECTION_WORDS, ORDER_DRAFT_WORDS } from './order.words.ts';

export const OrderTrayEnum = enumOf('OrderTray', Object.keys(ORDER_TRAYS) as OrderTray[]);

@InputType()
export class OrderFilter {
  @Field(() => OrderTrayEnum, { nullable: true }) tray?: OrderTray | null;
  @Field(() => OrderKindEnum, { nullable: true }) kind?: OrderKind | null;
  @Field(() => Boolean, { nullable: true, description: 'Open, and past their day.' }) overdue?: boolean | null;
}

@InputType()
export class OrderText implements ToldOrder {
  @Field(() => OrderKindEnum) kind!: OrderKind;
  @Field(() => ID) unit!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'What was seen or analysed that it rests on.' }) basis!: string;
  @Field(() => String) requirement!: string;
  @Field(() => DayScalar) dueOn!: string;
}
export function checkedOrder(given: OrderText, now: Date): OrderText {
  const [title, basis, requirement] = [given.title.trim(), given.basis.trim(), given.requirement.trim()];
  const told = { ...given, title, basis, requirement };
  refuseFirst(orderProblems(told, now), ORDER_DRAFT_WORDS);
  return told;
}

@InputType()
export class OrderInspection implements ToldInspection {
  @Field(() => [String]) team!: string[];
  @Field(() => String) found!: string;
}
export function checkedInspection({ team, found }: OrderInspection): OrderInspection {
  const told = { team: team.map((name) => name.trim()).filter(Boolean), found: found.trim() };
  refuseFirst(inspectionProblems(told), INSPECTION_WORDS);
  return told;
}
