import { CAPACITIES, type Capacity, STOOD_IN_FOR } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DayScalar } from '../../platform/contract/graphql.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { PostInput, StandInInput } from '../network.input.ts';
import { Person } from './person.entity.ts';
import { CapacityEnum, Post } from './post.entity.ts';
import { candidates, colleagues, postsHeldBy, standInsOf } from './post.read.ts';
import * as posts from './post.service.ts';
import { StandIn } from './stand-in.entity.ts';
import * as standIns from './stand-in.service.ts';

/** Who acts for a unit: posts, what they are in it, and who stands in for them. Officers, the discipline desk and administrators come in by file alone. */
@Resolver(() => Post)
export class PostResolver {
  @Authorized('ADMIN')
  @Query(() => [Person], {
    description: 'Active persons of the network by a part of their name: who may be given a post. At most 20.',
  })
  candidates(@Ctx() scope: Scope, @Arg('text', () => String) text: string) {
    return candidates(scope, text);
  }

  @Authorized(...STOOD_IN_FOR)
  @Query(() => [Person], { description: 'Who holds a post at the viewer’s unit, and may stand in for them.' })
  colleagues(@Ctx() scope: Scope) {
    return colleagues(scope);
  }

  @Authorized('ADMIN')
  @Mutation(() => Post)
  addPost(@Ctx() scope: Scope, @Arg('post', () => PostInput) post: PostInput) {
    return posts.add(scope, post);
  }

  @Authorized('ADMIN')
  @Mutation(() => Post, { description: `One of ${CAPACITIES.join(', ')}, as far as the role may be it; or null.` })
  changeCapacity(
    @Ctx() scope: Scope,
    @Arg('post', () => ID) post: string,
    @Arg('version', () => Int) version: number,
    @Arg('capacity', () => CapacityEnum, { nullable: true }) capacity: Capacity | null,
  ) {
    return posts.changeCapacity(scope, post, version, capacity ?? null);
  }

  @Authorized('ADMIN')
  @Mutation(() => Post, { description: '`on` is its last day.' })
  endPost(
    @Ctx() scope: Scope,
    @Arg('post', () => ID) post: string,
    @Arg('version', () => Int) version: number,
    @Arg('on', () => DayScalar) on: string,
  ) {
    return posts.end(scope, post, version, on);
  }

  @Authorized('ADMIN', ...STOOD_IN_FOR)
  @Mutation(() => StandIn, { description: 'Of one’s own post, or by an administrator.' })
  nameStandIn(@Ctx() scope: Scope, @Arg('standIn', () => StandInInput) standIn: StandInInput) {
    return standIns.name(scope, standIn);
  }

  @Authorized('ADMIN', ...STOOD_IN_FOR)
  @Mutation(() => StandIn, { description: 'At once; sessions under the post end within seconds.' })
  endStandIn(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number) {
    return standIns.end(scope, id, version);
  }

  @FieldResolver(() => Person, { description: 'Who holds it.' })
  person(@Root() { personId, personName }: Post) {
    return { id: personId, name: personName };
  }
  @FieldResolver(() => [StandIn], { description: 'In force, and those to come.' })
  standIns(@Root() post: Post, @Ctx() scope: Scope) {
    return standInsOf(scope).load(post.id);
  }
}

@Resolver(() => StandIn)
export class StandInFieldsResolver {
  @FieldResolver(() => Person)
  person(@Root() { personId, personName }: StandIn) {
    return { id: personId, name: personName };
  }
}

@Resolver(() => Person)
export class PersonFieldsResolver {
  @Authorized('ADMIN')
  @FieldResolver(() => [Post], { description: 'In force: they tell namesakes apart.' })
  posts(@Root() person: Person, @Ctx() scope: Scope) {
    return postsHeldBy(scope).load(person.id);
  }
}
