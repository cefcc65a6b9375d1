import { spelled } from '@lxq/db/place-readings.ts';
import { dayOf } from '@lxq/schema/calendar.ts';
import { LRUCache } from 'lru-cache';
import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Scope } from '../platform/scope/scope.ts';
import { areaById, namedPerson, topicsOf } from './network.loaders.ts';
import { Coverage, Figures } from './network.type.ts';
import { Area } from './places/area.entity.ts';
import { Place } from './places/place.entity.ts';
import { Portfolio } from './portfolios/portfolio.entity.ts';
import { headingOf } from './portfolios/portfolio.heading.ts';
import { officersOf } from './posts/officers.ts';
import { Person } from './posts/person.entity.ts';
import { Post } from './posts/post.entity.ts';
import { endedPostsOf, postsOf } from './posts/post.read.ts';
import { principalOf } from './posts/principals.ts';
import { Term } from './terms/term.entity.ts';
import { County } from './units/county.entity.ts';
import { figures } from './units/county.read.ts';
import { Unit } from './units/unit.entity.ts';
import { coverage } from './units/unit.read.ts';

@Resolver(() => Unit)
export class UnitFieldsResolver {
  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Null where there is none, and where the viewer may not know the name.',
  })
  principal(@Root() unit: Unit, @Ctx() scope: Scope) {
    return principalOf(scope).load(unit.code);
  }
  @FieldResolver(() => [Post], {
    description: 'In force or to come, as far as the viewer may read them; officers are counted and not listed.',
  })
  posts(@Root() unit: Unit, @Ctx() scope: Scope) {
    return postsOf(scope).load(unit.code);
  }
  @FieldResolver(() => [Post], { description: 'Those that have ended, the newest first.' })
  endedPosts(@Root() unit: Unit, @Ctx() scope: Scope) {
    return endedPostsOf(scope).load(unit.code);
  }
  @FieldResolver(() => Area, { nullable: true })
  area(@Root() unit: Unit, @Ctx() scope: Scope) {
    return unit.areaId ? areaById(scope).load(unit.areaId) : null;
  }
  @FieldResolver(() => Int, { description: 'Officers with a post in force, at the unit and below it.' })
  activeOfficers(@Root() unit: Unit, @Ctx() scope: Scope) {
    return officersOf(scope).load(unit.code);
  }
  @FieldResolver(() => Boolean)
  async isCovered(@Root() unit: Unit, @Ctx() scope: Scope) {
    return ((await officersOf(scope).load(unit.code)) ?? 0) > 0;
  }
}

@Resolver(() => Place)
export class PlaceFieldsResolver {
  @FieldResolver(() => Boolean, { description: 'False once it was dissolved; what was written of it keeps it.' })
  isActive(@Root() place: Place, @Ctx() scope: Scope) {
    return !place.validTo || place.validTo >= dayOf(scope.now);
  }
}

/** Names are few and seldom change: read once each while the process runs. */
const readings = new LRUCache<string, ReturnType<typeof spelled>>({
  max: 5_000,
  memoMethod: (name) => spelled(name),
});
@Resolver(() => Term)
export class TermFieldsResolver {
  @FieldResolver(() => String, { description: 'How the name is read, without tones or spaces.' })
  pinyin(@Root() term: Term) {
    return readings.memo(term.name).pinyin;
  }
  @FieldResolver(() => String)
  initials(@Root() term: Term) {
    return readings.memo(term.name).initials;
  }
}

@Resolver(() => Area)
export class AreaFieldsResolver {
  @FieldResolver(() => Person, { nullable: true })
  chief(@Root() area: Area, @Ctx() scope: Scope) {
    return area.chiefId ? namedPerson(scope).load(area.chiefId) : null;
  }
  @FieldResolver(() => Person, { nullable: true })
  deputy(@Root() area: Area, @Ctx() scope: Scope) {
    return area.deputyId ? namedPerson(scope).load(area.deputyId) : null;
  }
}

@Resolver(() => Portfolio)
export class PortfolioFieldsResolver {
  @FieldResolver(() => String, { description: 'As it stands over the section of a digest.' })
  heading(@Root() portfolio: Portfolio) {
    return headingOf(portfolio);
  }
  @FieldResolver(() => Person)
  leader(@Root() portfolio: Portfolio) {
    return { id: portfolio.leaderId, name: portfolio.leaderName };
  }
  @FieldResolver(() => [ID])
  topicCodes(@Root() portfolio: Portfolio, @Ctx() scope: Scope) {
    return topicsOf(scope).load(portfolio.id);
  }
}

@Resolver(() => County)
export class CountyFieldsResolver {
  @FieldResolver(() => ID)
  code(@Root() county: County) {
    return county.countyCode;
  }
  @FieldResolver(() => [Coverage], { description: 'By kind of unit, as far as the viewer oversees them.' })
  coverage(@Ctx() scope: Scope) {
    return coverage(scope);
  }
  @FieldResolver(() => Figures, { description: "The county's computed figures, for the home page." })
  figures(@Ctx() scope: Scope) {
    return figures(scope);
  }
}
