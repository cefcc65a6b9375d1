import { dayOf, isProvisional, workDaysLeft } from '@lxq/schema/calendar.ts';
import { townshipOf } from '@lxq/schema/places.ts';
import { useUnmet } from '@lxq/schema/reports/report-uses.ts';
import { selfOf } from '@lxq/schema/transitions.ts';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { placeByCode, postById, sourceByCode, topicByCode, unitByCode } from '../network/network.loaders.ts';
import { Place } from '../network/places/place.entity.ts';
import { Term } from '../network/terms/term.entity.ts';
import { Unit } from '../network/units/unit.entity.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { EXCERPT, excerptOf, isOverdue, isToDo, reporterOf, shownStep } from './lists/report.fields.ts';
import * as loaders from './lists/report.loaders.ts';
import { numberOf } from './lists/report.number.ts';
import { Report } from './report.entity.ts';
import { AlertedLeader, Duplicate, Reporter, Step, UrgentPlan } from './report.type.ts';

/** Due is the end of a day: the last instant that still belongs to it names the day. */
const lastDayOf = ({ dueAt }: Report) => dayOf(new Date(+dueAt - 1));

/** What a report shows beside its own columns; each loads for the whole list in one statement. */
@Resolver(() => Report)
export class ReportFieldsResolver {
  @FieldResolver(() => String, { description: 'Number for people, such as 2026-001234.' })
  no(@Root() report: Report) {
    return numberOf(report);
  }
  @FieldResolver(() => String, { description: `The first ${EXCERPT} characters, for lists.` })
  excerpt(@Root() report: Report) {
    return excerptOf(report);
  }
  @FieldResolver(() => Term)
  topic(@Root() report: Report, @Ctx() scope: Scope) {
    return topicByCode(scope).load(report.topicCode);
  }
  @FieldResolver(() => Term, { nullable: true })
  source(@Root() report: Report, @Ctx() scope: Scope) {
    return report.sourceCode ? sourceByCode(scope).load(report.sourceCode) : null;
  }
  @FieldResolver(() => Place)
  place(@Root() report: Report, @Ctx() scope: Scope) {
    return placeByCode(scope).load(report.placeCode);
  }
  @FieldResolver(() => Unit)
  unit(@Root() report: Report, @Ctx() scope: Scope) {
    return unitByCode(scope).load(report.unitCode);
  }
  @FieldResolver(() => Unit, { description: "The station, department or office that the author's unit belongs to." })
  township(@Root() report: Report, @Ctx() scope: Scope) {
    return unitByCode(scope).load(townshipOf(report.unitCode));
  }
  @FieldResolver(() => Boolean)
  isOverdue(@Root() report: Report, @Ctx() scope: Scope) {
    return isOverdue(report, scope);
  }
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Work days left until dueAt; negative when overdue. Null once handled.',
  })
  workDaysLeft(@Root() report: Report, @Ctx() scope: Scope) {
    if (!isToDo(report)) return null;
    return calendarOf(scope).then((calendar) => workDaysLeft(dayOf(scope.now), lastDayOf(report), calendar));
  }
  @FieldResolver(() => Boolean, {
    description: 'Whether dueAt may still move: the holidays of its year are not published yet.',
  })
  async isDueProvisional(@Root() report: Report, @Ctx() scope: Scope) {
    return isProvisional(lastDayOf(report), await calendarOf(scope));
  }
  @FieldResolver(() => Reporter)
  async reporter(@Root() report: Report, @Ctx() scope: Scope): Promise<Reporter> {
    const own = report.authorId === selfOf(scope.rights);
    const found = [
      postById(own ? scope.author : scope).load(report.postId),
      unitByCode(scope).load(report.unitCode),
    ] as const;
    const [post, unit] = await Promise.all(found);
    return reporterOf(report, scope, post, unit);
  }
  @FieldResolver(() => Report, { nullable: true, description: 'The report this one was merged into.' })
  master(@Root() report: Report, @Ctx() scope: Scope) {
    return report.masterId ? loaders.reportById(scope).load(report.masterId) : null;
  }
  @FieldResolver(() => [Report], { description: 'Reports merged into this one.' })
  members(@Root() report: Report, @Ctx() scope: Scope) {
    return loaders.membersOf(scope).load(report.id);
  }
  @FieldResolver(() => Int)
  async memberCount(@Root() report: Report, @Ctx() scope: Scope) {
    return (await loaders.membersOf(scope).load(report.id))?.length ?? 0;
  }
  @FieldResolver(() => [Step])
  async timeline(@Root() report: Report, @Ctx() scope: Scope): Promise<Step[]> {
    const own = report.authorId === selfOf(scope.rights);
    const steps = (await loaders.stepsOf(own ? scope.author : scope).load(report.id)) ?? [];
    return steps.map((step) => shownStep(step, report, scope));
  }
  @FieldResolver(() => [Duplicate], {
    description: 'Open reports that look like the same matter, likeliest first, at most 8.',
  })
  likelyDuplicates(@Root() report: Report, @Ctx() scope: Scope) {
    scope.spend(loaders.MOST_COMPARED);
    return loaders.duplicatesOf(scope).load(report);
  }
  @FieldResolver(() => UrgentPlan, { nullable: true })
  async urgentPlan(@Root() report: Report, @Ctx() scope: Scope) {
    if (!report.plannedAt || !report.planUnitCode) return null;
    const unit = await unitByCode(scope).load(report.planUnitCode);
    const { planText: text, planDueAt: dueAt, plannedAt, noticeTo, noticeAt } = report;
    return { text, unit, dueAt, plannedAt, noticeTo, noticeAt };
  }
  @FieldResolver(() => [AlertedLeader], { description: 'Whom flagging it urgent alerts.' })
  alertedLeaders(@Root() report: Report, @Ctx() scope: Scope) {
    return report.line === 'SEALED'
      ? loaders.disciplineClerks(scope).load(scope.county)
      : loaders.leadersInChargeOf(scope).load(report.topicCode);
  }
  @FieldResolver(() => Boolean)
  viewerCanSetAside(@Root() report: Report, @Ctx() scope: Scope) {
    return useUnmet('setAside', report, scope.rights.role).length === 0;
  }
  @FieldResolver(() => Boolean)
  viewerCanUnsetAside(@Root() report: Report, @Ctx() scope: Scope) {
    return useUnmet('unsetAside', report, scope.rights.role).length === 0;
  }
}
