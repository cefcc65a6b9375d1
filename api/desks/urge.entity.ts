import { LIMITS } from '@lxq/schema/limits.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Code, CountyKey, IdKey, Instant, Text, Uuid } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

/** That the county office waits for a station's handling of a thing, and says so; the station's opening it is its answer. */
@ObjectType('Urge', { ...PLAIN, description: 'That the county office waits for a station’s handling, and said so.' })
@Entity({
  tableName: 'urge',
  ...scoped('urge', {
    county: { see: 'app.office()', add: 'app.office() and by_id = app.person()' },
    // The station that is urged.
    township: { see: 'unit_code = app.unit()', change: 'unit_code = app.unit()' },
  }),
})
@Index({ name: 'urge_subject', properties: ['countyCode', 'subjectId', 'urgedAt'] })
export class Urge {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  /** Who is urged. */
  @Code() unitCode!: number;
  /** The noun's word. */
  @Text() subject!: string;
  @Uuid() subjectId!: string;
  @Field(() => String, { nullable: true })
  @Text({ nullable: true, check: `char_length(text) <= ${LIMITS.urge.text.max * STORED_PER_VISIBLE}` })
  text?: string | null;
  @Uuid() byId!: string;
  @Field(() => String) @Text() byName!: string;
  @Field(() => InstantScalar) @Instant() urgedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When a clerk of the station opened it; null before.' })
  @Instant({ nullable: true })
  readAt?: Date | null;
}
