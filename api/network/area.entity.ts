import { Entity } from '@mikro-orm/decorators/legacy';
import { Code, CountyKey, IdKey, Text, Uuid } from '../columns.ts';
import { directory } from '../policies.ts';

/** 片: several villages of a township under a chief and a deputy (R19, R20). */
@Entity({ tableName: 'area', ...directory('area') })
export class Area {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Code() townshipCode!: number;
  @Text() name!: string;
  @Uuid({ nullable: true }) chiefId?: string | null;
  @Uuid({ nullable: true }) deputyId?: string | null;
}
