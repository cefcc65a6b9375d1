import { LIMITS } from '@lxq/schema/limits.ts';
import { type Line, REPORT_STATES, type ReportState } from '@lxq/schema/reports/report-states.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Code, IdKey, Instant, Int, ScopedRow, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { onTheLine, scoped } from '../platform/tables/policies.ts';

export const LINES = ['LINE', 'DIRECT', 'SEALED'] as const;
export const URGENCIES = ['NORMAL', 'HIGH'] as const;
export const CHANNELS = ['OFFICER', 'HOTLINE', 'MAILBOX'] as const;

export const ReportStateEnum = enumOf('ReportState', REPORT_STATES);
export const LineEnum = enumOf('Line', LINES);
export const UrgencyEnum = enumOf('Urgency', URGENCIES);
export const ChannelEnum = enumOf('Channel', CHANNELS);

const own = 'author_id = app.person()';

/** What a villager told, as an officer wrote it down (R27). Stamped with the author's unit as it was then. */
@ObjectType('Report', PLAIN)
@Entity({
  tableName: 'report',
  ...scoped('report', {
    // Every report of the county; accusations for the discipline desk.
    county: { see: onTheLine.county, add: own, change: onTheLine.county },
    // Its villages' and stations', unless sent past it. What a clerk sends direct stays out of the own station's sight as well.
    township: { see: onTheLine.township, add: `${own} and township_code = app.unit()`, change: onTheLine.township },
    village: {
      see: onTheLine.village,
      add: `${own} and village_code = app.unit()`,
      change: `${onTheLine.village} and ${own}`,
    },
    // What they wrote themselves.
    officer: { see: own, add: `${own} and unit_code = app.unit()`, change: own },
  }),
})
@Unique({ name: 'report_client', properties: ['countyCode', 'authorId', 'clientId'] })
@Index({ name: 'report_county_newest', properties: ['countyCode', 'submittedAt', 'id', 'line', 'state'] })
@Index({ name: 'report_county_state', properties: ['countyCode', 'state', 'submittedAt', 'id', 'line'] })
@Index({
  name: 'report_township_newest',
  properties: ['countyCode', 'townshipCode', 'submittedAt', 'id', 'line', 'state', 'topicCode'],
})
@Index({
  name: 'report_township_state',
  properties: ['countyCode', 'townshipCode', 'state', 'submittedAt', 'id', 'line'],
})
@Index({
  name: 'report_village_newest',
  properties: ['countyCode', 'villageCode', 'submittedAt', 'id', 'line', 'state', 'topicCode'],
})
@Index({ name: 'report_author_newest', properties: ['countyCode', 'authorId', 'submittedAt', 'id', 'state'] })
@Index({ name: 'report_topic_newest', properties: ['countyCode', 'topicCode', 'submittedAt', 'id', 'line', 'state'] })
@Index({
  name: 'report_candidate',
  expression: `create index "report_candidate" on "report" ("county_code", "submitted_at", "id", "topic_code", "line", "state") where digested_at is null and set_aside_at is null and line <> 'SEALED' and state not in ('RETURNED', 'MERGED', 'WITHDRAWN')`,
})
@Index({
  name: 'report_due',
  expression: `create index "report_due" on "report" ("county_code", "due_at", "id", "township_code", "line", "state") where state in ('SUBMITTED', 'URGENT')`,
})
@Index({ name: 'report_master', properties: ['countyCode', 'masterId'] })
export class Report extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), defaultRaw: `nextval('report_no'::regclass)` }) serial!: number;
  @Field(() => ID) @Uuid() clientId!: string;
  /** SHA-256 of the draft: the same client id with other content is a conflict, not a repeat. */
  @Text() contentHash!: string;
  @Uuid() authorId!: string;
  @Uuid() postId!: string;
  @Field(() => ReportStateEnum) @Word('state', REPORT_STATES, { default: 'SUBMITTED' }) state!: ReportState;
  @Field(() => LineEnum) @Word('line', LINES) line!: Line;
  @Field(() => ChannelEnum) @Word('channel', CHANNELS) channel!: (typeof CHANNELS)[number];
  @Text() topicCode!: string;
  @Text({ nullable: true }) sourceCode?: string | null;
  @Field(() => UrgencyEnum) @Word('urgency', URGENCIES) urgency!: (typeof URGENCIES)[number];
  /** Where the matter is; the author's unit stands in unit_code. */
  @Code() placeCode!: number;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) outsideAreaReason?: string | null;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) households?: number | null;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) people?: number | null;
  @Field(() => InstantScalar) @Instant() occurredAt!: Date;
  @Field(() => InstantScalar) @Instant() submittedAt!: Date;
  @Field(() => InstantScalar) @Instant() dueAt!: Date;
  @Instant({ nullable: true }) handledAt?: Date | null;
  @Field(() => String)
  @Text({
    check: `char_length(content) >= ${LIMITS.report.content.min} and char_length(content) <= ${LIMITS.report.content.max * STORED_PER_VISIBLE}`,
  })
  content!: string;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) returnReason?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) urgentAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) urgentDueAt?: Date | null;
  /** What is done about it, by which unit and until when: the end of the urgent clock (R36). Whom above was told, and when (Art. 25). */
  @Text({ nullable: true }) planText?: string | null;
  @Code({ nullable: true }) planUnitCode?: number | null;
  @Instant({ nullable: true }) planDueAt?: Date | null;
  @Instant({ nullable: true }) plannedAt?: Date | null;
  @Text({ nullable: true }) noticeTo?: string | null;
  @Instant({ nullable: true }) noticeAt?: Date | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) answer?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) answeredAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the villager was told the answer (R48).' })
  @Instant({ nullable: true })
  toldAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why nobody could be told.' })
  @Text({ nullable: true })
  untoldReason?: string | null;
  /** Uses stand beside the state (R37): whoever handles a report does not decide what the county makes of it. */
  @Field(() => InstantScalar, { nullable: true, description: 'An issue that went out tells of it.' })
  @Instant({ nullable: true })
  digestedAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'The county does not use it in the digest.' })
  @Instant({ nullable: true })
  setAsideAt?: Date | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) setAsideReason?: string | null;
  @Uuid({ nullable: true }) masterId?: string | null;
  /** Its manifest and what of it has come, so that no list counts rows; kept by whoever writes those, beside the version, which is of what desks do. */
  @Field(() => GraphInt, { description: 'How many attachments it has, whether their bytes have come or not.' })
  @Int({ default: 0 })
  attachmentsPromised!: number;
  @Field(() => GraphInt) @Int({ default: 0 }) attachmentsArrived!: number;
  @Field(() => GraphInt) @Version() version!: number;
}
