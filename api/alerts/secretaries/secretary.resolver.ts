import { SECRETARIES } from '@lxq/schema/alerts/secretaries.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Person } from '../../network/posts/person.entity.ts';
import { Post } from '../../network/posts/post.entity.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { Secretary } from './secretary.entity.ts';
import { candidates, holding } from './secretary.read.ts';
import * as secretaries from './secretary.service.ts';

@Resolver(() => Secretary)
export class SecretaryResolver {
  @Authorized('LEADER', ...SECRETARIES)
  @Query(() => [Secretary], { description: 'Whom the viewer has named, and for whom they acknowledge alerts.' })
  secretaries(@Ctx() scope: Scope) {
    return holding(scope);
  }

  @Authorized('LEADER')
  @Query(() => [Post], { description: 'The county office’s posts by a part of their holder’s name, at most 20.' })
  secretaryCandidates(@Ctx() scope: Scope, @Arg('text', () => String, { defaultValue: '' }) text: string) {
    return candidates(scope, text);
  }

  @Authorized('LEADER')
  @Mutation(() => Secretary, {
    description: 'Lets the holder of a post of the county office acknowledge the leader’s alerts, and nothing more.',
  })
  nameSecretary(@Ctx() scope: Scope, @Arg('post', () => ID) post: string) {
    return secretaries.name(scope, post);
  }

  @Authorized('LEADER')
  @Mutation(() => Secretary, { description: 'At once.' })
  endSecretary(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return secretaries.end(scope, id);
  }

  @FieldResolver(() => Person)
  leader(@Root() { leaderId, leaderName }: Secretary) {
    return { id: leaderId, name: leaderName };
  }
  @FieldResolver(() => Person, { description: 'Who acknowledges for them.' })
  person(@Root() { personId, personName }: Secretary) {
    return { id: personId, name: personName };
  }
}
