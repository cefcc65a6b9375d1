import { dayOf, isProvisional, workDaysLeft } from '@lxq/schema/calendar.ts';
import { LEVEL_OF, MATTER_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { deadlinesOf } from '../deadlines/deadline.loaders.ts';
import { itemById } from '../digests/digest.loaders.ts';
import { DigestItem } from '../digests/items/digest-item.entity.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { Person } from '../network/posts/person.entity.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { connectionType } from '../platform/contract/graphql.ts';
import { asking, deedResolver } from '../platform/deeds/derive.ts';
import { one } from '../platform/lists/page.ts';
import { nodesOf, selectionOf } from '../platform/lists/selection.ts';
import { partsOf } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportById, stepsOf } from '../reports/lists/report.loaders.ts';
import { Report } from '../reports/report.entity.ts';
import { Step } from '../reports/report.type.ts';
import { ResultReport } from '../results/result.entity.ts';
import { ResultDraft } from '../results/result.input.ts';
import { resultsOf } from '../results/result.read.ts';
import { Revisit } from '../revisits/revisit.entity.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import { Instruction } from './instruction.entity.ts';
import { ActingUnits, InstructionDraft, InstructionFilter, InstructionRegistration } from './instruction.input.ts';
import { instructionListing } from './instruction.listing.ts';
import { childrenOf, instructionById } from './instruction.loaders.ts';
import { instructionNoun } from './instruction.noun.ts';
import { instructionNumber } from './instruction.number.ts';
import { counts, isAwaited, list } from './instruction.read.ts';
import * as instructions from './instruction.service.ts';
import { ActingUnit, InstructionCounts } from './instruction.type.ts';
import * as registering from './instruction-register.service.ts';
import * as resulting from './instruction-result.service.ts';

const InstructionConnection = connectionType('Instruction', () => Instruction, { counted: true });

@Resolver(() => Instruction)
export class InstructionResolver {
  @Authorized(...MATTER_READERS)
  @Query(() => InstructionConnection, {
    description: "Newest first: a leader's own, a unit's those that it acts on, the office's all.",
  })
  instructions(
    @Ctx() scope: Scope,
    @Arg('filter', () => InstructionFilter, { nullable: true }) filter: InstructionFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return list(scope, { ...filter, first, after }, nodesOf(info));
  }

  @Authorized(...MATTER_READERS)
  @Query(() => Instruction, { nullable: true })
  instruction(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return one(scope, instructionListing, selectionOf(info), id);
  }

  @Authorized(...MATTER_READERS)
  @Query(() => InstructionCounts, { description: 'Of the same instructions as the list has.' })
  instructionCounts(@Ctx() scope: Scope) {
    return counts(scope);
  }

  @Authorized('LEADER')
  @Mutation(() => Instruction)
  instruct(@Ctx() scope: Scope, @Arg('draft', () => InstructionDraft) draft: InstructionDraft) {
    return instructions.instruct(scope, draft);
  }

