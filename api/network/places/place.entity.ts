import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { Code, CountyKey, Day, Text, Word } from '../../platform/tables/columns.ts';
import { directory } from '../../platform/tables/policies.ts';

export const PLACE_LEVELS = ['COUNTY', 'TOWNSHIP', 'VILLAGE', 'GROUP', 'SEAT'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];
export const PlaceLevelEnum = enumOf('PlaceLevel', PLACE_LEVELS);

/** An administrative division, or the seat (SEAT) of a department or key enterprise. Old codes stay, with what replaced them. */
@ObjectType('Place', PLAIN)
@Entity({ tableName: 'place', ...directory('place') })
@Index({ name: 'place_parent', properties: ['countyCode', 'parentCode'] })
export class Place {
  @CountyKey() countyCode!: number;
  @Field(() => ID)
  @PrimaryKey({ type: new BigIntType('number') })
  code!: number;
  @Field(() => String) @Text() name!: string;
  /** Township and village together, for people. */
  @Field(() => String) @Text() fullName!: string;
  @Field(() => PlaceLevelEnum) @Word('level', PLACE_LEVELS) level!: PlaceLevel;
  @Field(() => ID, { nullable: true }) @Code({ nullable: true }) parentCode?: number | null;
  /** Without tones or spaces. */
  @Field(() => String) @Text() pinyin!: string;
  @Field(() => String) @Text() initials!: string;
  @Day() validFrom!: string;
  @Day({ nullable: true }) validTo?: string | null;
  @Code({ nullable: true }) replacedBy?: number | null;
}
