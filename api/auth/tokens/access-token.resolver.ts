import { TOKEN_OWNERS, type TokenScope } from '@lxq/schema/access-tokens.ts';
import { dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { postById } from '../../network/network.loaders.ts';
import { Post } from '../../network/posts/post.entity.ts';
import { DayScalar } from '../../platform/contract/graphql.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { AccessToken, CreatedToken, TokenScopeEnum } from './access-token.entity.ts';
import * as tokens from './access-token.service.ts';

@Resolver(() => AccessToken)
export class AccessTokenResolver {
  @Authorized(...TOKEN_OWNERS)
  @Query(() => [AccessToken], { description: 'The viewer’s own, of all their posts, the newest first.' })
  tokens(@Ctx() scope: Scope) {
    return tokens.list(scope);
  }

  @Authorized(...TOKEN_OWNERS)
  @Mutation(() => CreatedToken, {
    description: `For a program that reads in the viewer’s name, under the post they act under now. \`expiresOn\` is its last day, ${LIMITS.token.days} days from now where it is not given, at most ${LIMITS.token.mostDays}.`,
  })
  createToken(
    @Ctx() scope: Scope,
    @Arg('name', () => String) name: string,
    @Arg('scopes', () => [TokenScopeEnum]) scopes: TokenScope[],
    @Arg('expiresOn', () => DayScalar, { nullable: true }) expiresOn?: string | null,
  ) {
    return tokens.create(scope, { name, scopes, expiresOn });
  }

  @Authorized(...TOKEN_OWNERS)
  @Mutation(() => AccessToken, { description: 'Ends one of the viewer’s own at once.' })
  revokeToken(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return tokens.revoke(scope, id);
  }

  @FieldResolver(() => DayScalar, { description: 'Its last day.' })
  expiresOn(@Root() { expiresAt }: AccessToken) {
    return dayOf(new Date(+expiresAt - 1));
  }
  @FieldResolver(() => Post, { nullable: true, description: 'Under which it reads.' })
  post(@Root() { postId }: AccessToken, @Ctx() scope: Scope) {
    return postById(scope).load(postId);
  }
}
