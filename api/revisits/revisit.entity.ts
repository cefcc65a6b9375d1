import {
  type Attempt,
  RATINGS,
  type Rating,
  REVISIT_KINDS,
  REVISIT_METHODS,
  REVISIT_STATES,
  type RevisitKind,
  type RevisitMethod,
  type RevisitState,
} from '@lxq/schema/revisits/revisit-states.ts';
import { Entity, Index, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { takesPart } from '../platform/participation/participation.entity.ts';
import {
  Bool,
  IdKey,
  Instant,
  Json,
  ScopedRow,
  Text,
  Uuid,
  Version,
  Int as Whole,
  Word,
} from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const RevisitKindEnum = enumOf('RevisitKind', REVISIT_KINDS);
export const RevisitStateEnum = enumOf('RevisitState', REVISIT_STATES);
export const RevisitMethodEnum = enumOf('RevisitMethod', REVISIT_METHODS);
export const RatingEnum = enumOf('Rating', RATINGS);

const own = 'unit_code = app.unit()';
/** Whoever acts reads what the villager said of it; a main unit that reports lets the county office's revisit begin. */
const byUnit = {
  see: `${own} or ${takesPart('revisit', 'subject_id')}`,
  add: `state = 'SCHEDULED' and unit_code = county_code::bigint * 1000000000 and ${takesPart('revisit', 'subject_id', 'MAIN')}`,
  change: own,
};

/** 回访: somebody asks the villager whether a matter is settled, or tells how it goes (R52, R62). One a kind and round of the matter. */
@ObjectType('Revisit', { ...PLAIN, description: '回访.' })
@Entity({
  tableName: 'revisit',
  ...scoped('revisit', {
    county: { see: 'app.office() or app.leads()', add: 'app.office()', change: 'app.office()' },
    township: byUnit,
    village: byUnit,
  }),
})
@Unique({ name: 'revisit_round', properties: ['countyCode', 'subjectId', 'kind', 'round'] })
@Index({ name: 'revisit_unit', properties: ['countyCode', 'unitCode', 'state', 'scheduledAt', 'id'] })
@Index({ name: 'revisit_state', properties: ['countyCode', 'state', 'scheduledAt', 'id'] })
export class Revisit extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  /** The noun's word and the id of what it is of. */
  @Field(() => String) @Text() subject!: string;
  @Field(() => ID) @Uuid() subjectId!: string;
  @Field(() => Int, { description: 'Of the matter: each time it is handled again begins another.' })
  @Whole()
  round!: number;
  @Field(() => RevisitKindEnum) @Word('kind', REVISIT_KINDS) kind!: RevisitKind;
  @Field(() => RevisitStateEnum)
  @Word('state', REVISIT_STATES, { default: 'SCHEDULED' })
  state!: RevisitState;
  @Field(() => InstantScalar) @Instant() scheduledAt!: Date;
  /** Units that act on the matter, or that it is about. */
  @Json({ defaultRaw: `'[]'` }) barredUnitCodes!: number[];
  @Json({ defaultRaw: `'[]'` }) attempts!: Attempt[];
  @Field(() => RevisitMethodEnum, { nullable: true })
  @Word('method', REVISIT_METHODS, { nullable: true })
  method?: RevisitMethod | null;
  @Field(() => String, { nullable: true, description: 'What the villager was told.' })
  @Text({ nullable: true })
  told?: string | null;
  @Field(() => String, { nullable: true, description: 'In the villager’s words.' })
  @Text({ nullable: true })
  opinion?: string | null;
  @Field(() => Boolean, { nullable: true }) @Bool({ nullable: true }) isSolved?: boolean | null;
  @Field(() => RatingEnum, { nullable: true, description: 'Null where they declined, or were not asked.' })
  @Word('rating', RATINGS, { nullable: true })
  rating?: Rating | null;
  @Field(() => String, { nullable: true, description: 'Why they are dissatisfied, or what is unsolved.' })
  @Text({ nullable: true })
  reason?: string | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) doneByName?: string | null;
  @Uuid({ nullable: true }) doneById?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) doneAt?: Date | null;
  @Uuid({ nullable: true }) gaveUpById?: string | null;
  @Uuid({ nullable: true }) confirmedById?: string | null;
  @Field(() => Int) @Version() version!: number;
}
