import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class ChargeInput {
  @Field(() => ID) topic!: string;
  @Field(() => ID, { nullable: true, description: 'A township or village; the whole county where there is none.' })
  place?: string | null;
  @Field(() => ID) unit!: string;
}
