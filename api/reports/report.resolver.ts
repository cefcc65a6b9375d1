import { USERS } from '@lxq/schema/reports/report-uses.ts';
import { REPORT_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, Extensions, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { notFound } from '../platform/contract/errors.ts';
import { LISTED } from '../platform/lists/listing.ts';
import { isOnlyField, nodesOf, selectionOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import * as reports from './handling/report.service.ts';
import { each } from './handling/report-bulk.service.ts';
import { merge, unmerge } from './handling/report-merge.service.ts';
import { unflagUrgent, unreturn, untriage } from './handling/report-undo.service.ts';
import * as urgent from './handling/report-urgent.service.ts';
import { setAside, unsetAside } from './handling/report-use.service.ts';
import { reportById } from './lists/report.loaders.ts';
import * as read from './lists/report.read.ts';
import { Report } from './report.entity.ts';
import { Receipt, ReportConnection, RowResult } from './report.type.ts';
import { REPORT_WORDS } from './report.words.ts';
import { ReportDraft, ReportFilter, UrgentPlanInput } from './writing/report.input.ts';
import { submit } from './writing/report-submit.service.ts';

const AUTHORS = ['OFFICER', 'VILLAGE_HEAD', 'TOWNSHIP_CLERK'] as const;
const CLERKS = ['TOWNSHIP_CLERK', 'COUNTY_CLERK', 'DISCIPLINE_CLERK'] as const;
const DESKS = ['TOWNSHIP_CLERK', 'COUNTY_CLERK'] as const;
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
    @Info() info: GraphQLResolveInfo,
  ) {
    return read.list(scope, filter, first, after, nodesOf(info));
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
    return read.search(scope, text, filter, first, after, nodesOf(info));
  }

  @Authorized(...AUTHORS)
  @Mutation(() => Receipt)
  submitReport(
    @Ctx() scope: Scope,
    @Arg('draft', () => ReportDraft) draft: ReportDraft,
    @Info() info: GraphQLResolveInfo,
  ) {
    return submit(scope, draft, isOnlyField(info) ? selectionOf(info) : null);
  }

  @Authorized(...AUTHORS)
  @Mutation(() => Report, { description: 'Sends a returned report again with its text mended.' })
  resubmitReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('draft', () => ReportDraft) draft: ReportDraft,
  ) {
    return reports.resubmit(scope, id, version, draft);
  }

  @Authorized(...AUTHORS)
  @Mutation(() => Report)
  withdrawReport(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number) {
    return reports.withdraw(scope, id, version);
  }

  @Authorized(...CLERKS)
  @Mutation(() => Report)
  returnReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ) {
    return reports.giveBack(scope, id, version, reason);
  }

  @Authorized(...CLERKS)
  @Mutation(() => [RowResult])
  returnReports(
    @Ctx() scope: Scope,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('reason', () => String) reason: string,
  ) {
    return each(scope, ids, (id) => reports.giveBack(scope, id, null, reason));
  }

  @Authorized(...CLERKS)
  @Mutation(() => Report)
  triageReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('topic', () => ID, { nullable: true }) topic: string | null,
  ) {
    return reports.triage(scope, id, version, topic);
  }

  @Authorized(...CLERKS)
  @Mutation(() => [RowResult])
  triageReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[]) {
    return each(scope, ids, (id) => reports.triage(scope, id, null));
  }

  @Authorized(...CLERKS)
  @Mutation(() => [RowResult], { description: 'Takes back an acceptance of the own, while nothing has come of it.' })
  untriageReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[]) {
    return each(scope, ids, (id) => untriage(scope, id));
  }

  @Authorized(...CLERKS)
  @Mutation(() => [RowResult], { description: 'Takes back a return of the own, while its author has not answered.' })
  unreturnReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[]) {
    return each(scope, ids, (id) => unreturn(scope, id));
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

  @Authorized(...DESKS)
  @Mutation(() => [RowResult])
  mergeReports(
    @Ctx() scope: Scope,
    @Arg('master', () => ID) master: string,
    @Arg('members', () => [ID]) members: string[],
  ) {
    return each(scope, members, (member) => merge(scope, master, member));
  }

  @Authorized(...DESKS)
  @Mutation(() => Report)
  unmergeReport(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return unmerge(scope, id);
  }

  @Authorized(...CLERKS)
  @Mutation(() => Report)
  flagUrgent(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number) {
    return urgent.flagUrgent(scope, id, version);
  }

  @Authorized(...CLERKS)
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

  @Authorized(...CLERKS)
  @Mutation(() => Report, {
    description: 'It is less urgent than was said: the clock stops, and whoever was called hears so.',
  })
  lowerUrgent(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ) {
    return urgent.lowerUrgent(scope, id, version, reason);
  }

  @Authorized(...CLERKS)
  @Mutation(() => Report, { description: 'Takes it back, and tells the leaders who were alerted.' })
  unflagUrgent(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return unflagUrgent(scope, id);
  }

  @Authorized(...CLERKS)
  @Mutation(() => Report)
  replyReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('answer', () => String) answer: string,
  ) {
    return reports.reply(scope, id, version, answer);
  }

  @Authorized(...CLERKS)
  @Mutation(() => Report)
  archiveReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('reason', () => String) reason: string,
  ) {
    return reports.archive(scope, id, version, reason);
  }
}
