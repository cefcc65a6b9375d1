import type { Parts } from '../platform/contract/parts.ts';
import { SigningCountResolver, SigningResolver } from './signing.resolver.ts';

export const signing: Parts = {
  resolvers: [SigningResolver, SigningCountResolver],
  prices: { 'Query.signingTray': { each: 20 }, 'Viewer.signingCount': { each: 20 } },
};
