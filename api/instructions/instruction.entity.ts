import { INSTRUCTION_STATES, type InstructionState } from '@lxq/schema/instructions/instruction-states.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LEADER_LEVELS, type LeaderLevel, LeaderLevelEnum } from '../network/posts/post.entity.ts';
import { DayScalar, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Code, CountyKey, Day, IdKey, Instant, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

const InstructionStateEnum = enumOf('InstructionState', INSTRUCTION_STATES);
const { min, max } = LIMITS.instruction.text;
const given = 'leader_id = app.person() and app.leads()';
const responsible = { see: `responsible_unit_code = app.unit() and state in ('REGISTERED', 'CLOSED')` };

/** 批示: a leader's verbatim instruction on an item or a report (R46). The ground on which handling continues. */
@ObjectType('Instruction', { ...PLAIN, description: '批示.' })
@Entity({
  tableName: 'instruction',
  ...scoped('instruction', {
    // The office carries on what leaders give.
    county: { see: 'app.office() or app.leads()', add: given, change: `${given} or app.office()` },
    // The unit that has to act on it, once the office has registered it: until then its leader may take it back.
    township: responsible,
    village: responsible,
    officer: responsible,
  }),
})
@Unique({ name: 'instruction_client', properties: ['countyCode', 'leaderId', 'clientId'] })
@Index({ name: 'instruction_newest', properties: ['countyCode', 'instructedAt', 'id'] })
@Index({ name: 'instruction_leader', properties: ['countyCode', 'leaderId', 'instructedAt', 'id'] })
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
  @Code() responsibleUnitCode!: number;
  @Field(() => DayScalar) @Day() dueOn!: string;
  @Field(() => InstantScalar) @Instant() instructedAt!: Date;
  /** When the office first opened it: until then its leader may take it back. */
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) readAt?: Date | null;
  @Uuid({ nullable: true }) digestId?: string | null;
  @Uuid({ nullable: true }) itemId?: string | null;
  @Uuid({ nullable: true }) reportId?: string | null;
  @Version() version!: number;
}
