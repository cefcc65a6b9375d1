import { OPENERS, OPENING_STATES, openingState } from '@lxq/schema/openings/opening-states.ts';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { personById, unitByCode } from '../network/network.loaders.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { enumOf } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportById, stepsOf } from '../reports/lists/report.loaders.ts';
import { Report } from '../reports/report.entity.ts';
import { Step } from '../reports/report.type.ts';
import { IdentityApproval, IdentityOpening } from './opening.entity.ts';
import { approvalsOf, openingsOf, requestUnmetOf } from './opening.facts.ts';

const OpeningStateEnum = enumOf('OpeningState', OPENING_STATES);
const nameOf = async (scope: Scope, id: string) => (await personById(scope).load(id))?.name ?? '';

@Resolver(() => IdentityOpening)
export class OpeningFieldsResolver {
  @FieldResolver(() => OpeningStateEnum)
  state(@Root() opening: IdentityOpening, @Ctx() scope: Scope) {
    return openingState(opening, scope.now);
  }
  @FieldResolver(() => Report)
  report(@Root() opening: IdentityOpening, @Ctx() scope: Scope) {
    return reportById(scope).load(opening.reportId);
  }
  @FieldResolver(() => Unit, { description: 'The unit that the report complains of.' })
  about(@Root() opening: IdentityOpening, @Ctx() scope: Scope) {
    return unitByCode(scope).load(opening.aboutUnitCode);
  }
  @FieldResolver(() => String)
  requesterName(@Root() opening: IdentityOpening, @Ctx() scope: Scope) {
    return nameOf(scope, opening.requesterId);
  }
  @FieldResolver(() => [IdentityApproval])
  async approvals(@Root() opening: IdentityOpening, @Ctx() scope: Scope) {
    return (await approvalsOf(scope).load(opening.id)) ?? [];
  }
  @FieldResolver(() => [Step])
  async timeline(@Root() opening: IdentityOpening, @Ctx() scope: Scope): Promise<Step[]> {
    return (await stepsOf(scope).load(opening.id)) ?? [];
  }
}

@Resolver(() => IdentityApproval)
export class ApprovalFieldsResolver {
  @FieldResolver(() => String)
  approverName(@Root() approval: IdentityApproval, @Ctx() scope: Scope) {
    return nameOf(scope, approval.approverId);
  }
}

@Resolver(() => Report)
export class ReportOpeningsResolver {
  @FieldResolver(() => [IdentityOpening], { description: 'Requests to see who wrote it, newest first.' })
  async identityOpenings(@Root() report: Report, @Ctx() scope: Scope) {
    const isTheirs = OPENERS.includes(scope.rights.role) && report.line === 'SEALED';
    return isTheirs ? ((await openingsOf(scope).load(report.id)) ?? []) : [];
  }
  @FieldResolver(() => Boolean)
  async viewerCanRequestIdentity(@Root() report: Report, @Ctx() scope: Scope) {
    return (await requestUnmetOf(scope, report)).length === 0;
  }
}
