import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Scope } from '../scope.ts';
import { PlaceFilter, TermInput, UnitFilter } from './network.input.ts';
import { PlaceConnection, UnitConnection } from './network.type.ts';
import { listPlaces } from './place.read.ts';
import { Portfolio } from './portfolio.entity.ts';
import { Term, type TermKind, TermKindEnum } from './term.entity.ts';
import * as terms from './term.service.ts';
import { listUnits } from './unit.read.ts';

/** The directory: places, units, dictionaries, portfolios. Everybody of the county reads it. */
@Resolver()
export class NetworkResolver {
  @Authorized()
  @Query(() => PlaceConnection)
  places(
    @Ctx() scope: Scope,
    @Arg('filter', () => PlaceFilter, { nullable: true }) filter: PlaceFilter | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listPlaces(scope, filter, first, after);
  }

  @Authorized()
  @Query(() => UnitConnection)
  units(
    @Ctx() scope: Scope,
    @Arg('filter', () => UnitFilter, { nullable: true }) filter: UnitFilter | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listUnits(scope, filter, first, after);
  }

  @Authorized()
  @Query(() => [Term])
  terms(@Ctx() scope: Scope, @Arg('kind', () => TermKindEnum) kind: TermKind) {
    return terms.list(scope, kind);
  }

  @Authorized()
  @Query(() => [Portfolio])
  portfolios(@Ctx() scope: Scope) {
    return scope.rows<Portfolio>('select * from portfolio where county_code = $1 order by position, id', [
      scope.county,
    ]);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Mutation(() => Term)
  saveTerm(@Ctx() scope: Scope, @Arg('term', () => TermInput) term: TermInput) {
    return terms.save(scope, term);
  }
}
