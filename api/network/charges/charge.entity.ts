import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { PLAIN } from '../../platform/contract/graphql.ts';
import { Code, CountyKey, IdKey, Text } from '../../platform/tables/columns.ts';
import { directory } from '../../platform/tables/policies.ts';

/** 主管单位: which unit a topic belongs to, in all of the county or at one place (R64; Art. 24). It proposes; whoever assigns decides. */
@ObjectType('Charge', { ...PLAIN, description: '主管单位: which unit a topic belongs to.' })
@Entity({ tableName: 'charge', ...directory('charge', { remove: 'true' }) })
@Index({
  name: 'charge_topic',
  expression: `create unique index "charge_topic" on "charge" ("county_code", "topic_code", "place_code") nulls not distinct`,
})
export class Charge {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Text() topicCode!: string;
  /** Null for the whole county. */
  @Code({ nullable: true }) placeCode?: number | null;
  @Code() unitCode!: number;
}
