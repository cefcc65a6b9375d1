import type { Parts } from '../platform/contract/parts.ts';
import { RevisitAttachmentsResolver } from './revisit.attachments.ts';
import { Revisit } from './revisit.entity.ts';
import { revisitMeasuring } from './revisit.measures.ts';
import { RevisitChangeResolver, RevisitDeedResolver, RevisitResolver } from './revisit.resolver.ts';

export const revisits: Parts = {
  entities: [Revisit],
  resolvers: [RevisitResolver, RevisitDeedResolver, RevisitChangeResolver, RevisitAttachmentsResolver],
  measuring: revisitMeasuring,
  prices: { 'Revisit.attempts': { size: 3 }, 'Revisit.deadlines': { size: 1 }, 'Revisit.attachments': { size: 2 } },
};
