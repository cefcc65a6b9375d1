import { Entity, Index, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { BigIntType } from '@mikro-orm/core';
import { Code, CountyKey, Day, Text, Word } from '../columns.ts';
import { directory } from '../policies.ts';

export const PLACE_LEVELS = ['COUNTY', 'TOWNSHIP', 'VILLAGE', 'GROUP', 'SEAT'] as const;

/** An administrative division, or the seat (SEAT) of a department or key enterprise. Old codes stay, with what replaced them. */
@Entity({ tableName: 'place', ...directory('place') })
@Index({ name: 'place_parent', properties: ['countyCode', 'parentCode'] })
export class Place {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: new BigIntType('number') }) code!: number;
  @Text() name!: string;
  /** Township and village together, for people. */
  @Text() fullName!: string;
  @Word('level', PLACE_LEVELS) level!: (typeof PLACE_LEVELS)[number];
  @Code({ nullable: true }) parentCode?: number | null;
  @Text() pinyin!: string;
  @Text() initials!: string;
  @Day() validFrom!: string;
  @Day({ nullable: true }) validTo?: string | null;
  @Code({ nullable: true }) replacedBy?: number | null;
}
