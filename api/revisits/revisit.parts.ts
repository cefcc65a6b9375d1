import type { Parts } from '../platform/contract/parts.ts';
import { Revisit } from './revisit.entity.ts';
import { RevisitChangeResolver, RevisitDeedResolver, RevisitResolver } from './revisit.resolver.ts';

export const revisits: Parts = {
  entities: [Revisit],
  resolvers: [RevisitResolver, RevisitDeedResolver, RevisitChangeResolver],
  prices: { 'Revisit.attempts': { size: 3 }, 'Revisit.deadlines': { size: 1 } },
};
