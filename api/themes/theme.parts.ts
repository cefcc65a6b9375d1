import type { Parts } from '../platform/contract/parts.ts';
import { Theme, ThemeReport } from './theme.entity.ts';
import { ThemeChangeResolver, ThemeDeedResolver, ThemeResolver } from './theme.resolver.ts';

export const themes: Parts = {
  entities: [Theme, ThemeReport],
  resolvers: [ThemeResolver, ThemeDeedResolver, ThemeChangeResolver],
  programs: {
    themeCounts: 'TABLES',
  },
  prices: { 'Theme.reports': { size: 20 }, 'Theme.timeline': { size: 15 } },
};
