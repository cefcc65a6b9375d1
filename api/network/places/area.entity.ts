import { Entity } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { PLAIN } from '../../platform/contract/graphql.ts';
import { Code, CountyKey, IdKey, Text, Uuid } from '../../platform/tables/columns.ts';
import { directory } from '../../platform/tables/policies.ts';

/** 片: several villages of a township under a chief and a deputy (R19, R20). */
@ObjectType('Area', PLAIN)
@Entity({ tableName: 'area', ...directory('area') })
export class Area {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Code() townshipCode!: number;
  @Field(() => String) @Text() name!: string;
  @Uuid({ nullable: true }) chiefId?: string | null;
  @Uuid({ nullable: true }) deputyId?: string | null;
}
