import type { Parts } from '../platform/contract/parts.ts';
import { Paper, PaperSeries } from './paper.entity.ts';
import './paper.issuing.ts';
import { CasePapersResolver, PaperResolver, RevisitPapersResolver } from './paper.resolver.ts';

export const papers: Parts = {
  entities: [Paper, PaperSeries],
  resolvers: [PaperResolver, CasePapersResolver, RevisitPapersResolver],
  prices: { 'Case.papers': { size: 6 }, 'Revisit.papers': { size: 1 } },
};
