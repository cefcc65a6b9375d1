import type { ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { USERS } from '@lxq/schema/reports/report-uses.ts';
import { REPORT_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Extensions, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { notFound } from '../platform/contract/errors.ts';
import { deedResolver } from '../platform/deeds/derive.ts';
import { LISTED } from '../platform/lists/listing.ts';
import { isOnlyField, nodesOf, selectionOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { reportNoun } from './handling/report.noun.ts';
import * as reports from './handling/report.service.ts';
import { answer } from './handling/report-answer.service.ts';
import { each } from './handling/report-bulk.service.ts';
import { merge } from './handling/report-merge.service.ts';
import { unflagUrgent, unreturn, untriage } from './handling/report-undo.service.ts';
import * as urgent from './handling/report-urgent.service.ts';
import { setAside, unsetAside } from './handling/report-use.service.ts';
import { reportById } from './lists/report.loaders.ts';
import * as read from './lists/report.read.ts';
import { Report } from './report.entity.ts';
import { Receipt, ReportConnection, RowResult } from './report.type.ts';
import { REPORT_WORDS } from './report.words.ts';
import { ReportDraft, ReportFilter, ReportSortEnum, UrgentPlanInput } from './writing/report.input.ts';
import { submit } from './writing/report-submit.service.ts';

const { resubmit, triage, merge: merging, planUrgent: planning } = REPORT_MACHINE;

@Resolver(() => Report)
export class ReportResolver {
  @Authorized(...REPORT_READERS)
  @Query(() => ReportConnection)
  @Extensions(LISTED)
  reports(
    @Ctx() scope: Scope,
    @Arg('filter', () => ReportFilter, { nullable: true }) filter: ReportFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('sort', () => ReportSortEnum, {
      defaultValue: 'NEWEST',
      description: 'What is due first can be asked of what waits to be judged alone: the trays TODO and OVERDUE.',
    })
    sort: ReportSort,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read.list(scope, { filter, first, after, sort }, nodesOf(info));
  }

  @Authorized(...REPORT_READERS)
  @Query(() => Report)
  async report(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    if (!isUuid(id)) throw notFound(...REPORT_WORDS.report);
    const report = (await reportById(scope).load(id)) ?? (await reportById(scope.author).load(id));
    if (!report) throw notFound(...REPORT_WORDS.report);
    return report;
  }

  @Authorized(...REPORT_READERS)
  @Query(() => ReportConnection)
  @Extensions(LISTED)
  searchReports(
    @Ctx() scope: Scope,
    @Arg('text', () => String) text: string,
    @Arg('filter', () => ReportFilter, { nullable: true }) filter: ReportFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return read.search(scope, text, { filter, first, after }, nodesOf(info));
  }

  @Authorized(...resubmit.by)
  @Mutation(() => Receipt)
  submitReport(
    @Ctx() scope: Scope,
    @Arg('draft', () => ReportDraft) draft: ReportDraft,
    @Info() info: GraphQLResolveInfo,
  ) {
    return submit(scope, draft, isOnlyField(info) ? selectionOf(info) : null);
  }

  @Authorized(...resubmit.by)
  @Mutation(() => Report, { description: 'Sends a returned report again with its text mended.' })
  resubmitReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('draft', () => ReportDraft) draft: ReportDraft,
  ) {
    return reports.resubmit(scope, id, version, draft);
  }

  @Authorized(...triage.by)
  @Mutation(() => Report)
  triageReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('topic', () => ID, { nullable: true }) topic: string | null,
  ) {
    return reports.triage(scope, id, version, topic);
  }

  @Authorized(...triage.by)
  @Mutation(() => [RowResult])
  triageReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[]) {
    return each(scope, ids, (id) => reports.triage(scope, id, null));
  }

  @Authorized(...USERS)
  @Mutation(() => [RowResult], {
    description: 'The county does not use them: they are no candidates of the digest any more. Their handling goes on.',
  })
  setAsideReports(
    @Ctx() scope: Scope,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('reason', () => String) reason: string,
  ) {
    return each(scope, ids, (id) => setAside(scope, id, reason));
  }

  @Authorized(...USERS)
  @Mutation(() => [RowResult])
  unsetAsideReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[]) {
    return each(scope, ids, (id) => unsetAside(scope, id));
  }

  @Authorized(...merging.by)
  @Mutation(() => [RowResult])
  mergeReports(
    @Ctx() scope: Scope,
    @Arg('master', () => ID) master: string,
    @Arg('members', () => [ID]) members: string[],
  ) {
    return each(scope, members, (member) => merge(scope, master, member));
  }

  @Authorized(...planning.by)
  @Mutation(() => Report, {
    description: 'What is done, by whom and until when: ends the clock of an urgent report and judges it.',
  })
  planUrgent(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('plan', () => UrgentPlanInput) plan: UrgentPlanInput,
  ) {
    return urgent.planUrgent(scope, id, version, plan);
  }
}

/** What a machine's row says whole; the mutations above ask for more than words. */
export const ReportDeedResolver = deedResolver(reportNoun, {
  ways: {
    ...{ withdraw: reports.withdraw, tell: reports.tell, cannotTell: reports.cannotTell },
    ...{ reply: answer, flagUrgent: urgent.flagUrgent, lowerUrgent: urgent.lowerUrgent },
    ...{ untriage, unreturn, unflagUrgent },
  },
  changes: reports.reportChanges,
  many: { type: () => RowResult, each },
});
