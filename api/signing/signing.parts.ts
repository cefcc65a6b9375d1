import type { Parts } from '../platform/contract/parts.ts';
import { SigningResolver } from './signing.resolver.ts';

export const signing: Parts = {
  resolvers: [SigningResolver],
  prices: { 'Query.signingTray': { each: 20 }, 'Query.signingCount': { each: 20 } },
};
