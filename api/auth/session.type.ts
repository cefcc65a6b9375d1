import { LEVELS, type Level } from '@lxq/schema/roles.ts';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import type { Rights } from '../platform/scope/rights.ts';

export const LevelEnum = enumOf('Level', LEVELS);

/** The signed-in person under the post they act as now; fields are resolved in viewer.resolver.ts. */
@ObjectType(PLAIN)
export class Viewer {
  rights!: Rights;
  @Field(() => LevelEnum) level!: Level;
  @Field(() => [String], {
    description: 'Families of screens that the post opens, as schema/roles.ts names them; the first is where it lands.',
  })
  screens!: readonly string[];
}

@ObjectType('Session', {
  ...PLAIN,
  description: 'One of the viewer’s own, on whatever device; what it was opened on, and nothing of where.',
})
export class OwnSession {
  @Field(() => ID) id!: string;
  device!: string | null;
  @Field(() => InstantScalar, { description: 'Signed in since.' }) since!: Date;
  @Field(() => InstantScalar, { description: 'To ten minutes.' }) seenAt!: Date;
  @Field(() => Boolean, { description: 'The one that asks.' }) isThis!: boolean;
}

@ObjectType({
  ...PLAIN,
  description: '`token` is for programs (bearer); the web gets the same session as an HttpOnly cookie.',
})
export class SignedIn {
  @Field(() => Viewer) viewer!: Viewer;
  @Field(() => String) token!: string;
  @Field(() => String, {
    description:
      'The mark of a device that this account has signed in on: what others guess elsewhere never delays it.',
  })
  device!: string;
}
