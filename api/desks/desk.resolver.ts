import type { MarkerColour } from '@lxq/schema/desks/marker-draft.ts';
import { urgeAgainAt } from '@lxq/schema/desks/urging.ts';
import { AT_DESKS, CLERKS } from '@lxq/schema/roles.ts';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Assignment } from './assignment.entity.ts';
import type { Taken } from './assignment.read.ts';
import { colleagues } from './assignment.service.ts';
import { Marker, MarkerColourEnum } from './marker.entity.ts';
import * as markers from './marker.service.ts';
import { Urge } from './urge.entity.ts';

@ObjectType({ ...PLAIN, description: 'Who holds a post at the viewer’s own desk now.' })
export class DeskColleague {
  @Field(() => ID, { description: 'Of the post.' }) id!: string;
  @Field(() => String) personName!: string;
}

@Resolver(() => Assignment)
export class AssignmentResolver {
  @Authorized(...AT_DESKS)
  @Query(() => [DeskColleague], { description: 'To whom the viewer may assign.' })
  deskColleagues(@Ctx() scope: Scope) {
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

@Resolver(() => Marker)
export class MarkerResolver {
  @Authorized(...AT_DESKS)
  @Query(() => [Marker], { description: 'The words of the viewer’s own desk.' })
  markers(@Ctx() scope: Scope) {
    return markers.list(scope);
  }
  @Authorized(...CLERKS)
  @Mutation(() => Marker, { description: 'Of matters, places and topics; what may mean somebody is refused.' })
  addMarker(
    @Ctx() scope: Scope,
    @Arg('word', () => String) word: string,
    @Arg('colour', () => MarkerColourEnum) colour: MarkerColour,
  ) {
    return markers.add(scope, word, colour);
  }
  @Authorized(...CLERKS)
  @Mutation(() => ID, { description: 'It goes from whatever bears it, too.' })
  async removeMarker(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    await markers.remove(scope, id);
    return id;
  }
}

@Resolver(() => Urge)
export class UrgeResolver {
  @FieldResolver(() => InstantScalar, { description: 'From when on the same may be urged again.' })
  async againAt(@Root() { urgedAt }: Urge, @Ctx() scope: Scope) {
    return urgeAgainAt(urgedAt, await calendarOf(scope));
  }
}
