import { CHANGE_KINDS, type ChangeKind } from '@lxq/schema/change-kinds.ts';
import { Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { CursorScalar, enumOf, InstantScalar, PLAIN } from '../contract/graphql.ts';

export const ChangeKindEnum = enumOf('ChangeKind', [...CHANGE_KINDS, 'RESYNC']);

/** One event as a listener gets it. */
@ObjectType(PLAIN)
export class Change {
  @Field(() => CursorScalar) cursor!: string;
  @Field(() => ChangeKindEnum, {
    description: 'RESYNC: history has gone; fetch the screen anew and go on from this cursor.',
  })
  kind!: ChangeKind | 'RESYNC';
  @Field(() => InstantScalar) at!: Date;
  /** By nouns' words; each noun shows its own by a field resolver. */
  about!: Readonly<Record<string, string>>;
}

/** Of a change, the thing of a noun that it concerns: `orderId` of ORDER. */
export function changeOf(field: string, subject: string): new () => object {
  @Resolver(() => Change)
  class ChangeOf {
    @FieldResolver(() => ID, { nullable: true })
    [field](@Root() { about }: Change) {
      return about[subject] ?? null;
    }
  }
  return ChangeOf;
}
