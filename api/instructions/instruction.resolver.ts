import { dayOf, isProvisional, workDaysLeft } from '@lxq/schema/calendar.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { itemById } from '../digests/digest.loaders.ts';
import { DigestItem } from '../digests/items/digest-item.entity.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { Person } from '../network/posts/person.entity.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { connectionType } from '../platform/contract/graphql.ts';
import { deedResolver } from '../platform/deeds/derive.ts';
import { nodesOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import { Report } from '../reports/report.entity.ts';
import { Instruction } from './instruction.entity.ts';
import { InstructionDraft } from './instruction.input.ts';
import { isAwaited, list } from './instruction.read.ts';
import * as instructions from './instruction.service.ts';

const InstructionConnection = connectionType('Instruction', () => Instruction, { counted: true });

@Resolver(() => Instruction)
export class InstructionResolver {
  @Authorized('COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER')
  @Query(() => InstructionConnection)
  instructions(
    @Ctx() scope: Scope,
    @Arg('mine', () => Boolean, { nullable: true }) mine: boolean | null,
    @Arg('overdue', () => Boolean, { nullable: true }) overdue: boolean | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return list(scope, { mine, overdue, first, after }, nodesOf(info));
  }

  @Authorized('LEADER')
  @Mutation(() => Instruction)
  instruct(@Ctx() scope: Scope, @Arg('draft', () => InstructionDraft) draft: InstructionDraft) {
    return instructions.instruct(scope, draft);
  }

  @FieldResolver(() => String, { description: 'Number for people, such as 2026-0290.' })
  no(@Root() { instructedAt, serial }: Instruction) {
    return `${dayOf(instructedAt).slice(0, 4)}-${String(serial).padStart(4, '0')}`;
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
      'Work days left until dueOn; negative when overdue. Null once nothing is waited for: taken back, done with, or read by the office and not registered, for nothing then tells how it goes on.',
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
  @FieldResolver(() => DigestItem, { nullable: true })
  item(@Root() { itemId }: Instruction, @Ctx() scope: Scope) {
    return itemId ? itemById(scope).load(itemId) : null;
  }
  @FieldResolver(() => Report, { nullable: true })
  report(@Root() { reportId }: Instruction, @Ctx() scope: Scope) {
    return reportId ? reportById(scope).load(reportId) : null;
  }
}

export const InstructionDeedResolver = deedResolver(instructions.instructionNoun, {
  ways: { read: instructions.markRead },
});
