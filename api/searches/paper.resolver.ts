import { PAPERS, type PaperKind, papersOf } from '@lxq/schema/searches/papers.ts';
import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { forbidden } from '../platform/contract/errors.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { search } from './paper.read.ts';
import { PaperHitConnection, PaperKindEnum } from './paper.type.ts';

@Resolver()
export class PaperResolver {
  @Authorized(...new Set(Object.values(PAPERS).flat()))
  @Query(() => PaperHitConnection, {
    description:
      'Issued issues, instructions and cases, by number (第28期, 2026年第3期, 2026-0290, 案2026-0012, a notice’s) or by all of the words; official papers by number. Newest first.',
  })
  searchPapers(
    @Ctx() scope: Scope,
    @Arg('kind', () => PaperKindEnum) kind: PaperKind,
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    if (!papersOf(scope.rights.role).includes(kind)) throw forbidden();
    return search(scope, { kind, text, first, after });
  }
}
