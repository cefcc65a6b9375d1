import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DayScalar, InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import { ReportStateEnum } from '../report.entity.ts';
import type * as counts from './report-counts.read.ts';
import type * as pivot from './report-pivot.read.ts';

@ObjectType(PLAIN)
export class TrayCounts implements counts.TrayCounts {
  @Field(() => Int) todo!: number;
  @Field(() => Int) doing!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => Int) done!: number;
}

@ObjectType(PLAIN)
export class StateCount implements counts.StateCount {
  @Field(() => ReportStateEnum) state!: counts.StateCount['state'];
  @Field(() => Int) count!: number;
}

@ObjectType(PLAIN)
export class Count implements counts.Count {
  @Field(() => ID) key!: string;
  @Field(() => String) label!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ ...PLAIN, description: 'Counts of the reports that the filter admits, each opening the exact list.' })
export class ReportCounts implements counts.ReportCounts {
  @Field(() => Int) total!: number;
  @Field(() => [Count]) byTownship!: Count[];
  @Field(() => [Count]) byTopic!: Count[];
  @Field(() => [Count]) bySource!: Count[];
  @Field(() => [Count]) byState!: Count[];
  @Field(() => InstantScalar) asOf!: Date;
}

@ObjectType({ ...PLAIN, description: 'One township and one topic that have any report.' })
export class PivotRow implements pivot.PivotRow {
  @Field(() => ID, { description: 'A key of `townships`.' }) township!: string;
  @Field(() => ID, { description: 'A key of `topics`.' }) topic!: string;
  @Field(() => [Int], { description: 'One count for each of `months`.' }) counts!: number[];
}

@ObjectType({
  ...PLAIN,
  description: 'The reports that the filter admits, by township, topic and month of submission.',
})
export class ReportPivot implements pivot.ReportPivot {
  @Field(() => [DayScalar], { description: 'First days of months in Asia/Shanghai, oldest first, without a gap.' })
  months!: string[];
  @Field(() => [Count], { description: 'Most first; over all topics and months.' }) townships!: Count[];
  @Field(() => [Count], { description: 'Most first; over all townships and months.' }) topics!: Count[];
  @Field(() => [PivotRow], { description: 'By township and topic code; pairs without a report are left out.' })
  rows!: PivotRow[];
  @Field(() => Int) total!: number;
  @Field(() => InstantScalar) asOf!: Date;
}
