import { VERIFIED_BY, type VerifiedBy } from '@lxq/schema/instructions/instruction-draft.ts';
import { INSTRUCTION_STATES, type InstructionState } from '@lxq/schema/instructions/instruction-states.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { LEADER_LEVELS, type LeaderLevel, LeaderLevelEnum } from '../network/posts/post.entity.ts';
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

const InstructionStateEnum = enumOf('InstructionState', INSTRUCTION_STATES);
export const VerifiedByEnum = enumOf('VerifiedBy', VERIFIED_BY);
const { min, max } = LIMITS.instruction.text;
const given = 'leader_id = app.person() and app.leads()';
const acts = takesPart('instruction', 'id');

/** 批示: a leader's verbatim instruction on an item or a report (R46). The ground on which handling continues. */
@ObjectType('Instruction', { ...PLAIN, description: '批示.' })
@Entity({
  tableName: 'instruction',
  ...scoped('instruction', {
    // The office carries on what leaders give.
    county: { see: 'app.office() or app.leads()', add: given, change: `${given} or app.office()` },
    // The units that act on it, from its dispatch on.
    township: { see: acts, change: acts },
    village: { see: acts, change: acts },
    // What stands beside an officer's reports asks for it, and finds none.
    officer: { see: 'false' },
  }),
})
@Unique({ name: 'instruction_client', properties: ['countyCode', 'leaderId', 'clientId'] })
@Index({ name: 'instruction_newest', properties: ['countyCode', 'instructedAt', 'id'] })
@Index({ name: 'instruction_leader', properties: ['countyCode', 'leaderId', 'instructedAt', 'id'] })
@Index({ name: 'instruction_state', properties: ['countyCode', 'state', 'dueOn'] })
@Index({ name: 'instruction_parent', properties: ['countyCode', 'parentId'] })
@Index({ name: 'instruction_item', properties: ['countyCode', 'itemId'] })
@Index({ name: 'instruction_report_newest', properties: ['countyCode', 'reportId', 'instructedAt', 'id'] })
export class Instruction {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), defaultRaw: `nextval('instruction_no'::regclass)` }) serial!: number;
  @Uuid() clientId!: string;
  @Field(() => InstructionStateEnum)
  @Word('state', INSTRUCTION_STATES, { default: 'INSTRUCTED' })
  state!: InstructionState;
  @Field(() => LeaderLevelEnum) @Word('level', LEADER_LEVELS) level!: LeaderLevel;
  @Uuid() leaderId!: string;
  @Text() leaderName!: string;
  @Field(() => String)
  @Text({ check: `char_length(text) >= ${min} and char_length(text) <= ${max * STORED_PER_VISIBLE}` })
  text!: string;
  /** The main unit: as the leader named it, until the office registers another. */
  @Code() responsibleUnitCode!: number;
  /** As the leader gave them: what is sent again is compared with these, and the office's day lies within the leader's. */
  @Code() givenUnitCode!: number;
  @Field(() => DayScalar, { description: 'The day that the leader gave.' }) @Day() givenDueOn!: string;
  /** Units that act beside it. */
  @Json({ defaultRaw: `'[]'` }) coUnitCodes!: number[];
  @Field(() => String, { nullable: true, description: 'What the matter is, as the office tells its units.' })
  @Text({ nullable: true })
  brief?: string | null;
  @Field(() => DayScalar) @Day() dueOn!: string;
  @Field(() => InstantScalar) @Instant() instructedAt!: Date;
  /** When the office first opened it: until then its leader may take it back. */
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) readAt?: Date | null;
  @Field(() => InstantScalar, { description: 'Since when it is in its state.' })
  @Instant({ defaultRaw: 'app.now()' })
  stateSince!: Date;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) registeredAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) signedForAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Until when the main unit may object.' })
  @Instant({ nullable: true })
  objectUntil?: Date | null;
  /** When this round's result was last written: who writes on an older one is told. */
  @Instant({ nullable: true }) draftedAt?: Date | null;
  @Field(() => GraphInt) @Int({ default: 0 }) objections!: number;
  @Field(() => GraphInt, { description: 'How often its result was returned.' }) @Int({ default: 0 }) returns!: number;
  @Field(() => Boolean) @Bool({ default: false }) isDesignated!: boolean;
  /** How the office looked whether the result holds, and what it found (R52). */
  @Field(() => VerifiedByEnum, { nullable: true })
  @Word('verified_by', VERIFIED_BY, { nullable: true })
  verifiedBy?: VerifiedBy | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) verifiedFound?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) verifiedAt?: Date | null;
  /** When its reporters were told what came of it. */
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) answeredAt?: Date | null;
  /** The instruction whose result it follows. */
  @Uuid({ nullable: true }) parentId?: string | null;
  @Uuid({ nullable: true }) digestId?: string | null;
  @Uuid({ nullable: true }) itemId?: string | null;
  @Uuid({ nullable: true }) reportId?: string | null;
  @Field(() => GraphInt) @Version() version!: number;
}
