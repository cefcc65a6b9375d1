import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { CASE_OPENERS } from '@lxq/schema/cases/case-states.ts';
import type { ReviewOutcome } from '@lxq/schema/cases/case-words.ts';
import { MATTER_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { checkCode } from '../network/places/place.code.ts';
import { connectionType } from '../platform/contract/graphql.ts';
import { asking, deedResolver } from '../platform/deeds/derive.ts';
import { nodesOf, selectionOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { ResultDraft, WrittenOpinionDraft } from '../results/result.input.ts';
import { Case, CaseGradeEnum, ReviewOutcomeEnum } from './case.entity.ts';
import { CaseAssignment, CaseDecision, CaseDraft, CaseFilter, CaseLink, CasePlan } from './case.input.ts';
import { sponsors } from './case.loaders.ts';
import { caseNoun } from './case.noun.ts';
import { counts, list, whole } from './case.read.ts';
import * as cases from './case.service.ts';
import { CaseCounts, CaseSponsor } from './case.type.ts';
import { openCase } from './case-open.service.ts';
import * as resulting from './case-result.service.ts';

const CaseConnection = connectionType('Case', () => Case, { counted: true });
const M = CASE_MACHINE;
const id = () => Arg('id', () => ID);
const version = () => Arg('version', () => Int);

@Resolver(() => Case)
export class CaseResolver {
  @Authorized(...MATTER_READERS)
  @Query(() => CaseConnection, { description: "Newest first: a unit's those that it takes part in, the county's all." })
  cases(
    @Ctx() scope: Scope,
    @Arg('filter', () => CaseFilter, { nullable: true }) filter: CaseFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return list(scope, { ...filter, first, after }, nodesOf(info));
  }
  @Authorized(...MATTER_READERS)
  @Query(() => Case, { nullable: true })
  case(@Ctx() scope: Scope, @id() caseId: string, @Info() info: GraphQLResolveInfo) {
    return whole(scope, caseId, selectionOf(info));
  }
  @Authorized(...MATTER_READERS)
  @Query(() => CaseCounts, { description: 'Of the same cases as the list has.' })
  caseCounts(@Ctx() scope: Scope) {
    return counts(scope);
  }
  @Authorized(...M.assign.by)
  @Query(() => [CaseSponsor], { description: 'Leaders who may take a case, whoever is in charge of its topic first.' })
  caseSponsors(
    @Ctx() scope: Scope,
    @Arg('topic', () => ID) topic: string,
    @Arg('unit', () => ID, { nullable: true }) unit: string | null,
  ) {
    return sponsors(scope, topic, unit ? checkCode(unit, 'unit') : null);
  }

  @Authorized(...CASE_OPENERS)
  @Mutation(() => Case)
  openCase(@Ctx() scope: Scope, @Arg('draft', () => CaseDraft) draft: CaseDraft) {
    return openCase(scope, draft);
  }
  @Authorized(...M.draftResult.by)
  @Mutation(() => Case, { description: M.draftResult.says })
  draftCaseResult(
    @Ctx() scope: Scope,
    @id() caseId: string,
    @version() seen: number,
    @Arg('result', () => ResultDraft) result: ResultDraft,
    @Arg('written', () => WrittenOpinionDraft, { nullable: true }) written: WrittenOpinionDraft | null,
  ) {
    return resulting.draftResult(scope, { id: caseId, version: seen }, { result, written });
  }
  @Authorized(...M.answerReview.by)
  @Mutation(() => Case)
  answerCaseReview(
    @Ctx() scope: Scope,
    @id() caseId: string,
    @version() seen: number,
    @Arg('outcome', () => ReviewOutcomeEnum) outcome: ReviewOutcome,
    @Arg('reason', () => String) reason: string,
  ) {
    return cases.answerReview(scope, 'answerReview', { id: caseId, version: seen }, { outcome, reason });
  }
  @Authorized(...M.answerFinalReview.by)
  @Mutation(() => Case, { description: M.answerFinalReview.says })
  answerCaseFinalReview(
    @Ctx() scope: Scope,
    @id() caseId: string,
    @version() seen: number,
    @Arg('outcome', () => ReviewOutcomeEnum) outcome: ReviewOutcome,
    @Arg('reason', () => String) reason: string,
  ) {
    return cases.answerReview(scope, 'answerFinalReview', { id: caseId, version: seen }, { outcome, reason });
  }
}

export const CaseDeedResolver = deedResolver(caseNoun, {
  ways: {
    ...{ recall: cases.recall, signFor: cases.signFor, coSign: cases.coSign },
    ...{ log: cases.log, rework: cases.rework, reopen: cases.reopen },
    ...{ submitResult: resulting.submitResult, sign: resulting.sign },
    ...{ close: resulting.close, answer: resulting.answer },
  },
  more: {
    decide: asking('decision', () => CaseDecision, cases.decide),
    settle: asking('unit', () => ID, cases.settle),
    file: asking('grade', () => CaseGradeEnum, cases.file),
    assign: asking('assignment', () => CaseAssignment, cases.assign),
    reassign: asking('assignment', () => CaseAssignment, cases.reassign),
    plan: asking('plan', () => CasePlan, cases.plan),
    link: asking('linkage', () => CaseLink, cases.link),
  },
  changes: {
    object: (_scope, { transfers }) => ({ transfers: transfers + 1 }),
    cannotTell: (_scope, _it, words) => ({ untoldReason: words }),
  },
});
