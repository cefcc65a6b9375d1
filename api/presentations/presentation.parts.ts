import type { Parts } from '../platform/contract/parts.ts';
import { Presentation } from './presentation.entity.ts';
import {
  PresentationDeedResolver,
  PresentationResolver,
  ReportPresentationsResolver,
} from './presentation.resolver.ts';

export const presentations: Parts = {
  entities: [Presentation],
  resolvers: [PresentationResolver, PresentationDeedResolver, ReportPresentationsResolver],
  prices: { 'Query.presentableLeaders': { size: 30 }, 'Report.presentations': { size: 4 } },
};
