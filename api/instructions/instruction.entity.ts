import { LIMITS } from '@lxq/schema/limits.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Code, CountyKey, Day, IdKey, Instant, Text, Uuid, Version, Word } from '../columns.ts';
import { countyOnly } from '../policies.ts';

/** 批示: a leader's verbatim instruction on an item or a report (R46). The ground on which handling continues. */
@Entity({ tableName: 'instruction', ...countyOnly('instruction') })
@Unique({ name: 'instruction_client', properties: ['countyCode', 'leaderId', 'clientId'] })
@Index({ name: 'instruction_newest', properties: ['countyCode', 'instructedAt', 'id'] })
@Index({ name: 'instruction_leader', properties: ['countyCode', 'leaderId', 'instructedAt', 'id'] })
@Index({ name: 'instruction_item', properties: ['countyCode', 'itemId'] })
@Index({ name: 'instruction_report', properties: ['countyCode', 'reportId'] })
export class Instruction {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), defaultRaw: `nextval('instruction_no'::regclass)` }) serial!: number;
  @Uuid() clientId!: string;
  @Word('state', ['INSTRUCTED', 'WITHDRAWN', 'REGISTERED', 'CLOSED'], { default: 'INSTRUCTED' })
  state!: 'INSTRUCTED' | 'WITHDRAWN' | 'REGISTERED' | 'CLOSED';
  @Word('level', ['CITY', 'COUNTY']) level!: 'CITY' | 'COUNTY';
  @Uuid() leaderId!: string;
  @Text() leaderName!: string;
  @Text({ check: `char_length(text) between ${LIMITS.instruction.text.min} and ${LIMITS.instruction.text.max}` }) text!: string;
  @Code() responsibleUnitCode!: number;
  @Day() dueOn!: string;
  @Instant() instructedAt!: Date;
  /** When the office first opened it: until then its leader may take it back. */
  @Instant({ nullable: true }) readAt?: Date | null;
  @Uuid({ nullable: true }) digestId?: string | null;
  @Uuid({ nullable: true }) itemId?: string | null;
  @Uuid({ nullable: true }) reportId?: string | null;
  @Version() version!: number;
}
