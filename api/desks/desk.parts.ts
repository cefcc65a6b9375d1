import type { Parts } from '../platform/contract/parts.ts';
import { Assignment } from './assignment.entity.ts';
import { AssignmentResolver, MarkerResolver, UrgeResolver } from './desk.resolver.ts';
import { Marked, Marker } from './marker.entity.ts';
import { Urge } from './urge.entity.ts';

export const desks: Parts = {
  entities: [Assignment, Urge, Marker, Marked],
  resolvers: [AssignmentResolver, UrgeResolver, MarkerResolver],
  prices: { 'Query.deskColleagues': { size: 20 }, 'Query.markers': { size: 30 } },
};