  @FieldResolver(() => String, { description: 'Number for people, such as 2026-0290.' })
  no(@Root() { instructedAt, serial }: Instruction) {
    return instructionNumber(instructedAt, serial);
  }
  @FieldResolver(() => Person)
  leader(@Root() { leaderId, leaderName }: Instruction) {
    return { id: leaderId, name: leaderName };
  }
  @FieldResolver(() => Unit)
  responsibleUnit(@Root() instruction: Instruction, @Ctx() scope: Scope) {
    return unitByCode(scope).load(instruction.responsibleUnitCode);
  }
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Work days left until dueOn; negative when overdue. Null once nothing is waited for: taken back or done with.',
  })
  async workDaysLeft(@Root() instruction: Instruction, @Ctx() scope: Scope) {
    return isAwaited(instruction) ? workDaysLeft(dayOf(scope.now), instruction.dueOn, await calendarOf(scope)) : null;
  }
  @FieldResolver(() => Boolean, {
    description: 'Whether work days until dueOn may still change: the holidays of its year are not published yet.',
  })
  async isDueProvisional(@Root() { dueOn }: Instruction, @Ctx() scope: Scope) {
    return isProvisional(dueOn, await calendarOf(scope));
  }
  @FieldResolver(() => Boolean)
  isOverdue(@Root() instruction: Instruction, @Ctx() scope: Scope) {
    return isAwaited(instruction) && instruction.dueOn < dayOf(scope.now);
  }
  @FieldResolver(() => [ActingUnit], {
    description: 'Who acts on it, the main unit first; a unit that acts sees itself alone.',
  })
  units(@Root() instruction: Instruction, @Ctx() scope: Scope) {
    return partsOf(scope).load(instruction.id);
  }
  @FieldResolver(() => [Unit], { description: 'Who is to act beside the main unit.' })
  async coUnits(@Root() { coUnitCodes }: Instruction, @Ctx() scope: Scope) {
    const units = await Promise.all(coUnitCodes.map((unit) => unitByCode(scope).load(unit)));
    return units.filter((unit) => unit !== null);
  }
  @FieldResolver(() => [ResultReport], { description: 'Its results, one a round.' })
  results(@Root() { id }: Instruction, @Ctx() scope: Scope) {
    return resultsOf(scope).load(id);
  }
  @FieldResolver(() => [Revisit], { description: 'By which its results were verified (R52).' })
  revisits(@Root() { id }: Instruction, @Ctx() scope: Scope) {
    return revisitsOf(scope).load(id);
  }
  @FieldResolver(() => Instruction, { nullable: true })
  parent(@Root() { parentId }: Instruction, @Ctx() scope: Scope) {
    return parentId ? instructionById(scope).load(parentId) : null;
  }
  @FieldResolver(() => [Instruction], { description: 'What its leader instructed on its result.' })
  children(@Root() { id }: Instruction, @Ctx() scope: Scope) {
    return childrenOf(scope).load(id);
  }
  @FieldResolver(() => [Deadline], { description: 'What is or was owed of it, as far as the viewer may know.' })
  deadlines(@Root() { id }: Instruction, @Ctx() scope: Scope) {
    return deadlinesOf(scope).load(id);
  }
  @FieldResolver(() => [Step])
  timeline(@Root() { id }: Instruction, @Ctx() scope: Scope) {
    return stepsOf(scope).load(id);
  }
  @FieldResolver(() => DigestItem, {
    nullable: true,
    description: 'Null for a unit that acts: issues are the county’s.',
  })
  item(@Root() { itemId }: Instruction, @Ctx() scope: Scope) {
    return itemId && LEVEL_OF[scope.rights.role] === 'COUNTY' ? itemById(scope).load(itemId) : null;
  }
  @FieldResolver(() => Report, { nullable: true })
  report(@Root() { reportId }: Instruction, @Ctx() scope: Scope) {
    return reportId ? reportById(scope).load(reportId) : null;
  }
}

export const InstructionDeedResolver = deedResolver(instructionNoun, {
  ways: {
    ...{ read: instructions.markRead, withdraw: instructions.withdraw },
    ...{ dispatch: registering.dispatch, recall: registering.recall },
    ...{ signFor: resulting.signFor, coSign: resulting.coSign },
    ...{ reportResult: resulting.reportResult, confirm: resulting.confirm, answer: resulting.answer },
  },
  more: {
    register: asking('registration', () => InstructionRegistration, registering.register),
    redispatch: asking('units', () => ActingUnits, registering.redispatch),
    draftResult: asking('result', () => ResultDraft, resulting.draftResult),
  },
  changes: {
    object: (_scope, { objections }) => ({ objections: objections + 1 }),
    returnResult: (_scope, { returns }) => ({ returns: returns + 1 }),
  },
});

@Resolver(() => ActingUnit)
export class ActingUnitResolver {
  @FieldResolver(() => Unit)
  unit(@Root() { unitCode }: ActingUnit, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
}
