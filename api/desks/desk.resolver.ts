import { urgeAgainAt } from '@lxq/schema/desks/urging.ts';
import { AT_DESKS } from '@lxq/schema/roles.ts';
import { Authorized, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Assignment } from './assignment.entity.ts';
import type { Taken } from './assignment.read.ts';
import { colleagues } from './assignment.service.ts';
import { Urge } from './urge.entity.ts';

@ObjectType({ ...PLAIN, description: 'Who holds a post at the viewer’s own desk now.' })
export class Colleague {
  @Field(() => ID, { description: 'Of the post.' }) id!: string;
  @Field(() => String) personName!: string;
}

@Resolver(() => Assignment)
export class AssignmentResolver {
  @Authorized(...AT_DESKS)
  @Query(() => [Colleague], { description: 'To whom the viewer may assign.' })
  colleagues(@Ctx() scope: Scope) {
    return colleagues(scope);
  }

  @FieldResolver(() => ID, { description: 'The post.' })
  postId(@Root() { postId }: Taken) {
    return postId;
  }
  @FieldResolver(() => String)
  personName(@Root() { personName }: Taken) {
    return personName;
  }
  @FieldResolver(() => Boolean, { description: 'Their post has ended: somebody else has to take it over.' })
  isGone(@Root() { isGone }: Taken) {
    return isGone;
  }
  @FieldResolver(() => Boolean)
  isMine(@Root() { postId }: Taken, @Ctx() scope: Scope) {
    return postId === scope.rights.postId;
  }
}

@Resolver(() => Urge)
export class UrgeResolver {
  @FieldResolver(() => InstantScalar, { description: 'From when on the same may be urged again.' })
  async againAt(@Root() { urgedAt }: Urge, @Ctx() scope: Scope) {
    return urgeAgainAt(urgedAt, await calendarOf(scope));
  }
}
