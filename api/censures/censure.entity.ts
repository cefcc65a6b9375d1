import { CENSURE_STATES, type CensureState, ISSUED_CENSURES } from '@lxq/schema/censures/censure-states.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { IdKey, Instant, ScopedRow, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { oneOf } from '../platform/tables/words.ts';

export const CensureStateEnum = enumOf('CensureState', CENSURE_STATES);
const isOut = oneOf('state', ISSUED_CENSURES);
const named = { see: `unit_code = app.unit() and ${isOut}`, change: 'unit_code = app.unit()' };

/** 通报: an official paper that names a unit, with cause, evidence and the rule that was broken (R67, 5.10). Only the county gives any. */
@ObjectType('Censure', { ...PLAIN, description: '通报.' })
@Entity({
  tableName: 'censure',
  ...scoped('censure', {
    county: {
      see: `app.office() or app.leads() and ${isOut}`,
      add: `app.office() and state = 'DRAFT' and drafted_by_id = app.person()`,
      change: 'app.office()',
    },
    township: named,
    village: named,
  }),
})
@Unique({ name: 'censure_client', properties: ['countyCode', 'draftedById', 'clientId'] })
@Index({ name: 'censure_newest', properties: ['countyCode', 'draftedAt', 'id'] })
@Index({ name: 'censure_unit', properties: ['countyCode', 'unitCode', 'draftedAt', 'id'] })
export class Censure extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), defaultRaw: `nextval('censure_no'::regclass)` }) serial!: number;
  @Uuid() clientId!: string;
  @Field(() => CensureStateEnum) @Word('state', CENSURE_STATES, { default: 'DRAFT' }) state!: CensureState;
  @Field(() => InstantScalar) @Instant() stateSince!: Date;
  @Field(() => String) @Text() title!: string;
  @Field(() => String, { description: 'What happened.' }) @Text() cause!: string;
  @Field(() => String, { description: 'What shows it.' }) @Text() evidence!: string;
  @Field(() => String, { description: 'Which rule it breaks.' }) @Text() rule!: string;
  @Uuid() draftedById!: string;
  @Field(() => String) @Text() draftedByName!: string;
  @Field(() => InstantScalar) @Instant() draftedAt!: Date;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) approvedByName?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) approvedAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) issuedAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Until when the unit may appeal.' })
  @Instant({ nullable: true })
  appealUntil?: Date | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) appealedAt?: Date | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) appeal?: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was upheld or revoked.' })
  @Text({ nullable: true })
  decidedReason?: string | null;
  @Field(() => String, { nullable: true, description: 'How the unit puts it right.' }) @Text({ nullable: true }) plan?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What the office has seen.' }) @Text({ nullable: true }) found?:
    | string
    | null;
  @Field(() => GraphInt) @Version() version!: number;
}
