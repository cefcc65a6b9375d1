import type { Parts } from '../platform/contract/parts.ts';
import { AGGREGATE } from '../platform/operation/prices.ts';
import { Charge } from './charges/charge.entity.ts';
import { ChargeResolver } from './charges/charge.resolver.ts';
import { networkMeasuring } from './network.measures.ts';
import { NetworkResolver } from './network.resolver.ts';
import {
  AreaFieldsResolver,
  CountyFieldsResolver,
  PlaceFieldsResolver,
  PortfolioFieldsResolver,
  TermFieldsResolver,
  UnitFieldsResolver,
} from './network-fields.resolver.ts';
import { Area } from './places/area.entity.ts';
import { Place } from './places/place.entity.ts';
import { Portfolio, PortfolioTopic } from './portfolios/portfolio.entity.ts';
import { Person } from './posts/person.entity.ts';
import { Post } from './posts/post.entity.ts';
import { PersonFieldsResolver, PostResolver, StandInFieldsResolver } from './posts/post.resolver.ts';
import { StandIn } from './posts/stand-in.entity.ts';
import { Term } from './terms/term.entity.ts';
import { County } from './units/county.entity.ts';
import { Unit } from './units/unit.entity.ts';

export const network: Parts = {
  entities: [County, Place, Unit, Person, Post, StandIn, Area, Portfolio, PortfolioTopic, Term, Charge],
  resolvers: [
    ...[NetworkResolver, AreaFieldsResolver, CountyFieldsResolver, PortfolioFieldsResolver, UnitFieldsResolver],
    ...[
      PersonFieldsResolver,
      PlaceFieldsResolver,
      PostResolver,
      StandInFieldsResolver,
      ChargeResolver,
      TermFieldsResolver,
    ],
  ],
  measuring: networkMeasuring,
  programs: {
    place: 'ANY',
    places: 'ANY',
    portfolios: 'ANY',
    terms: 'ANY',
    unit: 'ANY',
    units: 'ANY',
  },
  prices: {
    'Query.candidates': { size: 20, each: 5 },
    'Query.colleagues': { size: 50 },
    'Query.leaders': { size: 50 },
    'Query.portfolios': { size: 50 },
    'Query.charges': { size: 100 },
    'Query.proposedUnits': { size: 4, each: 5 },
    'Query.terms': { size: 300 },
    'Query.places': { each: 50 },
    'Query.units': { each: 50 },
    'County.coverage': { size: 5, each: AGGREGATE },
    'County.figures': { each: AGGREGATE },
    'Unit.posts': { size: 20 },
    'Unit.endedPosts': { size: 20 },
    'Post.standIns': { size: 2 },
    'Post.timeline': { size: 10 },
    'Person.posts': { size: 3 },
    'Unit.activeOfficers': { each: 2 },
    'Unit.isCovered': { each: 2 },
    'Portfolio.topicCodes': { each: 10 },
  },
};
