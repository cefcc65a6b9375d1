import { AT_DESKS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Field, ID, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { PLAIN } from '../contract/graphql.ts';

@ObjectType({
  ...PLAIN,
  description: 'Colleagues of the own desk who have a thing open now. Kept nowhere, and of nobody else.',
})
export class Presence {
  @Field(() => [String], { description: 'Names, at most 3, whoever came first first.' }) names!: string[];
  @Field(() => Int, { description: 'How many there are in all.' }) count!: number;
}

@Resolver(() => Presence)
export class PresenceResolver {
  // Delivered by presences.ts, whenever somebody comes or leaves.
  @Authorized(...AT_DESKS)
  @Subscription(() => Presence, {
    topics: 'presence',
    description:
      'Says of a thing that it is open on the viewer’s screen, for as long as this runs, and who else of their desk has it open.',
  })
  presence(
    @Root() presence: Presence,
    @Arg('subject', () => String, { description: 'The noun’s word.' }) _subject: string,
    @Arg('id', () => ID) _id: string,
  ): Presence {
    return presence;
  }
}
