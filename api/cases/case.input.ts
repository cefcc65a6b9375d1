import {
  assignmentProblems,
  caseProblems,
  decisionProblems,
  type Guarantees,
  planProblems,
  type ToldAssignment,
  type ToldCase,
  type ToldDecision,
  type ToldPlan,
} from '@lxq/schema/cases/case-draft.ts';
import { CASE_TRAYS, type CaseTray } from '@lxq/schema/cases/case-states.ts';
import type {
  CaseChannel,
  CaseOutcome,
  CasePurpose,
  CaseRoute,
  Linkage,
  NoticeForm,
} from '@lxq/schema/cases/case-words.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { checkClientId } from '../platform/contract/client-ids.ts';
import { DayScalar, enumOf } from '../platform/contract/graphql.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { CaseChannelEnum, CaseOutcomeEnum, CasePurposeEnum, CaseRouteEnum, NoticeFormEnum } from './case.entity.ts';
import { ASSIGNMENT_WORDS, CASE_DRAFT_WORDS, DECISION_WORDS, PLAN_WORDS } from './case.words.ts';
import { LinkageEnum } from './case-linkage.entity.ts';

export const CaseTrayEnum = enumOf('CaseTray', Object.keys(CASE_TRAYS) as CaseTray[]);
const trimmed = (texts: readonly string[]) => texts.map((text) => text.trim()).filter(Boolean);

@InputType()
export class CaseFilter {
  @Field(() => CaseTrayEnum, { nullable: true }) tray?: CaseTray | null;
  @Field(() => Boolean, { nullable: true, description: 'Open, and past their day.' }) overdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Open for more than half a year (R70).' }) longPending?:
    | boolean
    | null;
  @Field(() => Boolean, { nullable: true, description: 'Of a leader, those that they take.' }) mine?: boolean | null;
}

@InputType()
export class CaseDraft implements ToldCase {
  @Field(() => ID, { description: 'Made on the device: the second tap opens the same case, not another.' })
  clientId!: string;
  @Field(() => CaseChannelEnum) channel!: CaseChannel;
  @Field(() => ID, { nullable: true, description: 'The instruction that it is opened on.' }) instruction?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'The report that it is opened on; who wrote it is not copied.' })
  report?: string | null;
  @Field(() => CasePurposeEnum) purpose!: CasePurpose;
  @Field(() => String) title!: string;
  @Field(() => String) brief!: string;
  @Field(() => ID) topic!: string;
  @Field(() => ID) place!: string;
  @Field(() => DayScalar) receivedOn!: string;
  @Field(() => Boolean) isFirst!: boolean;
  @Field(() => [ID], { description: 'Units that it is about: they recuse themselves (Art. 28).' }) concerns!: string[];
}
export function checkedCase(draft: CaseDraft, now: Date): CaseDraft {
  checkClientId(draft.clientId);
  const told = {
    ...draft,
    title: draft.title.trim(),
    brief: draft.brief.trim(),
    concerns: [...new Set(draft.concerns)],
  };
  refuseFirst(caseProblems(told, now), CASE_DRAFT_WORDS);
  return told;
}

@InputType()
export class CaseDecision implements ToldDecision {
  @Field(() => CaseOutcomeEnum) outcome!: CaseOutcome;
  @Field(() => CaseRouteEnum, { nullable: true }) route!: CaseRoute | null;
  @Field(() => String, { description: 'Whom it is transferred to, or who goes that way.' }) to!: string;
  @Field(() => String) reason!: string;
  @Field(() => NoticeFormEnum) notice!: NoticeForm;
  @Field(() => Boolean, { description: 'Legal aid was offered with a negative answer (R162).' })
  isLegalAidOffered!: boolean;
}
export function checkedDecision(given: CaseDecision): CaseDecision {
  const decision = { ...given, to: given.to.trim(), reason: given.reason.trim() };
  refuseFirst(decisionProblems(decision), DECISION_WORDS);
  const isElsewhere = decision.outcome === 'TRANSFERRED' || decision.outcome === 'REDIRECTED';
  return {
    ...decision,
    to: isElsewhere ? decision.to : '',
    route: decision.outcome === 'REDIRECTED' ? decision.route : null,
  };
}

@InputType({ description: '五包 (R58): who answers for each.' })
export class CaseGuarantees implements Guarantees {
  @Field(() => String) receiving!: string;
  @Field(() => String) coordinating!: string;
  @Field(() => String) supervising!: string;
  @Field(() => String) carryingOut!: string;
  @Field(() => String, { description: '包稳定: explaining and reconciling.' }) reconciling!: string;
}

@InputType()
export class CaseAssignment implements ToldAssignment {
  @Field(() => ID) mainUnit!: string;
  @Field(() => [ID]) coUnits!: string[];
  @Field(() => [String]) outsiders!: string[];
  @Field(() => ID, { description: 'The post of the one leader who takes it.' }) sponsor!: string;
  @Field(() => [String]) coLeaders!: string[];
  @Field(() => String) sectionHead!: string;
  @Field(() => String) handler!: string;
  @Field(() => DayScalar) resolveBy!: string;
  @Field(() => Int) consolidation!: number;
  @Field(() => CaseGuarantees) guarantees!: CaseGuarantees;
  @Field(() => String, { description: 'Of the dispatch notice, in the committee’s own series (R53).' })
  noticeNo!: string;
}
export function checkedAssignment(given: CaseAssignment, now: Date): CaseAssignment {
  const guarantees = Object.fromEntries(
    Object.entries(given.guarantees).map(([of, name]) => [of, (name as string).trim()]),
  ) as Guarantees;
  const told = {
    ...{ ...given, guarantees, outsiders: trimmed(given.outsiders), coLeaders: trimmed(given.coLeaders) },
    ...{ sectionHead: given.sectionHead.trim(), handler: given.handler.trim(), noticeNo: given.noticeNo.trim() },
  };
  refuseFirst(assignmentProblems(told, now), ASSIGNMENT_WORDS);
  return told;
}

@InputType()
export class CaseLink {
  @Field(() => LinkageEnum) kind!: Linkage;
  @Field(() => String, { description: 'Its number there.' }) reference!: string;
  @Field(() => String, { description: 'What may be told of it.' }) mayTell!: string;
}

@InputType()
export class CasePlan implements ToldPlan {
  @Field(() => String) lead!: string;
  @Field(() => [String]) members!: string[];
  @Field(() => String) plan!: string;
}
export function checkedPlan({ lead, members, plan }: CasePlan): CasePlan {
  const told = { lead: lead.trim(), members: trimmed(members), plan: plan.trim() };
  refuseFirst(planProblems(told), PLAN_WORDS);
  return told;
}
