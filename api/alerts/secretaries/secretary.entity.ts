import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import { CountyKey, IdKey, Instant, Text, Uuid } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';

/** The leader names and ends in person: whoever stands in for them passes nothing on. */
const named = 'app.leads() and leader_id = app.person() and app.acting() is null';

/** 知悉秘书: who of the county office may acknowledge a leader's alerts for them. It holds while both have the posts that it was said at (app.secretary_holds). */
@ObjectType('Secretary', {
  ...PLAIN,
  description: '知悉秘书：who may acknowledge a leader’s alerts for them, and nothing more.',
})
@Entity({
  tableName: 'secretary',
  ...scoped('secretary', {
    county: { see: 'leader_id = app.person() or person_id = app.person()', add: named, change: named },
  }),
})
@Index({ name: 'secretary_person', properties: ['countyCode', 'personId'] })
@Index({
  name: 'secretary_one',
  expression: `create unique index "secretary_one" on "secretary" ("county_code", "leader_id") where ended_at is null`,
})
export class Secretary {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() leaderId!: string;
  @Text() leaderName!: string;
  /** The leader's own, at which they named them. */
  @Uuid() leaderPostId!: string;
  @Uuid() personId!: string;
  @Text() personName!: string;
  /** The secretary's, at the county office. */
  @Uuid() postId!: string;
  @Field(() => InstantScalar) @Instant() namedAt!: Date;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) endedAt?: Date | null;
}
