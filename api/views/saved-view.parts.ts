import type { Parts } from '../platform/contract/parts.ts';
import { SavedView } from './saved-view.entity.ts';
import { SavedViewResolver } from './saved-view.resolver.ts';

export const views: Parts = {
  entities: [SavedView],
  resolvers: [SavedViewResolver],
  prices: {
    'Query.savedViews': { size: 100 },
    'SavedView.faults': { size: 3 },
  },
};
