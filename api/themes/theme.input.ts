import {
  type ToldTheme,
  type ToldThemePlan,
  themePlanProblems,
  themeProblems,
} from '@lxq/schema/themes/theme-draft.ts';
import { THEME_TRAYS, type ThemeTray } from '@lxq/schema/themes/theme-states.ts';
import { Field, ID, InputType } from 'type-graphql';
import { enumOf } from '../platform/contract/graphql.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { THEME_DRAFT_WORDS, THEME_PLAN_WORDS } from './theme.words.ts';

export const ThemeTrayEnum = enumOf('ThemeTray', Object.keys(THEME_TRAYS) as ThemeTray[]);

@InputType()
export class ThemeFilter {
  @Field(() => ThemeTrayEnum, { nullable: true }) tray?: ThemeTray | null;
}

@InputType()
export class ThemeDraft implements ToldTheme {
  @Field(() => ID, { description: 'Made on the device: the second tap opens the same theme, not another.' })
  clientId!: string;
  @Field(() => String) title!: string;
  @Field(() => [ID]) reports!: string[];
}
export function checkedTheme<Told extends ToldTheme>(given: Told): Told {
  const told = { ...given, title: given.title.trim(), reports: [...new Set(given.reports)].sort() };
  refuseFirst(themeProblems(told), THEME_DRAFT_WORDS);
  return told;
}

@InputType()
export class ThemePlan implements ToldThemePlan {
  @Field(() => String, { description: 'Who answers for it: an office or an official.' }) owner!: string;
  @Field(() => String) plan!: string;
}
export function checkedThemePlan({ owner, plan }: ThemePlan): ThemePlan {
  const told = { owner: owner.trim(), plan: plan.trim() };
  refuseFirst(themePlanProblems(told), THEME_PLAN_WORDS);
  return told;
}
