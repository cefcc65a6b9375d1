import { THEME_MACHINE, type ThemeDeed, type ThemeFacts, type ThemeState } from '@lxq/schema/themes/theme-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { Theme } from './theme.entity.ts';
import { THEME_WORDS } from './theme.words.ts';

export const themeNoun: Noun<Theme, ThemeDeed, ThemeState, ThemeFacts> = {
  machine: THEME_MACHINE,
  entity: Theme,
  subject: 'THEME',
  names: THEME_WORDS.theme,
  isHeld: true, // whoever answers all of its reports does so once
  seen: ({ unitCode }) => ({ unitCode, ears: 'LEADERS' }),
  stamp: (scope) => ({ stateSince: scope.now }),
  facts: (_scope, _deed, theme) => theme,
};
