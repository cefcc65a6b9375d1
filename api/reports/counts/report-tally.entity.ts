import type { ReportState } from '@lxq/schema/reports/report-states.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Code, CountyKey, Day, Instant, Int, ScopedRow, Text } from '../../platform/tables/columns.ts';
import { onTheLine, scoped } from '../../platform/tables/policies.ts';
import { oneOf } from '../../platform/tables/words.ts';
import { LINES, type Report } from '../report.entity.ts';

/*
 * A number may not say what a row may not: every column that a report's policy reads stands in each tally, but for the author.
 * Officers count their own few rows.
 */
const { county, township, village } = onTheLine;

/** How many reports a unit and the units below it have, by line, state and what is due when. */
@Entity({
  tableName: 'unit_tally',
  ...scoped('unit_tally', { county: { see: county }, township: { see: township }, village: { see: village } }),
})
export class UnitTally {
  @CountyKey() countyCode!: number;
  /** A village, a township or the county. */
  @PrimaryKey({ type: new BigIntType('number') }) unitCode!: number;
  @PrimaryKey({ type: 'text', check: oneOf('line', LINES) }) line!: Report['line'];
  @PrimaryKey({ type: 'text' }) state!: ReportState;
  /** Of reports that wait to be judged; infinity for the rest. */
  @PrimaryKey({ type: 'timestamptz', columnType: 'timestamptz(3)' }) dueAt!: Date;
  @Code({ generated: '((unit_code / 1000000) * 1000000) stored' }) readonly townshipCode?: number;
  @Code({ generated: '((unit_code / 1000) * 1000) stored' }) readonly villageCode?: number;
  @Int() n!: number;
}

const TALLY_KINDS = ['TOPIC', 'SOURCE', 'STATE'] as const;

/** How many reports a township had in each month of a year, by line and by one of topic, source and state. */
@Entity({ tableName: 'year_tally', ...scoped('year_tally', { county: { see: county }, township: { see: township } }) })
export class YearTally {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'text', check: oneOf('kind', TALLY_KINDS) }) kind!: (typeof TALLY_KINDS)[number];
  @PrimaryKey({ type: new BigIntType('number') }) townshipCode!: number;
  /** Of the submission, in Asia/Shanghai. */
  @PrimaryKey({ type: 'integer' }) year!: number;
  @PrimaryKey({ type: 'text', check: oneOf('line', LINES) }) line!: Report['line'];
  /** The topic, the source ('' where the report names none) or the state. */
  @PrimaryKey({ type: 'text' }) code!: string;
  /** January to December. */
  @Property({ type: 'array', columnType: 'int[]' }) n!: number[];
}

export const DAY_KINDS = [...TALLY_KINDS, 'URGENCY', 'VILLAGE', 'USE', 'ANSWER'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** How many reports a township had on each day of a month, by line and by one of what they are. */
@Entity({ tableName: 'day_tally', ...scoped('day_tally', { county: { see: county }, township: { see: township } }) })
export class DayTally {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'text', check: oneOf('kind', DAY_KINDS) }) kind!: DayKind;
  @PrimaryKey({ type: new BigIntType('number') }) townshipCode!: number;
  /** Its first day. */
  @PrimaryKey({ type: 'date' }) month!: string;
  @PrimaryKey({ type: 'text', check: oneOf('line', LINES) }) line!: Report['line'];
  /** The topic, source, state, urgency or village; of USE what the digest made of them, of ANSWER after how many days they were answered ('' where they were not). */
  @PrimaryKey({ type: 'text' }) code!: string;
  /** Thirty-one, however many days the month has. */
  @Property({ type: 'array', columnType: 'int[]' }) n!: number[];
}

/** A report more (1) or less (-1), written with every change and not yet folded into the tallies. */
@Entity({
  tableName: 'tally_delta',
  ...scoped('tally_delta', { county: { see: county }, township: { see: township }, village: { see: village } }),
})
export class TallyDelta extends ScopedRow {
  @PrimaryKey({ type: new BigIntType('number'), defaultRaw: `nextval('tally_delta_id'::regclass)` }) id!: number;
  @Text() line!: Report['line'];
  @Text() state!: ReportState;
  @Instant() dueAt!: Date;
  @Text() topicCode!: string;
  @Text({ nullable: true }) sourceCode?: string | null;
  /** Of the submission, in Asia/Shanghai. */
  @Day() day!: string;
  @Int() n!: number;
  @Text() urgency!: string;
  @Text() use!: string;
  @Text() answer!: string;
}
