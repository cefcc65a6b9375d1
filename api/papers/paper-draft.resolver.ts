import { CASE_MACHINE, type CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import { CENSURE_MACHINE } from '@lxq/schema/censures/censure-states.ts';
import { ORDER_MACHINE } from '@lxq/schema/orders/order-states.ts';
import { REVISIT_MACHINE, type RevisitDeed } from '@lxq/schema/revisits/revisit-states.ts';
import { isDoneBy, startsFrom, type Transition, WORDS } from '@lxq/schema/transitions.ts';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.entity.ts';
import { CaseAssignment, CaseDecision } from '../cases/case.input.ts';
import { assigned, decidedBy, reassigned } from '../cases/case.service.ts';
import { Censure } from '../censures/censure.entity.ts';
import { Order } from '../orders/order.entity.ts';
import { checkReason } from '../platform/contract/reasons.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Revisit } from '../revisits/revisit.entity.ts';
import { checkedOutcome, RevisitOutcome } from '../revisits/revisit.input.ts';
import { decisionDraft, dispatchDraft, resultDrafts } from './drafts/of-case.ts';
import { censureDraft, orderDraft } from './drafts/of-guidance.ts';
import { revisitDraft } from './drafts/of-revisit.ts';
import { PaperDraft, shown } from './paper-draft.type.ts';

/* What a deed would issue, before it is done: of what is typed where the deed asks for it, by whoever does it, and else of what stands. Where the deed is not possible, nothing. */
const mayDo = <State extends string>(deed: Transition<State, never>, { state }: { state: State }, scope: Scope) =>
  startsFrom(deed, state) && isDoneBy(deed, scope.rights.role);
const SAYS = 'What the deed that comes next would issue; of a deed that asks for more, given that.';

@Resolver(() => Case)
export class CaseDraftsResolver {
  @FieldResolver(() => [PaperDraft], { description: SAYS })
  async paperDrafts(
    @Root() it: Case,
    @Ctx() scope: Scope,
    @Arg('decision', () => CaseDecision, { nullable: true }) decision: CaseDecision | null,
    @Arg('assignment', () => CaseAssignment, { nullable: true }) assignment: CaseAssignment | null,
  ) {
    const may = (deed: CaseDeed) => mayDo(CASE_MACHINE[deed], it, scope);
    const changed = (change: Partial<Case>) => ({ ...it, ...change }) as Case;
    if (decision) return shown(scope, may('decide') ? [decisionDraft(scope, changed(decidedBy(decision)))] : []);
    if (!assignment)
      return shown(scope, startsFrom(CASE_MACHINE.submitResult, it.state) ? await resultDrafts(scope, it) : []);
    if (!may('assign') && !may('reassign')) return [];
    const told = await (may('assign') ? assigned : reassigned)(scope, it, assignment);
    return shown(scope, [await dispatchDraft(scope, changed(told))]);
  }
}

@Resolver(() => Revisit)
export class RevisitDraftsResolver {
  @FieldResolver(() => [PaperDraft], { description: SAYS })
  async paperDrafts(
    @Root() revisit: Revisit,
    @Ctx() scope: Scope,
    @Arg('outcome', () => RevisitOutcome, { nullable: true }) outcome: RevisitOutcome | null,
    @Arg('reason', () => String, { nullable: true, description: 'Why an unreachable one counts.' })
    reason: string | null,
  ) {
    const may = (deed: RevisitDeed) => mayDo(REVISIT_MACHINE[deed], revisit, scope);
    const done = (change: Partial<Revisit>) =>
      revisitDraft(scope, { ...revisit, ...change, doneByName: scope.rights.personName } as Revisit);
    if (outcome && may('complete'))
      return shown(scope, [await done({ ...checkedOutcome(revisit.kind, outcome), state: 'COMPLETED' })]);
    if (reason != null && may('count'))
      return shown(scope, [await done({ reason: checkReason('reason', reason, WORDS), state: 'COUNTED' })]);
    return [];
  }
}

@Resolver(() => Order)
export class OrderDraftsResolver {
  @FieldResolver(() => [PaperDraft], { description: SAYS })
  async paperDrafts(@Root() order: Order, @Ctx() scope: Scope) {
    return shown(scope, startsFrom(ORDER_MACHINE.issue, order.state) ? [await orderDraft(scope, order)] : []);
  }
}

@Resolver(() => Censure)
export class CensureDraftsResolver {
  @FieldResolver(() => [PaperDraft], { description: SAYS })
  async paperDrafts(@Root() censure: Censure, @Ctx() scope: Scope) {
    const isAhead =
      startsFrom(CENSURE_MACHINE.approve, censure.state) || startsFrom(CENSURE_MACHINE.issue, censure.state);
    return shown(scope, isAhead ? [await censureDraft(scope, censure)] : []);
  }
}
