import type { Parts } from '../platform/contract/parts.ts';
import { Preference } from './preference.entity.ts';
import { PreferenceResolver } from './preference.resolver.ts';

export const preferences: Parts = {
  entities: [Preference],
  resolvers: [PreferenceResolver],
  prices: { 'Viewer.preferences': { size: 3 } },
};
