import { UNIT_KINDS, type UnitKind } from '@lxq/schema/network/unit-kinds.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { Bool, Code, CountyKey, Text, Uuid, Word } from '../../platform/tables/columns.ts';
import { directory } from '../../platform/tables/policies.ts';

export const UnitKindEnum = enumOf('UnitKind', UNIT_KINDS);

/** An office at a place, whose code it bears (R1-R11). Departments and key enterprises are units of their own (R3). */
@ObjectType('Unit', PLAIN)
@Entity({ tableName: 'unit', ...directory('unit') })
export class Unit {
  @CountyKey() countyCode!: number;
  @Field(() => ID)
  @PrimaryKey({ type: new BigIntType('number') })
  code!: number;
  @Field(() => String) @Text() name!: string;
  @Field(() => UnitKindEnum) @Word('kind', UNIT_KINDS) kind!: UnitKind;
  @Field(() => ID, { nullable: true }) @Code({ nullable: true }) parentCode?: number | null;
  /** The 片 a village belongs to (R19): one at most. */
  @Uuid({ nullable: true }) areaId?: string | null;
  @Field(() => Boolean, { description: 'False once it was dissolved; what was written under it keeps it.' })
  @Bool({ default: true })
  isActive!: boolean;
  @Property({ type: new BigIntType('number'), generated: '((code / 1000000) * 1000000) stored' })
  readonly townshipCode?: number;
}
