import { CAPACITIES, type Capacity, ROLES, type Role } from '@lxq/schema/roles.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { DayScalar, enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { Code, Day, IdKey, ScopedRow, Text, Uuid, Version, Word } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';

export const LEADER_LEVELS = ['CITY', 'COUNTY'] as const;
export type LeaderLevel = (typeof LEADER_LEVELS)[number];
export const RoleEnum = enumOf('Role', ROLES);
export const CapacityEnum = enumOf('Capacity', CAPACITIES);
export const LeaderLevelEnum = enumOf('LeaderLevel', LEADER_LEVELS);

/** A person, a unit and a role, for a period. Records belong to posts; the name stands here as the level below the county may know it. */
@ObjectType('Post', PLAIN)
@Entity({
  tableName: 'post',
  ...scoped('post', {
    county: { see: 'true', add: 'true', change: 'true' },
    township: { see: 'township_code = app.unit()' },
    village: { see: 'village_code = app.unit()' },
    officer: { see: 'person_id = app.person()' },
  }),
})
@Index({ name: 'post_person', properties: ['countyCode', 'personId'] })
@Index({ name: 'post_unit', properties: ['countyCode', 'unitCode', 'role'] })
@Index({ name: 'post_name', properties: ['countyCode', 'personName'] })
@Index({ name: 'post_township', properties: ['countyCode', 'townshipCode', 'role'] })
export class Post extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() personId!: string;
  @Field(() => String) @Text() personName!: string;
  @Field(() => RoleEnum) @Word('role', ROLES) role!: Role;
  @Field(() => CapacityEnum, {
    nullable: true,
    description: 'What the post is in its unit, where it is more than a clerk’s.',
  })
  @Word('capacity', CAPACITIES, { nullable: true })
  capacity?: Capacity | null;
  /** The officer's pseudonymous code (R4). */
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) code?: string | null;
  /** A leader's rank, on which an instruction's own depends (R46); null counts as the county's. */
  @Word('leader_level', LEADER_LEVELS, { nullable: true }) leaderLevel?: LeaderLevel | null;
  /** Where the officer's matters lie: a village group, or the unit's place (R5). */
  @Code() areaCode!: number;
  @Field(() => DayScalar) @Day() validFrom!: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day.' })
  @Day({ nullable: true })
  validTo?: string | null;
  @Field(() => GraphInt) @Version() version!: number;
}
