import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../cases/case.entity.ts';
import { jsonScalar } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { Revisit } from '../revisits/revisit.entity.ts';
import { Paper } from './paper.entity.ts';
import { paperById, papersOf } from './paper.loaders.ts';

const PaperBlocksScalar = jsonScalar('PaperBlocks', 'The lines of a paper as schema/texts/paper.ts describes them.');
/** Whoever reads cases; row security says which. */
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
