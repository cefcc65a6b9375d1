import { dayOf } from '@lxq/schema/calendar.ts';
import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { type CaseFacts, OPEN_CASES } from '@lxq/schema/cases/case-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { deadlinesOf } from '../deadlines/deadline.loaders.ts';
import { Instruction } from '../instructions/instruction.entity.ts';
import { instructionById } from '../instructions/instruction.loaders.ts';
import { ActingUnit } from '../instructions/instruction.type.ts';
import { placeByCode, topicByCode, unitByCode } from '../network/network.loaders.ts';
import { Place } from '../network/places/place.entity.ts';
import { Term } from '../network/terms/term.entity.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { standsBeside } from '../platform/lists/listing.ts';
import { changeOf } from '../platform/live/change.type.ts';
import { partsOf } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportById, stepsOf } from '../reports/lists/report.loaders.ts';
import { Report } from '../reports/report.entity.ts';
import { Step } from '../reports/report.type.ts';
import { ResultReport } from '../results/result.entity.ts';
import { resultsOf, signaturesOf } from '../results/result.read.ts';
import { Signature } from '../results/signature.entity.ts';
import { Revisit } from '../revisits/revisit.entity.ts';
import { revisitListing } from '../revisits/revisit.listing.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import { Case } from './case.entity.ts';
import { caseListing } from './case.listing.ts';
import { caseById, casesOfInstruction, casesOfReport, linkagesOf } from './case.loaders.ts';
import { caseNoun } from './case.noun.ts';
import { caseNumber } from './case.number.ts';
import { CaseOwners, CaseSponsor } from './case.type.ts';
import { CaseLinkage } from './case-linkage.entity.ts';

standsBeside(revisitListing, 'case', {
  listing: caseListing,
  on: `o.id = case r.subject when 'CASE' then r.subject_id end`,
  oneByOne: true,
});

const unitsBy = async (scope: Scope, codes: readonly number[]) =>
  (await Promise.all(codes.map((unit) => unitByCode(scope).load(unit)))).filter((unit) => unit !== null);
const unitBy = (scope: Scope, unit: number | null | undefined) => (unit ? unitByCode(scope).load(unit) : null);

