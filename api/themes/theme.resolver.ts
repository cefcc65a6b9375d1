import { THEME_DESKS, type ThemeTray } from '@lxq/schema/themes/theme-states.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { unitByCode } from '../network/network.loaders.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { connectionType, trayCountType } from '../platform/contract/graphql.ts';
import { numberedAs } from '../platform/contract/numbers.ts';
import { asking, deedResolver } from '../platform/deeds/derive.ts';
import { changeOf } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { reportById, stepsOf } from '../reports/lists/report.loaders.ts';
import { Report } from '../reports/report.entity.ts';
import { Step } from '../reports/report.type.ts';
import { Theme } from './theme.entity.ts';
import { ThemeDraft, ThemeFilter, ThemePlan, ThemeTrayEnum } from './theme.input.ts';
import { themeNoun } from './theme.noun.ts';
import { counts, list, reportIdsOf, themeById } from './theme.read.ts';
import * as themes from './theme.service.ts';

const ThemeTrayCount = trayCountType<ThemeTray>('Theme', ThemeTrayEnum);
const ThemeConnection = connectionType('Theme', () => Theme, { counted: true });
const themeNumber = numberedAs('苗');
const READERS = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'ANALYST', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER'] as const;

@Resolver(() => Theme)
export class ThemeResolver {
  @Authorized(...READERS)
  @Query(() => ThemeConnection, { description: 'Newest first: the county’s all, a station’s its own.' })
  themes(
    @Ctx() scope: Scope,
    @Arg('filter', () => ThemeFilter, { nullable: true }) filter: ThemeFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return list(scope, { ...filter, first, after });
  }
  @Authorized(...READERS)
  @Query(() => Theme, { nullable: true })
  theme(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return isUuid(id) ? themeById(scope).load(id) : null;
  }
  @Authorized(...READERS)
  @Query(() => [ThemeTrayCount], { description: 'Of the same themes as the list has.' })
  themeCounts(@Ctx() scope: Scope) {
    return counts(scope);
  }

  @Authorized(...THEME_DESKS)
  @Mutation(() => Theme)
  openTheme(@Ctx() scope: Scope, @Arg('draft', () => ThemeDraft) draft: ThemeDraft) {
    return themes.open(scope, draft);
  }

  @FieldResolver(() => String, { description: 'Number for people, such as 苗2026-0003.' })
  no(@Root() { openedAt, serial }: Theme) {
    return themeNumber(openedAt, serial);
  }
  @FieldResolver(() => Unit, { description: 'The desk that opened it.' })
  unit(@Root() { unitCode }: Theme, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
  @FieldResolver(() => Int)
  async reportCount(@Root() { id }: Theme, @Ctx() scope: Scope) {
    return (await reportIdsOf(scope).load(id))?.length ?? 0;
  }
  @FieldResolver(() => [Report], { description: 'As far as the viewer may see them.' })
  async reports(@Root() { id }: Theme, @Ctx() scope: Scope) {
    const ids = (await reportIdsOf(scope).load(id)) ?? [];
    const reports = await Promise.all(ids.map((report) => reportById(scope).load(report)));
    return reports.filter((report) => report !== null);
  }
  @FieldResolver(() => [Step])
  timeline(@Root() { id }: Theme, @Ctx() scope: Scope) {
    return stepsOf(scope).load(id);
  }
}

export const ThemeDeedResolver = deedResolver(themeNoun, {
  ways: { answer: themes.answer },
  more: {
    gather: asking('reports', () => [ID], themes.gather),
    plan: asking('plan', () => ThemePlan, themes.plan),
  },
});
export const ThemeChangeResolver = changeOf('themeId', 'THEME');
