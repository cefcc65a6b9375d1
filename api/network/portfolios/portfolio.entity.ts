import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { PLAIN } from '../../platform/contract/graphql.ts';
import { Bool, CountyKey, IdKey, Int, Text, Uuid } from '../../platform/tables/columns.ts';
import { directory } from '../../platform/tables/policies.ts';

/** 领导分工: what a leader is in charge of (R31). */
@ObjectType('Portfolio', PLAIN)
@Entity({ tableName: 'portfolio', ...directory('portfolio') })
export class Portfolio {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Field(() => String) @Text() name!: string;
  @Uuid() leaderId!: string;
  @Text() leaderName!: string;
  @Field(() => GraphInt) @Int({ default: 0 }) position!: number;
  /** A portfolio removed holds no topic; issued digests still bear it. */
  @Bool({ default: true }) isActive!: boolean;
}

/** A topic stands in one portfolio. */
@Entity({ tableName: 'portfolio_topic', ...directory('portfolio_topic', { remove: 'true' }) })
export class PortfolioTopic {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'text' }) topicCode!: string;
  @Uuid() portfolioId!: string;
}
