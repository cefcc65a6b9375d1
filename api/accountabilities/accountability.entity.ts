import {
  ACCOUNTABILITY_BASES,
  ACCOUNTABILITY_KINDS,
  ACCOUNTABILITY_STATES,
  type AccountabilityBasis,
  type AccountabilityKind,
  type AccountabilityState,
} from '@lxq/schema/accountabilities/accountability-states.ts';
import { Entity, Index, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { DayScalar, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Day, IdKey, Instant, ScopedRow, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const AccountabilityStateEnum = enumOf('AccountabilityState', ACCOUNTABILITY_STATES);
export const AccountabilityKindEnum = enumOf('AccountabilityKind', ACCOUNTABILITY_KINDS);
export const AccountabilityBasisEnum = enumOf('AccountabilityBasis', ACCOUNTABILITY_BASES);

/** 问责结果: what an organ outside of the network decided of an official of a unit (R71). Of whom, it does not say: units, kinds and years are counted, never people. */
@ObjectType('Accountability', { ...PLAIN, description: '问责结果: decided outside, of a unit; nobody is named.' })
@Entity({
  tableName: 'accountability',
  ...scoped('accountability', {
    county: {
      see: 'app.office() or app.leads()',
      add: `app.office() and state = 'RECORDED' and by_id = app.person()`,
      change: 'app.office()',
    },
    // A township, department or enterprise its own, and what lies below it.
    township: { see: 'township_code = app.unit()' },
  }),
})
@Unique({ name: 'accountability_client', properties: ['countyCode', 'byId', 'clientId'] })
@Index({ name: 'accountability_newest', properties: ['countyCode', 'decidedOn', 'id'] })
@Index({ name: 'accountability_township', properties: ['countyCode', 'townshipCode', 'decidedOn', 'id'] })
export class Accountability extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() clientId!: string;
  @Field(() => AccountabilityStateEnum)
  @Word('state', ACCOUNTABILITY_STATES, { default: 'RECORDED' })
  state!: AccountabilityState;
  @Field(() => AccountabilityKindEnum) @Word('kind', ACCOUNTABILITY_KINDS) kind!: AccountabilityKind;
  @Field(() => AccountabilityBasisEnum) @Word('basis', ACCOUNTABILITY_BASES) basis!: AccountabilityBasis;
  @Field(() => DayScalar) @Day() decidedOn!: string;
  @Field(() => String, { description: 'Which organ decided.' }) @Text() organ!: string;
  @Field(() => String, { description: 'Its number there.' }) @Text() reference!: string;
  /** The case or the censure that it comes from, where there is one. */
  @Uuid({ nullable: true }) caseId?: string | null;
  @Uuid({ nullable: true }) censureId?: string | null;
  @Uuid() byId!: string;
  @Field(() => String) @Text() byName!: string;
  @Field(() => InstantScalar) @Instant() at!: Date;
  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  @Text({ nullable: true })
  withdrawnReason?: string | null;
  @Field(() => GraphInt) @Version() version!: number;
}
