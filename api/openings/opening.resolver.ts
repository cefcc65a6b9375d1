import { NOUNS } from '@lxq/schema/nouns.ts';
import { OPENERS } from '@lxq/schema/openings/opening-states.ts';
import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { deedResolver } from '../platform/deeds/derive.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { IdentityOpening } from './opening.entity.ts';
import { openingNoun } from './opening.facts.ts';
import { list } from './opening.read.ts';
import * as openings from './opening.service.ts';
import { OpenedIdentity } from './opening.type.ts';

@Resolver(() => IdentityOpening)
export class OpeningResolver {
  @Authorized(...OPENERS)
  @Query(() => [IdentityOpening], { description: 'Newest first, at most 50.' })
  identityOpenings(@Ctx() scope: Scope, @Arg('liveOnly', () => Boolean, { defaultValue: false }) liveOnly: boolean) {
    return list(scope, liveOnly);
  }

  @Authorized(...OPENERS)
  @Mutation(() => IdentityOpening, { description: 'Asks who wrote a sealed report; two others of the desk decide.' })
  requestIdentity(
    @Ctx() scope: Scope,
    @Arg('report', () => ID) report: string,
    @Arg('about', () => ID, { description: 'The unit that the report complains of: who belongs to it is kept out.' })
    about: string,
    @Arg('reason', () => String) reason: string,
  ) {
    return openings.request(scope, { report, about, reason });
  }

  @Authorized(...OPENERS)
  @Mutation(() => OpenedIdentity, { description: 'A look at the name: each is a line in the audit.' })
  openIdentity(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return openings.open(scope, id);
  }
}

export const OpeningDeedResolver = deedResolver(openingNoun, {
  changes: openings.openingChanges,
  field: NOUNS.openings.field,
});
