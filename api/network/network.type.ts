import type { UnitKind } from '@lxq/schema/network/unit-kinds.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, DayScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Place } from './places/place.entity.ts';
import { Unit, UnitKindEnum } from './units/unit.entity.ts';

export const PlaceConnection = connectionType('Place', () => Place);
export const UnitConnection = connectionType('Unit', () => Unit, { counted: true });

@ObjectType({ ...PLAIN, description: 'Units with an active officer over all units (R2).' })
export class Coverage {
  @Field(() => UnitKindEnum) kind!: UnitKind;
  @Field(() => Int) units!: number;
  @Field(() => Int) covered!: number;
  @Field(() => Int, { description: 'Units with a principal in force (R17).' }) withPrincipal!: number;
}

@ObjectType(PLAIN)
export class Figures {
  @Field(() => DayScalar, { nullable: true }) from!: string | null;
  @Field(() => DayScalar, { nullable: true }) to!: string | null;
  @Field(() => Int) reports!: number;
  @Field(() => Int) problems!: number;
  @Field(() => Int, { nullable: true, description: 'Null below the county, as are the instructions.' })
  digestsIssued!: number | null;
  @Field(() => Int, { nullable: true }) instructions!: number | null;
  @Field(() => Int, { nullable: true }) instructionsByCity!: number | null;
  @Field(() => Int, { nullable: true }) instructionsByCounty!: number | null;
  @Field(() => Int) townships!: number;
  @Field(() => Int) villages!: number;
  @Field(() => Int) departments!: number;
  @Field(() => Int) enterprises!: number;
  @Field(() => Int) officers!: number;
}
