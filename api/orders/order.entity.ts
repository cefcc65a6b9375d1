import {
  ISSUED_ORDERS,
  ORDER_KINDS,
  ORDER_STATES,
  type OrderKind,
  type OrderState,
} from '@lxq/schema/orders/order-states.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { DayScalar, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import {
  Code,
  Day,
  IdKey,
  Instant,
  Int,
  Json,
  ScopedRow,
  Text,
  Uuid,
  Version,
  Word,
} from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { oneOf } from '../platform/tables/words.ts';

export const OrderKindEnum = enumOf('OrderKind', ORDER_KINDS);
export const OrderStateEnum = enumOf('OrderState', ORDER_STATES);

/** A station gives orders to its villages, and sees what the county gives them; before it is issued nobody sees what another drafts. */
const isOut = oneOf('state', ISSUED_ORDERS);
const drafts = `state = 'DRAFT' and drafted_by_id = app.person()`;

/** 下单子、督办单: a unit is told, along the lines of guidance, what to put right and by when (R23, R67–R69). It stands at the unit that it is given to. */
@ObjectType('Order', { ...PLAIN, description: '下单子或督办单.' })
@Entity({
  tableName: 'guidance_order',
  ...scoped('guidance_order', {
    county: {
      see: `(app.office() or app.leads()) and (${isOut} or issuer_unit_code = app.unit())`,
      add: `app.office() and ${drafts}`,
      change: 'app.office()',
    },
    township: {
      see: `township_code = app.unit() and (${isOut} or issuer_unit_code = app.unit())`,
      add: `issuer_unit_code = app.unit() and township_code = app.unit() and unit_code <> app.unit() and ${drafts}`,
      change: 'township_code = app.unit()',
    },
    village: { see: `village_code = app.unit() and ${isOut}`, change: 'village_code = app.unit()' },
  }),
})
@Unique({ name: 'guidance_order_client', properties: ['countyCode', 'draftedById', 'clientId'] })
@Index({ name: 'guidance_order_newest', properties: ['countyCode', 'draftedAt', 'id'] })
@Index({ name: 'guidance_order_township', properties: ['countyCode', 'townshipCode', 'draftedAt', 'id'] })
@Index({ name: 'guidance_order_village', properties: ['countyCode', 'villageCode', 'draftedAt', 'id'] })
@Index({ name: 'guidance_order_case', properties: ['countyCode', 'caseId'] })
export class Order extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), defaultRaw: `nextval('order_no'::regclass)` }) serial!: number;
  @Uuid() clientId!: string;
  @Field(() => OrderKindEnum) @Word('kind', ORDER_KINDS) kind!: OrderKind;
  @Field(() => OrderStateEnum) @Word('state', ORDER_STATES, { default: 'DRAFT' }) state!: OrderState;
  @Field(() => InstantScalar) @Instant() stateSince!: Date;
  @Code() issuerUnitCode!: number;
  @Field(() => String) @Text() title!: string;
  @Field(() => String, { description: 'What was seen or analysed that it rests on.' }) @Text() basis!: string;
  @Field(() => String) @Text() requirement!: string;
  @Field(() => DayScalar) @Day() dueOn!: string;
  /** The case whose unit it is given to, where one led to it. */
  @Uuid({ nullable: true }) caseId?: string | null;
  @Uuid() draftedById!: string;
  @Field(() => String) @Text() draftedByName!: string;
  @Field(() => InstantScalar) @Instant() draftedAt!: Date;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) issuedByName?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) issuedAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'How the unit puts it right.' }) @Text({ nullable: true }) plan?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What was done.' }) @Text({ nullable: true }) result?:
    | string
    | null;
  @Field(() => [String], { description: 'Who went to see.' }) @Json({ defaultRaw: `'[]'` }) team!: string[];
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) found?: string | null;
  @Field(() => GraphInt) @Int({ default: 0 }) returns!: number;
  @Field(() => GraphInt) @Version() version!: number;
}
