import { Field, ObjectType } from 'type-graphql';
import { PLAIN } from '../platform/contract/graphql.ts';
import { IdentityOpening } from './opening.entity.ts';

@ObjectType({
  ...PLAIN,
  description: 'Who wrote a sealed report. Answered to nobody but whoever asked, by a deed, and kept nowhere.',
})
export class OpenedIdentity {
  @Field(() => IdentityOpening) opening!: IdentityOpening;
  @Field(() => String) name!: string;
  @Field(() => String) unitName!: string;
}
