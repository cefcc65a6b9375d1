import type { Guarantees } from '@lxq/schema/cases/case-draft.ts';
import { CASE_STATES, type CaseState } from '@lxq/schema/cases/case-states.ts';
import {
  CASE_CHANNELS,
  CASE_GRADES,
  CASE_OUTCOMES,
  CASE_PURPOSES,
  CASE_ROUTES,
  type CaseChannel,
  type CaseGrade,
  type CaseOutcome,
  type CasePurpose,
  type CaseRoute,
  NOTICE_FORMS,
  type NoticeForm,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '@lxq/schema/cases/case-words.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { DayScalar, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { takesPart } from '../platform/participation/participation.entity.ts';
import {
  Bool,
  Code,
  CountyKey,
  Day,
  IdKey,
  Instant,
  Int,
  Json,
  Text,
  Uuid,
  Version,
  Word,
} from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const CaseStateEnum = enumOf('CaseState', CASE_STATES);
export const CaseChannelEnum = enumOf('CaseChannel', CASE_CHANNELS);
export const CasePurposeEnum = enumOf('CasePurpose', CASE_PURPOSES);
export const CaseGradeEnum = enumOf('CaseGrade', CASE_GRADES);
export const CaseOutcomeEnum = enumOf('CaseOutcome', CASE_OUTCOMES);
export const CaseRouteEnum = enumOf('CaseRoute', CASE_ROUTES);
export const NoticeFormEnum = enumOf('NoticeForm', NOTICE_FORMS);
export const ReviewOutcomeEnum = enumOf('ReviewOutcome', REVIEW_OUTCOMES);

const acts = takesPart('cases', 'id');
const opens = `state = 'REGISTERED' and opened_by_id = app.person()`;
const Moment = () => (target: object, key: string) => {
  Field(() => InstantScalar, { nullable: true })(target, key);
  Instant({ nullable: true })(target, key);
};

/** 交办案件: a matter that is handled (R46–R64): decided, filed, given to its units, reported, revisited, signed, closed. The word of its table is plural, because SQL has the other. */
@ObjectType('Case', { ...PLAIN, description: '交办案件.' })
@Entity({
  tableName: 'cases',
  ...scoped('cases', {
    county: { see: 'app.office() or app.leads()', add: `app.office() and ${opens}`, change: 'app.office()' },
    // The units that take part; a station opens what it received.
    township: { see: acts, add: `receiver_unit_code = app.unit() and ${opens}`, change: acts },
    village: { see: acts, change: acts },
    officer: { see: 'false' },
  }),
})
@Unique({ name: 'cases_client', properties: ['countyCode', 'openedById', 'clientId'] })
@Unique({ name: 'cases_notice', properties: ['countyCode', 'noticeNo'] })
@Index({ name: 'cases_serial', properties: ['countyCode', 'serial'] })
/** What the county's duties call them by, without a row. */
@Index({
  name: 'cases_called',
  expression: `create index "cases_called" on "cases" ("county_code", "id") include ("opened_at", "serial", "title")`,
})
@Index({ name: 'cases_newest', properties: ['countyCode', 'openedAt', 'id'] })
@Index({ name: 'cases_state', properties: ['countyCode', 'state', 'dueOn'] })
@Index({ name: 'cases_instruction', properties: ['countyCode', 'instructionId'] })
@Index({ name: 'cases_report', properties: ['countyCode', 'reportId'] })
@Index({ name: 'cases_sponsor', properties: ['countyCode', 'sponsorId', 'openedAt', 'id'] })
export class Case {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), defaultRaw: `nextval('case_no'::regclass)` }) serial!: number;
  @Uuid() clientId!: string;
  @Field(() => CaseStateEnum)
  @Word('state', CASE_STATES, { default: 'REGISTERED' })
  state!: CaseState;
  @Field(() => InstantScalar, { description: 'Since when it is in its state.' }) @Instant() stateSince!: Date;
  @Field(() => CaseChannelEnum) @Word('channel', CASE_CHANNELS) channel!: CaseChannel;
  @Field(() => CasePurposeEnum) @Word('purpose', CASE_PURPOSES) purpose!: CasePurpose;
  @Field(() => String) @Text() title!: string;
  @Field(() => String, { description: 'What the matter is, for units that may not read what it came from.' })
  @Text()
  brief!: string;
  @Text() topicCode!: string;
  @Code() placeCode!: number;
  @Field(() => Boolean, { description: '初信初访 (R63).' }) @Bool({ default: false }) isFirst!: boolean;
  @Field(() => DayScalar) @Day() receivedOn!: string;
  /** 首问负责 (R60): who received it sees it through. */
  @Code() receiverUnitCode!: number;
  @Uuid() openedById!: string;
  @Field(() => String) @Text() openedByName!: string;
  @Field(() => InstantScalar) @Instant() openedAt!: Date;
  @Json({ defaultRaw: `'[]'` }) concernsUnitCodes!: number[];
  @Uuid({ nullable: true }) instructionId?: string | null;
  @Uuid({ nullable: true }) reportId?: string | null;
  @Field(() => CaseOutcomeEnum, { nullable: true })
  @Word('decision', CASE_OUTCOMES, { nullable: true })
  decision?: CaseOutcome | null;
  @Field(() => CaseRouteEnum, { nullable: true })
  @Word('route', CASE_ROUTES, { nullable: true })
  route?: CaseRoute | null;
  @Field(() => String, { nullable: true, description: 'Whom it went to.' }) @Text({ nullable: true }) decidedTo?:
    | string
    | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) decidedReason?: string | null;
  @Field(() => NoticeFormEnum, { nullable: true, description: 'How the petitioner was told of the decision.' })
  @Word('notice', NOTICE_FORMS, { nullable: true })
  notice?: NoticeForm | null;
  /** R162: one of the routes offered with every negative answer. */
  @Field(() => Boolean) @Bool({ default: false }) isLegalAidOffered!: boolean;
  @Moment() decidedAt?: Date | null;
  @Field(() => Boolean, { description: '当场解决 (R164).' }) @Bool({ default: false }) isOnTheSpot!: boolean;
  @Field(() => CaseGradeEnum, { nullable: true })
  @Word('grade', CASE_GRADES, { nullable: true })
  grade?: CaseGrade | null;
  @Moment() filedAt?: Date | null;
  @Code({ nullable: true }) responsibleUnitCode?: number | null;
  @Json({ defaultRaw: `'[]'` }) coUnitCodes!: number[];
  @Field(() => [String], { description: 'Organisations outside the network that act beside its units (R166).' })
  @Json({ defaultRaw: `'[]'` })
  outsiders!: string[];
  @Uuid({ nullable: true }) sponsorId?: string | null;
  @Field(() => String, { nullable: true, description: 'The one leader who takes it (R59).' })
  @Text({ nullable: true })
  sponsorName?: string | null;
  @Code({ nullable: true }) sponsorUnitCode?: number | null;
  @Field(() => [String]) @Json({ defaultRaw: `'[]'` }) coLeaders!: string[];
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) sectionHead?: string | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) handler?: string | null;
  @Field(() => DayScalar, { nullable: true }) @Day({ nullable: true }) resolveBy?: string | null;
  @Field(() => GraphInt, { nullable: true, description: '回访巩固率, in percent.' })
  @Int({ nullable: true })
  consolidation?: number | null;
  @Json({ nullable: true }) guarantees?: Guarantees | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) noticeNo?: string | null;
  @Moment() assignedAt?: Date | null;
  @Moment() signedForAt?: Date | null;
  @Moment() objectUntil?: Date | null;
  @Field(() => GraphInt, { description: 'How often it went to another main unit, or its unit objected.' })
  @Int({ default: 0 })
  transfers!: number;
  @Field(() => Boolean) @Bool({ default: false }) isDesignated!: boolean;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) teamLead?: string | null;
  @Field(() => [String]) @Json({ defaultRaw: `'[]'` }) team!: string[];
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) plan?: string | null;
  @Moment() plannedAt?: Date | null;
  @Instant({ nullable: true }) draftedAt?: Date | null;
  @Field(() => GraphInt, { description: 'Counts from 1; handled again, another begins.' })
  @Int({ default: 1 })
  round!: number;
  @Field(() => GraphInt) @Int({ default: 0 }) reworks!: number;
  @Field(() => GraphInt) @Int({ default: 0 }) reopenings!: number;
  @Field(() => DayScalar, { nullable: true, description: 'By when its present step is due.' })
  @Day({ nullable: true })
  dueOn?: string | null;
  @Moment() closedAt?: Date | null;
  @Moment() answeredAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'What whoever reported it was told.' })
  @Text({ nullable: true })
  answer?: string | null;
  @Field(() => String, { nullable: true, description: 'Why nobody could be told (R48).' })
  @Text({ nullable: true })
  untoldReason?: string | null;
  @Field(() => ReviewOutcomeEnum, { nullable: true })
  @Word('review_outcome', REVIEW_OUTCOMES, { nullable: true })
  reviewOutcome?: ReviewOutcome | null;
  @Moment() reviewedAt?: Date | null;
  @Moment() finallyReviewedAt?: Date | null;
  /** When another office was last named: two who link at once are told. */
  @Instant({ nullable: true }) linkedAt?: Date | null;
  @Field(() => GraphInt) @Version() version!: number;
}
