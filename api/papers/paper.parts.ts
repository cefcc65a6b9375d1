import type { Parts } from '../platform/contract/parts.ts';
import { Paper, PaperSeries } from './paper.entity.ts';
import './paper.issuing.ts';
import {
  CasePapersResolver,
  CensurePapersResolver,
  OrderPapersResolver,
  PaperResolver,
  RevisitPapersResolver,
} from './paper.resolver.ts';
import {
  CaseDraftsResolver,
  CensureDraftsResolver,
  OrderDraftsResolver,
  RevisitDraftsResolver,
} from './paper-draft.resolver.ts';

export const papers: Parts = {
  entities: [Paper, PaperSeries],
  resolvers: [
    ...[PaperResolver, CasePapersResolver, RevisitPapersResolver, OrderPapersResolver, CensurePapersResolver],
    ...[CaseDraftsResolver, RevisitDraftsResolver, OrderDraftsResolver, CensureDraftsResolver],
  ],
  programs: {
    paper: 'PAPERS',
  },
  prices: {
    ...{ 'Case.papers': { size: 6 }, 'Revisit.papers': { size: 1 } },
    ...{ 'Order.papers': { size: 1 }, 'Censure.papers': { size: 1 } },
    // Of what is typed each asks for its own units and leaders.
    ...{ 'Case.paperDrafts': { size: 2, each: 100 }, 'Revisit.paperDrafts': { size: 1, each: 20 } },
    ...{ 'Order.paperDrafts': { size: 1 }, 'Censure.paperDrafts': { size: 1 } },
  },
};
