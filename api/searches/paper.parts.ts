import type { Parts } from '../platform/contract/parts.ts';
import { AGGREGATE } from '../platform/operation/prices.ts';
import { PaperResolver } from './paper.resolver.ts';

export const searches: Parts = {
  resolvers: [PaperResolver],
  programs: { searchPapers: 'PAPERS' },
  prices: { 'Query.searchPapers': { each: AGGREGATE } },
};
