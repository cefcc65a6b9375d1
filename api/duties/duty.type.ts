import { Field, ObjectType } from 'type-graphql';
import { PLAIN } from '../platform/contract/graphql.ts';

@ObjectType({ ...PLAIN, description: 'What something is owed of, as people call it, and where it is done.' })
export class OwedOf {
  @Field(() => String, { description: 'Number for people.' }) no!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'A path of the web app.' }) link!: string;
}
