import { SECRETARIES } from '@lxq/schema/alerts/secretaries.ts';
import type { Role } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { personById } from '../network/network.loaders.ts';
import { Person } from '../network/posts/person.entity.ts';
import { Term } from '../network/terms/term.entity.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { leadersInChargeOf, reportById } from '../reports/lists/report.loaders.ts';
import { Report } from '../reports/report.entity.ts';
import { AlertedLeader } from '../reports/report.type.ts';
import { Alert } from './alert.entity.ts';
import { list, listAsSecretary, viewerAlertOf } from './alert.read.ts';
import * as alerts from './alert.service.ts';
import { AlertConnection } from './alert.type.ts';

/** Whom urgent reports call: leaders, when nobody acts the director, and for accusations the discipline desk alone. */
const CALLED = ['LEADER', 'COUNTY_DIRECTOR', 'DISCIPLINE_CLERK'] as const;
/** … and whoever may be a leader's secretary. */
const ACKNOWLEDGERS = [...new Set<Role>([...CALLED, ...SECRETARIES])];

@Resolver(() => Alert)
export class AlertResolver {
  @Authorized(...CALLED)
  @Query(() => AlertConnection, {
    description:
      "The viewer's alerts, newest first: known ones, those that wait (and what was withdrawn lately), or all.",
  })
  alerts(
    @Ctx() scope: Scope,
    @Arg('isKnown', () => Boolean, { nullable: true }) isKnown: boolean | null,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return list(scope, { isKnown, first, after });
  }

  @Authorized(...SECRETARIES)
  @Query(() => AlertConnection, {
    description:
      'What waits for leaders who have named the viewer their secretary, newest first, as far as the viewer’s own post sees it.',
  })
  alertsAsSecretary(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return listAsSecretary(scope, { first, after });
  }

  @Authorized(...ACKNOWLEDGERS)
  @Mutation(() => Alert, {
    description: 'The leader’s own, or as their secretary. The first time counts: the answer says who was first.',
  })
  acknowledgeAlert(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return alerts.acknowledge(scope, id);
  }

  @FieldResolver(() => Report)
  report(@Root() alert: Alert, @Ctx() scope: Scope) {
    return reportById(scope).load(alert.reportId);
  }
  @FieldResolver(() => Person, { description: 'Whom it calls.' })
  leader(@Root() { leaderId }: Alert, @Ctx() scope: Scope) {
    return personById(scope).load(leaderId);
  }
  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Who acknowledged it where it was not the leader in person: their secretary, or a stand-in.',
  })
  actedBy(@Root() { actedById, actedByName }: Alert) {
    return actedById ? { id: actedById, name: actedByName } : null;
  }
}

@Resolver(() => Report)
export class ReportAlertResolver {
  @FieldResolver(() => Alert, { nullable: true, description: 'That the viewer has to know of it.' })
  viewerAlert(@Root() report: Report, @Ctx() scope: Scope) {
    return (CALLED as readonly Role[]).includes(scope.rights.role) ? viewerAlertOf(scope).load(report.id) : null;
  }
}

@Resolver(() => Term)
export class TermAlertsResolver {
  @FieldResolver(() => [AlertedLeader], {
    description:
      'Whom an urgent report of this topic alerts, unless it is sealed: that, and so a topic that accuses, alerts the discipline desk alone.',
  })
  alertedLeaders(@Root() { kind, code, isAccusation }: Term, @Ctx() scope: Scope) {
    return kind === 'TOPIC' && !isAccusation ? leadersInChargeOf(scope).load(code) : [];
  }
}
