import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.entity.ts';
import { Censure } from '../censures/censure.entity.ts';
import { Order } from '../orders/order.entity.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { Revisit } from '../revisits/revisit.entity.ts';
import { Paper } from './paper.entity.ts';
import { paperById, papersOf } from './paper.loaders.ts';
import { PaperBlocksScalar } from './paper-draft.type.ts';

/** Whoever reads cases, orders or censures; row security says which. */
const READERS = [
  'COUNTY_CLERK',
  'COUNTY_DIRECTOR',
  'LEADER',
  'TOWNSHIP_CLERK',
  'TOWNSHIP_LEADER',
  'VILLAGE_HEAD',
] as const;

@Resolver(() => Paper)
export class PaperResolver {
  @Authorized(...READERS)
  @Query(() => Paper, { nullable: true })
  paper(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return isUuid(id) ? paperById(scope).load(id) : null;
  }
  @FieldResolver(() => PaperBlocksScalar)
  async blocks(@Root() { id }: Paper, @Ctx() scope: Scope) {
    return (await paperById(scope).load(id))?.blocks ?? [];
  }
}
/** Of a case, its papers, the first first. */
@Resolver(() => Case)
export class CasePapersResolver {
  @FieldResolver(() => [Paper])
  papers(@Root() { id }: Case, @Ctx() scope: Scope) {
    return papersOf(scope).load(id);
  }
}
/** Of a revisit, its sheet. */
@Resolver(() => Revisit)
export class RevisitPapersResolver {
  @FieldResolver(() => [Paper])
  async papers(@Root() { id, subjectId }: Revisit, @Ctx() scope: Scope) {
    return (await papersOf(scope).load(subjectId))?.filter(({ sourceId }) => sourceId === id) ?? [];
  }
}
/** Of an order its own, of a censure its own, once it is out. */
@Resolver(() => Order)
export class OrderPapersResolver {
  @FieldResolver(() => [Paper])
  papers(@Root() { id }: Order, @Ctx() scope: Scope) {
    return papersOf(scope).load(id);
  }
}
@Resolver(() => Censure)
export class CensurePapersResolver {
  @FieldResolver(() => [Paper])
  papers(@Root() { id }: Censure, @Ctx() scope: Scope) {
    return papersOf(scope).load(id);
  }
}
