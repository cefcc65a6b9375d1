import {
  ACCOUNTABILITY_KEEPERS,
  type AccountabilityBasis,
  type AccountabilityKind,
} from '@lxq/schema/accountabilities/accountability-states.ts';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Case } from '../cases/case.entity.ts';
import { caseById } from '../cases/case.loaders.ts';
import { Censure } from '../censures/censure.entity.ts';
import { censureById } from '../censures/censure.read.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { DayScalar, PLAIN } from '../platform/contract/graphql.ts';
import { deedResolver } from '../platform/deeds/derive.ts';
import { changeOf } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Accountability, AccountabilityBasisEnum, AccountabilityKindEnum } from './accountability.entity.ts';
import { AccountabilityRecord } from './accountability.input.ts';
import { accountabilityNoun } from './accountability.noun.ts';
import { list } from './accountability.read.ts';
import { recordDecision } from './accountability.service.ts';
import { type AccountabilityCount, decided, type SupervisedUnit, supervised } from './supervision.read.ts';

@ObjectType({
  ...PLAIN,
  description: 'What a unit was told, and what was decided of its officials elsewhere; nobody in it is counted.',
})
export class SupervisionOfUnit implements SupervisedUnit {
  unitCode!: number;
  @Field(() => Int, { description: 'Guidance orders issued to it.' }) guidance!: number;
  @Field(() => Int, { description: 'Supervision orders issued to it.' }) supervision!: number;
  @Field(() => Int, { description: 'Of both, those that a team went to inspect.' }) inspected!: number;
  @Field(() => Int, { description: 'Censures issued that were not revoked.' }) censures!: number;
  @Field(() => Int, { description: 'Decisions on its officials by organs outside.' }) accountabilities!: number;
}
@ObjectType(PLAIN)
export class AccountabilityOfKind implements AccountabilityCount {
  @Field(() => AccountabilityKindEnum) kind!: AccountabilityKind;
  @Field(() => AccountabilityBasisEnum) basis!: AccountabilityBasis;
  @Field(() => Int) count!: number;
}

const READERS = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER'] as const;

@Resolver(() => Accountability)
export class AccountabilityResolver {
  @Authorized(...READERS)
  @Query(() => [Accountability], {
    description: 'Decided within these days, newest first: the county’s all, a township’s and a department’s its own.',
  })
  accountabilities(
    @Ctx() scope: Scope,
    @Arg('from', () => DayScalar) from: string,
    @Arg('to', () => DayScalar) to: string,
  ) {
    return list(scope, { from, to });
  }
  @Authorized(...READERS)
  @Query(() => [SupervisionOfUnit], {
    description: 'Within these days, by township, department or enterprise; at a township by its units.',
  })
  supervisionByUnit(
    @Ctx() scope: Scope,
    @Arg('from', () => DayScalar) from: string,
    @Arg('to', () => DayScalar) to: string,
  ) {
    return supervised(scope, { from, to });
  }
  @Authorized(...READERS)
  @Query(() => [AccountabilityOfKind], { description: 'Within these days, of the same as the list has.' })
  accountabilityByKind(
    @Ctx() scope: Scope,
    @Arg('from', () => DayScalar) from: string,
    @Arg('to', () => DayScalar) to: string,
  ) {
    return decided(scope, { from, to });
  }

  @Authorized(...ACCOUNTABILITY_KEEPERS)
  @Mutation(() => Accountability, {
    description: 'What an organ outside has decided is written down, of a unit and of no person (R71).',
  })
  recordAccountability(
    @Ctx() scope: Scope,
    @Arg('clientId', () => ID) clientId: string,
    @Arg('record', () => AccountabilityRecord) record: AccountabilityRecord,
  ) {
    return recordDecision(scope, clientId, record);
  }

  @FieldResolver(() => Unit)
  unit(@Root() { unitCode }: Accountability, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
  @FieldResolver(() => Case, { nullable: true, description: 'As far as the viewer may see it.' })
  case(@Root() { caseId }: Accountability, @Ctx() scope: Scope) {
    return caseId ? caseById(scope).load(caseId) : null;
  }
  @FieldResolver(() => Censure, { nullable: true, description: 'As far as the viewer may see it.' })
  censure(@Root() { censureId }: Accountability, @Ctx() scope: Scope) {
    return censureId ? censureById(scope).load(censureId) : null;
  }
}

export const AccountabilityDeedResolver = deedResolver(accountabilityNoun, {
  changes: { withdraw: (_scope, _row, withdrawnReason) => ({ withdrawnReason }) },
});

@Resolver(() => SupervisionOfUnit)
export class SupervisionOfUnitResolver {
  @FieldResolver(() => Unit)
  unit(@Root() { unitCode }: SupervisionOfUnit, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
}
export const AccountabilityChangeResolver = changeOf('accountabilityId', 'ACCOUNTABILITY');
