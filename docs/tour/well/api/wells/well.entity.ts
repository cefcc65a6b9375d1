import { WELL_STATES, type WellState } from '@lxq/schema/wells/well-states.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { IdKey, Instant, ScopedRow, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

const WellStateEnum = enumOf('WellState', WELL_STATES);
const here = 'township_code = app.unit()';

/** 水井: a well in the register of the station that keeps it. */
@ObjectType('Well', { ...PLAIN, description: '水井.' })
@Entity({
  tableName: 'well',
  ...scoped('well', {
    // Whoever works in the county sees them all; its clerks close what has dried up.
    county: { see: 'true', change: 'true' },
    // Clerks and leaders of the station.
    township: { see: here, add: here, change: here },
  }),
})
@Index({ name: 'well_newest', properties: ['countyCode', 'reportedAt', 'id'] })
@Index({ name: 'well_township_newest', properties: ['countyCode', 'townshipCode', 'reportedAt', 'id'] })
export class Well extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Field(() => WellStateEnum) @Word('state', WELL_STATES, { default: 'REPORTED' }) state!: WellState;
  @Field(() => String) @Text() name!: string;
  @Field(() => InstantScalar) @Instant() reportedAt!: Date;
  @Uuid() reporterId!: string;
  @Field(() => Int) @Version() version!: number;
}
