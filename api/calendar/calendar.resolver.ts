import { confirmedThrough } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { badInput } from '../platform/contract/errors.ts';
import { DayScalar } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { CalendarDay } from './calendar.entity.ts';
import { calendarOf } from './calendar.read.ts';
import * as calendar from './calendar.service.ts';

const yearOf = (day: string) => Number(day.slice(0, 4));
const [FIRST, LAST] = [yearOf(LIMITS.days.first), yearOf(LIMITS.days.last)];

@Resolver()
export class CalendarResolver {
  @Authorized()
  @Query(() => [CalendarDay], { description: 'The days of a year that are arranged otherwise than the week.' })
  calendarDays(@Ctx() scope: Scope, @Arg('year', () => Int) year: number) {
    if (year < FIRST || year > LAST)
      throw badInput('year', `年份应在 ${FIRST} 至 ${LAST} 之间`, `A year from ${FIRST} to ${LAST}`);
    return calendar.daysOf(scope, year);
  }

  @Authorized()
  @Query(() => DayScalar, {
    nullable: true,
    description: 'The last day whose holidays are published; later deadlines are 暂定.',
  })
  async calendarConfirmedThrough(@Ctx() scope: Scope) {
    return confirmedThrough(await calendarOf(scope));
  }

  @Authorized('ADMIN')
  @Mutation(() => CalendarDay, {
    description:
      'For every county of this installation; deadlines that run move with it. `version` is what was on the screen, 0 for none.',
  })
  saveCalendarDay(
    @Ctx() scope: Scope,
    @Arg('day', () => DayScalar) day: string,
    @Arg('isWorkday', () => Boolean) isWorkday: boolean,
    @Arg('name', () => String) name: string,
    @Arg('source', () => String) source: string,
    @Arg('version', () => Int) version: number,
  ) {
    return calendar.save(scope, { day, isWorkday, name, source, version });
  }
}
