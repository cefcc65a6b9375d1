import { FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Change } from '../platform/live/change.type.ts';

/** Of digests, what listeners get with a change. */
@Resolver(() => Change)
export class DigestChangeResolver {
  @FieldResolver(() => ID, { nullable: true })
  digestId(@Root() { about }: Change) {
    return about.DIGEST ?? null;
  }
  @FieldResolver(() => ID, { nullable: true })
  itemId(@Root() { about }: Change) {
    return about.ITEM ?? null;
  }
}
