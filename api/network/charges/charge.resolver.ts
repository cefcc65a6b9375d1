import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Scope } from '../../platform/scope/scope.ts';
import { placeByCode, topicByCode, unitByCode } from '../network.loaders.ts';
import { Place } from '../places/place.entity.ts';
import { Term } from '../terms/term.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { Charge } from './charge.entity.ts';
import { ChargeInput } from './charge.input.ts';
import { list, proposed } from './charge.read.ts';
import * as charges from './charge.service.ts';
import { ProposedUnit } from './charge.type.ts';

@Resolver(() => Charge)
export class ChargeResolver {
  @Authorized()
  @Query(() => [Charge], { description: 'Which unit each topic belongs to, in the order of the dictionary.' })
  charges(@Ctx() scope: Scope) {
    return list(scope);
  }
  @Authorized('COUNTY_CLERK', 'LEADER')
  @Query(() => [ProposedUnit], {
    description:
      'Whom a matter would go to by its topic and place, the likeliest first; nobody is obliged to take one.',
  })
  proposedUnits(@Ctx() scope: Scope, @Arg('topic', () => ID) topic: string, @Arg('place', () => ID) place: string) {
    return proposed(scope, topic, place);
  }
  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Mutation(() => Charge, { description: 'Said again of the same topic and place, it is another unit’s.' })
  saveCharge(@Ctx() scope: Scope, @Arg('charge', () => ChargeInput) charge: ChargeInput) {
    return charges.save(scope, charge);
  }
  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Mutation(() => Charge)
  removeCharge(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return charges.remove(scope, id);
  }
  @FieldResolver(() => Term)
  topic(@Root() { topicCode }: Charge, @Ctx() scope: Scope) {
    return topicByCode(scope).load(topicCode);
  }
  @FieldResolver(() => Place, { nullable: true, description: 'Null for the whole county.' })
  place(@Root() { placeCode }: Charge, @Ctx() scope: Scope) {
    return placeCode ? placeByCode(scope).load(placeCode) : null;
  }
  @FieldResolver(() => Unit)
  unit(@Root() { unitCode }: Charge, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
}
