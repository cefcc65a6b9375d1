import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { countToSeal } from '../reports/report-seal.service.ts';
import type { Scope } from '../scope.ts';
import { County, type DigestCycle, DigestCycleEnum } from './county.entity.ts';
import * as counties from './county.service.ts';
import { leaders } from './leader.read.ts';
import { PlaceFilter, PortfolioInput, TermInput, UnitFilter } from './network.input.ts';
import { PlaceConnection, UnitConnection } from './network.type.ts';
import { Person } from './person.entity.ts';
import { listPlaces } from './place.read.ts';
import { Portfolio } from './portfolio.entity.ts';
import * as portfolios from './portfolio.service.ts';
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
    return portfolios.list(scope);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Query(() => [Person], { description: "Persons with a leader's post in force: who may be in charge of a portfolio." })
  leaders(@Ctx() scope: Scope) {
    return leaders(scope);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Query(() => Int, {
    description:
      'Reports that nobody has judged, of a topic and those below it: sealed with it when it is made an accusation.',
  })
  countToSeal(@Ctx() scope: Scope, @Arg('topic', () => ID) topic: string) {
    return countToSeal(scope, topic);
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
  ) {
    return counties.save(scope, { digestCycle, officeName });
  }
}
