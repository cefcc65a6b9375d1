import type { Parts } from '../platform/contract/parts.ts';
import { Assignment } from './assignment.entity.ts';
import { AssignmentResolver, UrgeResolver } from './desk.resolver.ts';
import { Urge } from './urge.entity.ts';

export const desks: Parts = {
  entities: [Assignment, Urge],
  resolvers: [AssignmentResolver, UrgeResolver],
  prices: { 'Query.colleagues': { size: 20 } },
};
