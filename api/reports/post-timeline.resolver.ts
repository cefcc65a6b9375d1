import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Post } from '../network/posts/post.entity.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { stepsOf } from './lists/report.loaders.ts';
import { Step } from './report.type.ts';

/** The network does not know histories as they are shown; whoever does says it for a post. */
@Resolver(() => Post)
export class PostTimelineResolver {
  @FieldResolver(() => [Step], { description: 'Who appointed, changed and ended it, and who was to stand in.' })
  timeline(@Root() post: Post, @Ctx() scope: Scope) {
    return stepsOf(scope).load(post.id);
  }
}
