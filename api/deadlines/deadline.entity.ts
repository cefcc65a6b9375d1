import type { Proof } from '@lxq/schema/deadlines/deadline-due.ts';
import type { PlannedReminder } from '@lxq/schema/deadlines/deadline-reckoning.ts';
import { DEADLINE_RULE_CODES, type DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { DEADLINE_STATES, type DeadlineState, OPEN } from '@lxq/schema/deadlines/deadline-states.ts';
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Day, IdKey, Instant, Int, Json, ScopedRow, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { oneOf } from '../platform/tables/words.ts';

export const DeadlineRuleEnum = enumOf('DeadlineRule', DEADLINE_RULE_CODES);
const DeadlineStateEnum = enumOf('DeadlineState', DEADLINE_STATES);
/** Somebody owes it still. */
export const IS_OPEN = oneOf('state', OPEN);

/** What a unit owes it sees and does; a station also what its village rooms owe. */
const owed = { township: 'township_code = app.unit()', village: 'village_code = app.unit()' };
/** The viewer's unit has asked the villager, and something has to follow. */
const heardIt = `exists (select from revisit v where v.county_code = deadline.county_code and v.subject_id = deadline.subject_id and v.unit_code = app.unit() and v.state = 'FOLLOW_UP')`;
/** A village has reported on what its station ordered, which goes to see. */
const reported = `rule = 'ORDER_INSPECT' and exists (select from guidance_order o where o.county_code = deadline.county_code and o.id = deadline.subject_id and o.issuer_unit_code = deadline.unit_code and o.unit_code = app.unit() and o.state = 'REPORTED')`;
/** Whoever has done their part hands on to the county office or the station that ordered it, or having asked the villager back to whoever acts: they may begin that clock, and do not see it. */
const handsOn = (own: string) =>
  `${own} or unit_code = county_code::bigint * 1000000000 or rule = 'CASE_REWORK' and ${heardIt}`;
const gives = 'app.office() or app.leads()';
const partial = (name: string, columns: string, where: string, included?: string) => ({
  name,
  expression: `create index "${name}" on "deadline" (${columns})${included ? ` include (${included})` : ''} where ${where}`,
});

/** That a unit owes something by an instant, by which rule, and how that was counted. */
@ObjectType('Deadline', { ...PLAIN, description: '时限：谁在什么时候之前要做完什么.' })
@Entity({
  tableName: 'deadline',
  ...scoped('deadline', {
    county: { see: 'app.office() or app.reads_issues()', add: gives, change: gives },
    township: { see: owed.township, add: handsOn(owed.township), change: owed.township },
    village: { see: owed.village, add: `${handsOn(owed.village)} or ${reported}`, change: owed.village },
  }),
})
@Index({ name: 'deadline_subject', properties: ['countyCode', 'subjectId', 'dueAt', 'id'] })
@Index(partial('deadline_unit_due', '"county_code", "unit_code", "due_at", "id"', IS_OPEN))
/** What anybody owes is looked through by the county office, what is due first first, until a page of what it was reminded of is full. */
@Index(partial('deadline_county_due', '"county_code", "due_at", "id"', IS_OPEN))
/** How many of whose rules are open is counted without a row, with what the policies ask. */
@Index(partial('deadline_unit_rule', '"county_code", "unit_code", "rule", "township_code", "village_code"', IS_OPEN))
/** What a station owes itself is counted here without a row. */
@Index(
  partial('deadline_township_due', '"county_code", "township_code", "due_at", "id"', IS_OPEN, '"unit_code", "rule"'),
)
@Index({
  name: 'deadline_once',
  expression: `create unique index "deadline_once" on "deadline" ("county_code", "subject_id", "rule", "unit_code") where ${IS_OPEN}`,
})
@Index(partial('deadline_calendar', '"county_code", "calendar"', IS_OPEN))
@Index(partial('deadline_remind', '"county_code", "remind_at"', 'remind_at is not null'))
@Index(partial('deadline_untold', '"county_code", "unit_code"', 'moved_at is not null and told_as is null'))
@Index(partial('deadline_told', '"county_code", "told_as"', 'told_as is not null'))
export class Deadline extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  /** The word of the noun that it is of, as audit lines have it. */
  @Field(() => String) @Text() subject!: string;
  @Field(() => ID) @Uuid() subjectId!: string;
  @Property({ type: 'json', defaultRaw: `'{}'` }) about!: Record<string, string>;
  @Field(() => DeadlineRuleEnum) @Word('rule', DEADLINE_RULE_CODES) rule!: DeadlineRuleCode;
  @Field(() => DeadlineStateEnum)
  @Word('state', DEADLINE_STATES, { default: 'RUNNING' })
  state!: DeadlineState;
  @Field(() => InstantScalar) @Instant() startedAt!: Date;
  /** The county's when it began; another threshold does not move it. */
  @Int() amount!: number;
  /** Where somebody set the day. */
  @Day({ nullable: true }) dueOn?: string | null;
  @Field(() => InstantScalar) @Instant() dueAt!: Date;
  @Json() proof!: Proof;
  /** The mark of the calendar that it was reckoned by. */
  @Text() calendar!: string;
  @Json() ladder!: PlannedReminder[];
  /** Whom it has reminded, the first first, as their rows say (app.follow_reminder). */
  @Property({ type: 'json', defaultRaw: `'[]'` }) reminded!: {
    rung: string;
    addressee: string;
    sentAt: string;
    readAt: string | null;
  }[];
  /** When the next reminder is due; null when none is, or while it is paused. */
  @Instant({ nullable: true }) remindAt?: Date | null;
  @Property({ type: 'json', defaultRaw: `'[]'` }) pauses!: { from: string; to: string }[];
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) pausedAt?: Date | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) pauseReason?: string | null;
  @Int({ default: 0 }) extendedDays!: number;
  @Int({ nullable: true }) askedDays?: number | null;
  @Text({ nullable: true }) askedReason?: string | null;
  @Uuid({ nullable: true }) askedBy?: string | null;
  /** Who stood in for them: both are one pair of eyes. */
  @Uuid({ nullable: true }) askedActedBy?: string | null;
  /** A station does not read the names of persons. */
  @Text({ nullable: true }) askedByName?: string | null;
  @Instant({ nullable: true }) askedAt?: Date | null;
  @Uuid({ nullable: true }) decidedBy?: string | null;
  @Instant({ nullable: true }) decidedAt?: Date | null;
  @Text({ nullable: true }) refusal?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) metAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) droppedAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was due before the calendar changed.' })
  @Instant({ nullable: true })
  movedFrom?: Date | null;
  @Instant({ nullable: true }) movedAt?: Date | null;
  /** The event that told its unit. */
  @Uuid({ nullable: true }) toldAs?: string | null;
  @Field(() => GraphInt) @Version() version!: number;
}
