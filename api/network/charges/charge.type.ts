import { Field, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { Place } from '../places/place.entity.ts';
import { Term } from '../terms/term.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** 属地 or 主管: by what a unit is proposed. */
export const CHARGED_BY = ['TOPIC_AT_PLACE', 'TOPIC', 'PLACE'] as const;
export type ChargedBy = (typeof CHARGED_BY)[number];
const ChargedByEnum = enumOf('ChargedBy', CHARGED_BY);

@ObjectType({
  ...PLAIN,
  description: 'A unit that a matter would go to by its topic and place, and by what (R64; Art. 24).',
})
export class ProposedUnit {
  @Field(() => Unit) unit!: Unit;
  @Field(() => ChargedByEnum) by!: ChargedBy;
  @Field(() => Term, { nullable: true, description: 'The topic that the unit has, itself or the one above it.' })
  topic!: Term | null;
  @Field(() => Place, { nullable: true, description: 'The place at which it has it, or which is the unit’s own.' })
  place!: Place | null;
}
