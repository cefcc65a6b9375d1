import { MATTER_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, type ClassType, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.entity.ts';
import { Censure } from '../censures/censure.entity.ts';
import { Order } from '../orders/order.entity.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { Revisit } from '../revisits/revisit.entity.ts';
import { Paper } from './paper.entity.ts';
import { paperById, papersOf } from './paper.loaders.ts';
import { PaperBlocksScalar } from './paper-draft.type.ts';

@Resolver(() => Paper)
export class PaperResolver {
  @Authorized(...MATTER_READERS)
  @Query(() => Paper, { nullable: true })
  paper(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return isUuid(id) ? paperById(scope).load(id) : null;
  }
  @FieldResolver(() => PaperBlocksScalar)
  async blocks(@Root() { id }: Paper, @Ctx() scope: Scope) {
    return (await paperById(scope).load(id))?.blocks ?? [];
  }
}
/** Of a matter its papers, the first first; an order and a censure have theirs once they are out. */
function papersResolver(matter: () => ClassType<{ id: string }>): new () => object {
  @Resolver(matter)
  class PapersResolver {
    @FieldResolver(() => [Paper])
    papers(@Root() { id }: { id: string }, @Ctx() scope: Scope) {
      return papersOf(scope).load(id);
    }
  }
  return PapersResolver;
}
export const CasePapersResolver = papersResolver(() => Case);
export const OrderPapersResolver = papersResolver(() => Order);
export const CensurePapersResolver = papersResolver(() => Censure);
/** Of a revisit, its sheet. */
@Resolver(() => Revisit)
export class RevisitPapersResolver {
  @FieldResolver(() => [Paper])
  async papers(@Root() { id, subjectId }: Revisit, @Ctx() scope: Scope) {
    return (await papersOf(scope).load(subjectId))?.filter(({ sourceId }) => sourceId === id) ?? [];
  }
}
