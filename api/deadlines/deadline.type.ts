import { type Proof, SKIPPED, type Why } from '@lxq/schema/deadlines/deadline-due.ts';
import { COUNTINGS, type Counting } from '@lxq/schema/deadlines/deadline-rules.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';

export const CountingEnum = enumOf('DeadlineCounting', COUNTINGS);
const SkippedEnum = enumOf('SkippedWhy', SKIPPED);

@ObjectType({ ...PLAIN, description: 'Days on end that did not count, for one reason.' })
export class SkippedDays {
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) to!: string;
  @Field(() => SkippedEnum) why!: Why;
  @Field(() => String, { nullable: true, description: 'The holiday.' }) name!: string | null;
}

@ObjectType({ ...PLAIN, description: 'A weekend worked in exchange for a holiday, which counted.' })
export class WorkedDay {
  @Field(() => DayScalar) day!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ ...PLAIN, description: 'How a deadline was counted, so that anybody can count it again.' })
export class DeadlineProof implements Omit<Proof, 'isProvisional' | 'version'> {
  @Field(() => CountingEnum) counts!: Counting;
  @Field(() => DayScalar, { description: 'The first day, not counted itself.' }) from!: string;
  @Field(() => Int, { description: 'Days, or minutes, that were counted.' }) counted!: number;
  @Field(() => [SkippedDays]) skipped!: SkippedDays[];
  @Field(() => [WorkedDay]) worked!: WorkedDay[];
  @Field(() => DayScalar, { nullable: true, description: 'The last day as counted, where nobody works on it.' })
  rolledFrom!: string | null;
  @Field(() => DayScalar) dueOn!: string;
}

@ObjectType({ ...PLAIN, description: 'More time that was asked for, once, and what came of it.' })
export class DeadlineExtension {
  @Field(() => Int) days!: number;
  @Field(() => String) reason!: string;
  @Field(() => String) askedByName!: string;
  @Field(() => InstantScalar) askedAt!: Date;
  @Field(() => Boolean, { nullable: true, description: 'Null until somebody has decided.' })
  isApproved!: boolean | null;
  @Field(() => InstantScalar, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused.' }) refusal!: string | null;
}
