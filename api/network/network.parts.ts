import type { Parts } from '../platform/contract/parts.ts';
import { AGGREGATE } from '../platform/operation/prices.ts';
import { NetworkResolver } from './network.resolver.ts';
import {
  AreaFieldsResolver,
  CountyFieldsResolver,
  PortfolioFieldsResolver,
  UnitFieldsResolver,
} from './network-fields.resolver.ts';
import { Area } from './places/area.entity.ts';
import { Place } from './places/place.entity.ts';
import { Portfolio, PortfolioTopic } from './portfolios/portfolio.entity.ts';
import { Person } from './posts/person.entity.ts';
import { Post } from './posts/post.entity.ts';
import { Term } from './terms/term.entity.ts';
import { County } from './units/county.entity.ts';
import { Unit } from './units/unit.entity.ts';

export const network: Parts = {
  entities: [County, Place, Unit, Person, Post, Area, Portfolio, PortfolioTopic, Term],
  resolvers: [NetworkResolver, AreaFieldsResolver, CountyFieldsResolver, PortfolioFieldsResolver, UnitFieldsResolver],
  prices: {
    'Query.leaders': { size: 50 },
    'Query.portfolios': { size: 50 },
    'Query.terms': { size: 300 },
    'Query.places': { each: 50 },
    'Query.units': { each: 50 },
    'County.coverage': { size: 5, each: AGGREGATE },
    'County.figures': { each: AGGREGATE },
    'Unit.activeOfficers': { each: 2 },
    'Unit.isCovered': { each: 2 },
    'Portfolio.topicCodes': { each: 10 },
  },
};
