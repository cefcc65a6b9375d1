import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { Scope } from '../../platform/scope/scope.ts';
import { countToSeal } from '../handling/report-seal.service.ts';
import { ReportFilter } from '../writing/report.input.ts';
import * as counts from './report-counts.read.ts';
import { ReportCounts, ReportPivot, StateCount, TrayCounts } from './report-counts.type.ts';
import { reportPivot } from './report-pivot.read.ts';

@Resolver()
export class ReportCountsResolver {
  @Authorized(...REPORT_READERS)
  @Query(() => TrayCounts)
  trayCounts(@Ctx() scope: Scope, @Arg('filter', () => ReportFilter, { nullable: true }) filter: ReportFilter | null) {
    return counts.trayCounts(scope, filter);
  }

  @Authorized(...REPORT_READERS)
  @Query(() => [StateCount], {
    description: "The viewer's reports by state, in the states' alphabet; no state without one.",
  })
  reportStateCounts(@Ctx() scope: Scope) {
    return counts.stateCounts(scope);
  }

  @Authorized(...REPORT_READERS)
  @Query(() => ReportCounts)
  reportCounts(
    @Ctx() scope: Scope,
    @Arg('filter', () => ReportFilter, { nullable: true }) filter: ReportFilter | null,
  ) {
    return counts.reportCounts(scope, filter);
  }

  @Authorized('COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'ANALYST')
  @Query(() => ReportPivot, {
    description: `Of the ${SERVER_LIMITS.pivot.months} months up to \`submittedTo\` (or now), or from \`submittedFrom\`; at most ${SERVER_LIMITS.pivot.most} months.`,
  })
  reportPivot(@Ctx() scope: Scope, @Arg('filter', () => ReportFilter, { nullable: true }) filter: ReportFilter | null) {
    return reportPivot(scope, filter);
  }

  @Authorized('ADMIN', 'COUNTY_CLERK')
  @Query(() => Int, {
    description:
      'Reports that nobody has judged, of a topic and those below it: sealed with it when it is made an accusation.',
  })
  countToSeal(@Ctx() scope: Scope, @Arg('topic', () => ID) topic: string) {
    return countToSeal(scope, topic);
  }
}
