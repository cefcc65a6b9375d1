import { CHANGE_KINDS, type ChangeKind } from '@lxq/schema/change-kinds.ts';
import { Field, ObjectType } from 'type-graphql';
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
