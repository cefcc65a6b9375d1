import type { Counting, DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import { DeadlineRuleEnum } from '../deadline.entity.ts';
import { CountingEnum } from '../deadline.type.ts';

/** A rule, and what the county has made of it. */
@ObjectType('Threshold', { ...PLAIN, description: '时限设置.' })
export class ThresholdType {
  @Field(() => DeadlineRuleEnum) rule!: DeadlineRuleCode;
  @Field(() => CountingEnum) counts!: Counting;
  @Field(() => String, { description: 'An article of 信访工作条例, or a requirement.' }) source!: string;
  @Field(() => Int, { description: 'Where the county sets none.' }) usual!: number;
  @Field(() => Int) floor!: number;
  @Field(() => Int) ceiling!: number;
  @Field(() => Int, { description: 'What holds in this county.' }) amount!: number;
  @Field(() => Int, { nullable: true, description: 'By how many days it may be extended at most, once.' })
  extension!: number | null;
  @Field(() => Int, { description: '0 while the county has set none.' }) version!: number;
  @Field(() => InstantScalar, { nullable: true }) changedAt!: Date | null;
  @Field(() => String, { nullable: true }) changedByName!: string | null;
}

@ObjectType(PLAIN)
export class ThresholdChange {
  @Field(() => InstantScalar) at!: Date;
  @Field(() => String) byName!: string;
  @Field(() => Int) before!: number;
  @Field(() => Int) after!: number;
}