@Resolver(() => Case)
export class CaseFieldsResolver {
  @FieldResolver(() => String, { description: 'Number for people, such as 案2026-0012.' })
  no(@Root() it: Case) {
    return caseNumber(it.openedAt, it.serial);
  }
  @FieldResolver(() => Boolean)
  isOverdue(@Root() { state, dueOn }: Case, @Ctx() scope: Scope) {
    return OPEN_CASES.includes(state) && Boolean(dueOn) && (dueOn as string) < dayOf(scope.now);
  }
  @FieldResolver(() => Term)
  topic(@Root() { topicCode }: Case, @Ctx() scope: Scope) {
    return topicByCode(scope).load(topicCode);
  }
  @FieldResolver(() => Place)
  place(@Root() { placeCode }: Case, @Ctx() scope: Scope) {
    return placeByCode(scope).load(placeCode);
  }
  @FieldResolver(() => Unit, { description: 'Who received it sees it through (R60).' })
  receiverUnit(@Root() { receiverUnitCode }: Case, @Ctx() scope: Scope) {
    return unitByCode(scope).load(receiverUnitCode);
  }
  @FieldResolver(() => Unit, { nullable: true })
  responsibleUnit(@Root() { responsibleUnitCode }: Case, @Ctx() scope: Scope) {
    return unitBy(scope, responsibleUnitCode);
  }
  @FieldResolver(() => Unit, { nullable: true })
  sponsorUnit(@Root() { sponsorUnitCode }: Case, @Ctx() scope: Scope) {
    return unitBy(scope, sponsorUnitCode);
  }
  @FieldResolver(() => [Unit], { description: 'Who is to act beside the main unit.' })
  coUnits(@Root() { coUnitCodes }: Case, @Ctx() scope: Scope) {
    return unitsBy(scope, coUnitCodes);
  }
  @FieldResolver(() => [Unit], { description: 'Units that it is about, which recuse themselves.' })
  concerns(@Root() { concernsUnitCodes }: Case, @Ctx() scope: Scope) {
    return unitsBy(scope, concernsUnitCodes);
  }
  @FieldResolver(() => CaseOwners, { nullable: true })
  guarantees(@Root() { guarantees }: Case) {
    return guarantees ?? null;
  }
  @FieldResolver(() => [ActingUnit], { description: 'Who takes part, the main unit first; a unit sees itself alone.' })
  units(@Root() { id }: Case, @Ctx() scope: Scope) {
    return partsOf(scope).load(id);
  }
  @FieldResolver(() => [ResultReport], { description: 'Its results, one a round.' })
  results(@Root() { id }: Case, @Ctx() scope: Scope) {
    return resultsOf(scope).load(id);
  }
  @FieldResolver(() => [Signature], {
    description: 'Who has signed its closing, in all rounds; only one for the result as it stands counts.',
  })
  signatures(@Root() { id }: Case, @Ctx() scope: Scope) {
    return signaturesOf(scope).load(id);
  }
  @FieldResolver(() => [Revisit])
  revisits(@Root() { id }: Case, @Ctx() scope: Scope) {
    return revisitsOf(scope).load(id);
  }
  @FieldResolver(() => [Deadline], { description: 'What is or was owed of it, as far as the viewer may know.' })
  deadlines(@Root() { id }: Case, @Ctx() scope: Scope) {
    return deadlinesOf(scope).load(id);
  }
  @FieldResolver(() => [Step])
  timeline(@Root() { id }: Case, @Ctx() scope: Scope) {
    return stepsOf(scope).load(id);
  }
  @FieldResolver(() => [String], {
    description:
      'What a closing still lacks (R56), by the names of the guards: opinion, revisitSheet, signedRESPONSIBLE, signedPRINCIPAL.',
  })
  async closingUnmet(@Root() it: Case, @Ctx() scope: Scope) {
    const facts: CaseFacts = await caseNoun.facts(scope, 'close', { ...it, state: 'PRE_CLOSE_VISITED' });
    const guards = CASE_MACHINE.close.guards.slice(1);
    return guards.flatMap((guard) => guard(facts, scope.rights)?.guard ?? []);
  }
  @FieldResolver(() => [CaseLinkage], { description: 'Other offices that have the same matter; the county’s to read.' })
  linkages(@Root() { id }: Case, @Ctx() scope: Scope) {
    return LEVEL_OF[scope.rights.role] === 'COUNTY' ? linkagesOf(scope).load(id) : [];
  }
  @FieldResolver(() => Instruction, { nullable: true })
  instruction(@Root() { instructionId }: Case, @Ctx() scope: Scope) {
    return instructionId ? instructionById(scope).load(instructionId) : null;
  }
  @FieldResolver(() => Report, {
    nullable: true,
    description: 'Null below the county: who reported it is not the units’ to know.',
  })
  report(@Root() { reportId }: Case, @Ctx() scope: Scope) {
    return reportId && LEVEL_OF[scope.rights.role] === 'COUNTY' ? reportById(scope).load(reportId) : null;
  }
}

@Resolver(() => CaseSponsor)
export class CaseSponsorResolver {
  @FieldResolver(() => Unit)
  unit(@Root() { unitCode }: CaseSponsor, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
}
/** Of an instruction, the cases that it is handled by. */
@Resolver(() => Instruction)
export class InstructionCasesResolver {
  @FieldResolver(() => [Case])
  cases(@Root() { id }: Instruction, @Ctx() scope: Scope) {
    return casesOfInstruction(scope).load(id);
  }
}
/** Of a report, the cases that were opened on it, as far as the viewer takes part. */
@Resolver(() => Report)
export class ReportCasesResolver {
  @FieldResolver(() => [Case])
  cases(@Root() { id }: Report, @Ctx() scope: Scope) {
    return casesOfReport(scope).load(id);
  }
}
/** Of a revisit, the case that it is of. */
@Resolver(() => Revisit)
export class RevisitCaseResolver {
  @FieldResolver(() => Case, { nullable: true })
  case(@Root() { subject, subjectId }: Revisit, @Ctx() scope: Scope) {
    return subject === 'CASE' ? caseById(scope).load(subjectId) : null;
  }
}
export const CaseChangeResolver = changeOf('caseId', 'CASE');
