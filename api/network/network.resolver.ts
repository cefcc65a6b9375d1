import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Scope } from '../platform/scope/scope.ts';
import { PlaceFilter, PortfolioInput, TermInput, UnitFilter } from './network.input.ts';
import { PlaceConnection, UnitConnection } from './network.type.ts';
import { Place } from './places/place.entity.ts';
import { listPlaces, placeOf } from './places/place.read.ts';
import { Portfolio } from './portfolios/portfolio.entity.ts';
import * as portfolios from './portfolios/portfolio.service.ts';
import { leaders } from './posts/leader.read.ts';
import { Person } from './posts/person.entity.ts';
import { Term, type TermKind, TermKindEnum } from './terms/term.entity.ts';
import * as terms from './terms/term.service.ts';
import { County, type DigestCycle, DigestCycleEnum } from './units/county.entity.ts';
import * as counties from './units/county.service.ts';
import { Unit } from './units/unit.entity.ts';
import { listUnits, unitOf } from './units/unit.read.ts';

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
  @Query(() => Place, { description: 'Any of the county, also one that was dissolved.' })
  place(@Ctx() scope: Scope, @Arg('code', () => ID) code: string) {
    return placeOf(scope, code);
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
  @Query(() => Unit)
  unit(@Ctx() scope: Scope, @Arg('code', () => ID) code: string) {
    return unitOf(scope, code);
  }

  @Authorized()
  @Query(() => [Term])
  terms(@Ctx() scope: Scope, @Arg('kind', () => TermKindEnum) kind: TermKind) {
    return terms.list(scope, kind);
  }

  @Authorized()
  @Query(() => [Portfolio])
  portfolios(@Ctx() scope: Scope) {
    return portfolios.list(scope);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Query(() => [Person], { description: "Persons with a leader's post in force: who may be in charge of a portfolio." })
  leaders(@Ctx() scope: Scope) {
    return leaders(scope);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Mutation(() => Term)
  saveTerm(@Ctx() scope: Scope, @Arg('term', () => TermInput) term: TermInput) {
    return terms.save(scope, term);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Mutation(() => Portfolio)
  savePortfolio(@Ctx() scope: Scope, @Arg('portfolio', () => PortfolioInput) portfolio: PortfolioInput) {
    return portfolios.save(scope, portfolio);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Mutation(() => Portfolio, { description: 'Refused while an issue that is not out yet has items under it.' })
  removePortfolio(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return portfolios.remove(scope, id);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Mutation(() => County, { description: 'Holds from the next issue on.' })
  saveCounty(
    @Ctx() scope: Scope,
    @Arg('digestCycle', () => DigestCycleEnum) digestCycle: DigestCycle,
    @Arg('officeName', () => String) officeName: string,
    @Arg('contactDays', () => Int, { nullable: true, description: 'Left out: as it stands.' })
    contactDays: number | null,
  ) {
    return counties.save(scope, { digestCycle, officeName, contactDays });
  }
}
