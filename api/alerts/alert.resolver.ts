import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Report } from '../reports/report.entity.ts';
import { reportById } from '../reports/report.loaders.ts';
import type { Scope } from '../scope.ts';
import { Alert } from './alert.entity.ts';
import * as alerts from './alert.service.ts';

/** Whom urgent reports call: leaders, when nobody acts the director, and for accusations the discipline desk alone. */
const CALLED = ['LEADER', 'COUNTY_DIRECTOR', 'DISCIPLINE_CLERK'] as const;

@Resolver(() => Alert)
export class AlertResolver {
  @Authorized(...CALLED)
  @Query(() => [Alert], { description: "The viewer's alerts, newest first, at most 50." })
  alerts(@Ctx() scope: Scope, @Arg('openOnly', () => Boolean, { defaultValue: false }) openOnly: boolean) {
    return alerts.list(scope, openOnly);
  }

  @Authorized(...CALLED)
  @Mutation(() => Alert)
  acknowledgeAlert(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return alerts.acknowledge(scope, id);
  }

  @FieldResolver(() => Report)
  report(@Root() alert: Alert, @Ctx() scope: Scope) {
    return reportById(scope).load(alert.reportId);
  }
}
