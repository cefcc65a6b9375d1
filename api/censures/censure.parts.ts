import type { Parts } from '../platform/contract/parts.ts';
import { Censure } from './censure.entity.ts';
import { CensureChangeResolver, CensureDeedResolver, CensureResolver } from './censure.resolver.ts';

export const censures: Parts = {
  entities: [Censure],
  resolvers: [CensureResolver, CensureDeedResolver, CensureChangeResolver],
  programs: {
    censureCounts: 'TABLES',
  },
  prices: { 'Censure.deadlines': { size: 3 }, 'Censure.timeline': { size: 15 } },
};
