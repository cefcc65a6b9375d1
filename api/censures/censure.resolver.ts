import { CENSURE_MACHINE, type CensureTray } from '@lxq/schema/censures/censure-states.ts';
import { MATTER_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { deadlinesOf } from '../deadlines/deadline.loaders.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { connectionType, trayCountType } from '../platform/contract/graphql.ts';
import { asking, deedResolver } from '../platform/deeds/derive.ts';
import { changeOf } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { stepsOf } from '../reports/lists/report.loaders.ts';
import { Step } from '../reports/report.type.ts';
import { Censure } from './censure.entity.ts';
import { CensureFilter, CensureText, CensureTrayEnum } from './censure.input.ts';
import { censureNoun } from './censure.noun.ts';
import { censureNumber } from './censure.number.ts';
import { censureById, counts, list } from './censure.read.ts';
import * as censures from './censure.service.ts';

const CensureTrayCount = trayCountType<CensureTray>('Censure', CensureTrayEnum);
const CensureConnection = connectionType('Censure', () => Censure, { counted: true });
const { revise } = CENSURE_MACHINE;
@Resolver(() => Censure)
export class CensureResolver {
  @Authorized(...MATTER_READERS)
  @Query(() => CensureConnection, { description: 'Newest first: the county’s all, a unit’s those that name it.' })
  censures(
    @Ctx() scope: Scope,
    @Arg('filter', () => CensureFilter, { nullable: true }) filter: CensureFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return list(scope, { ...filter, first, after });
  }
  @Authorized(...MATTER_READERS)
  @Query(() => Censure, { nullable: true })
  censure(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return isUuid(id) ? censureById(scope).load(id) : null;
  }
  @Authorized(...MATTER_READERS)
  @Query(() => [CensureTrayCount], { description: 'Of the same censures as the list has.' })
  censureCounts(@Ctx() scope: Scope) {
    return counts(scope);
  }

  @Authorized(...revise.by)
  @Mutation(() => Censure)
  draftCensure(
    @Ctx() scope: Scope,
    @Arg('clientId', () => ID) clientId: string,
    @Arg('censure', () => CensureText) censure: CensureText,
  ) {
    return censures.draft(scope, clientId, censure);
  }

  @FieldResolver(() => String, { description: 'Number for people, such as 通2026-0003.' })
  no(@Root() { draftedAt, serial }: Censure) {
    return censureNumber(draftedAt, serial);
  }
  @FieldResolver(() => Unit, { description: 'The unit that it names.' })
  unit(@Root() { unitCode }: Censure, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
  @FieldResolver(() => [Deadline])
  deadlines(@Root() { id }: Censure, @Ctx() scope: Scope) {
    return deadlinesOf(scope).load(id);
  }
  @FieldResolver(() => [Step])
  timeline(@Root() { id }: Censure, @Ctx() scope: Scope) {
    return stepsOf(scope).load(id);
  }
}

export const CensureDeedResolver = deedResolver(censureNoun, {
  more: { revise: asking('censure', () => CensureText, censures.revise) },
  ways: { approve: censures.approve, issue: censures.issue },
  changes: {
    appeal: ({ now }, _censure, appeal) => ({ appeal, appealedAt: now }),
    uphold: (_scope, _censure, decidedReason) => ({ decidedReason }),
    revoke: (_scope, _censure, decidedReason) => ({ decidedReason }),
    rectify: (_scope, _censure, plan) => ({ plan }),
    verify: (_scope, _censure, found) => ({ found }),
  },
});
export const CensureChangeResolver = changeOf('censureId', 'CENSURE');
