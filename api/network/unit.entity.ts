import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { BigIntType } from '@mikro-orm/core';
import { Bool, Code, CountyKey, Text, Uuid, Word } from '../columns.ts';
import { directory } from '../policies.ts';

export const UNIT_KINDS = ['COUNTY_OFFICE', 'TOWNSHIP_STATION', 'VILLAGE_ROOM', 'DEPARTMENT', 'KEY_ENTERPRISE'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** An office at a place, whose code it bears (R1-R11). Departments and key enterprises are units of their own (R3). */
@Entity({ tableName: 'unit', ...directory('unit') })
export class Unit {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: new BigIntType('number') }) code!: number;
  @Text() name!: string;
  @Word('kind', UNIT_KINDS) kind!: UnitKind;
  @Code({ nullable: true }) parentCode?: number | null;
  /** Exactly one principal a unit (R17). */
  @Uuid({ nullable: true }) principalId?: string | null;
  /** The 片 a village belongs to (R19): one at most. */
  @Uuid({ nullable: true }) areaId?: string | null;
  @Bool({ default: true }) isActive!: boolean;
  @Property({ type: new BigIntType('number'), generated: '((code / 1000000) * 1000000) stored' }) readonly townshipCode?: number;
}
