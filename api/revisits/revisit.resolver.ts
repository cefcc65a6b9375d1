import { MATTER_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { deadlinesOf } from '../deadlines/deadline.loaders.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { connectionType } from '../platform/contract/graphql.ts';
import { asking, deedResolver } from '../platform/deeds/derive.ts';
import { one } from '../platform/lists/page.ts';
import { selectionOf } from '../platform/lists/selection.ts';
import { changeOf } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Revisit } from './revisit.entity.ts';
import { RevisitAttempt, RevisitFilter, RevisitOutcome } from './revisit.input.ts';
import { revisitListing } from './revisit.listing.ts';
import { revisitNoun } from './revisit.noun.ts';
import { counts, list } from './revisit.read.ts';
import * as revisits from './revisit.service.ts';
import { RevisitTrayCount, RevisitTry } from './revisit.type.ts';

const RevisitConnection = connectionType('Revisit', () => Revisit, { counted: true });
@Resolver(() => Revisit)
export class RevisitResolver {
  @Authorized(...MATTER_READERS)
  @Query(() => RevisitConnection, {
    description: 'What has waited longest first: the county’s all, a unit’s those that it makes.',
  })
  revisits(
    @Ctx() scope: Scope,
    @Arg('filter', () => RevisitFilter, { nullable: true }) filter: RevisitFilter | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return list(scope, { ...filter, first, after });
  }
  @Authorized(...MATTER_READERS)
  @Query(() => Revisit, { nullable: true })
  revisit(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return one(scope, revisitListing, selectionOf(info), id);
  }
  @Authorized(...MATTER_READERS)
  @Query(() => [RevisitTrayCount])
  revisitCounts(@Ctx() scope: Scope) {
    return counts(scope);
  }

  @FieldResolver(() => Unit, { description: 'The unit that revisits.' })
  unit(@Root() { unitCode }: Revisit, @Ctx() scope: Scope) {
    return unitByCode(scope).load(unitCode);
  }
  @FieldResolver(() => [RevisitTry])
  attempts(@Root() { attempts }: Revisit) {
    return attempts.map((each) => ({ ...each, at: new Date(each.at) }));
  }
  @FieldResolver(() => [Deadline])
  deadlines(@Root() { id }: Revisit, @Ctx() scope: Scope) {
    return deadlinesOf(scope).load(id);
  }
}

export const RevisitDeedResolver = deedResolver(revisitNoun, {
  ways: { count: revisits.count },
  more: {
    assign: asking('unit', () => ID, revisits.assign),
    attempt: asking('attempt', () => RevisitAttempt, revisits.attempt),
    complete: asking('outcome', () => RevisitOutcome, revisits.complete),
  },
  changes: {
    giveUp: ({ rights }) => ({ gaveUpById: rights.personId }),
    confirm: ({ rights }) => ({ confirmedById: rights.personId }),
  },
});
export const RevisitChangeResolver = changeOf('revisitId', 'REVISIT');
