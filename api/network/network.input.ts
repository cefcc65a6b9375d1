import type { UnitKind } from '@lxq/schema/network/unit-kinds.ts';
import type { Capacity, Role } from '@lxq/schema/roles.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DayScalar } from '../platform/contract/graphql.ts';
import { type PlaceLevel, PlaceLevelEnum } from './places/place.entity.ts';
import { CapacityEnum, RoleEnum } from './posts/post.entity.ts';
import { type TermKind, TermKindEnum } from './terms/term.entity.ts';
import { UnitKindEnum } from './units/unit.entity.ts';

@InputType()
export class PlaceFilter {
  @Field(() => PlaceLevelEnum, { nullable: true }) level?: PlaceLevel | null;
  @Field(() => ID, { nullable: true }) parentCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Name, pinyin or initials.' }) text?: string | null;
}

@InputType()
export class UnitFilter {
  @Field(() => UnitKindEnum, { nullable: true }) kind?: UnitKind | null;
  @Field(() => ID, { nullable: true }) parentCode?: string | null;
  @Field(() => Boolean, { nullable: true }) isCovered?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether somebody is its principal today (R17).' })
  hasPrincipal?: boolean | null;
  @Field(() => String, { nullable: true }) text?: string | null;
}

@InputType()
export class TermInput {
  @Field(() => TermKindEnum) kind!: TermKind;
  @Field(() => ID) code!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Refused where the code is in use already.' })
  isNew!: boolean;
  @Field(() => String) name!: string;
  @Field(() => String) nameEn!: string;
  @Field(() => ID, { nullable: true }) parentCode?: string | null;
  @Field(() => Boolean, { defaultValue: true }) isProblem!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Of a topic: its reports go SEALED from now on, and those that nobody has judged yet with them. What stands below such a topic is one too.',
  })
  isAccusation!: boolean;
  @Field(() => [String], { defaultValue: [] }) tags!: string[];
  @Field(() => Boolean, { defaultValue: true }) isActive!: boolean;
  @Field(() => Int, { defaultValue: 0 }) position!: number;
}

@InputType()
export class PortfolioInput {
  @Field(() => ID, { nullable: true, description: 'Absent for a new one.' }) id?: string | null;
  @Field(() => String) name!: string;
  @Field(() => ID, { description: "A person with a leader's post in force." }) leader!: string;
  @Field(() => [ID], { description: 'A topic stands in one portfolio: it leaves the one it stood in.' })
  topicCodes!: string[];
  @Field(() => Int, { nullable: true, description: 'Where it stands among the others; last when absent.' })
  position?: number | null;
}

@InputType()
export class PostInput {
  @Field(() => ID) person!: string;
  @Field(() => ID) unit!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => CapacityEnum, { nullable: true }) capacity?: Capacity | null;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day.' }) validTo?: string | null;
}

@InputType()
export class StandInInput {
  @Field(() => ID) post!: string;
  @Field(() => ID, { description: 'Somebody with a post in force, who signs in under their own account.' })
  person!: string;
  @Field(() => DayScalar) validFrom!: string;
  @Field(() => DayScalar, { description: 'The last day.' }) validTo!: string;
  @Field(() => String) reason!: string;
}
