import { SIGNING_KINDS, type SigningWord } from '@lxq/schema/signing/signing-kinds.ts';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';

const SigningKindEnum = enumOf('SigningKind', Object.keys(SIGNING_KINDS) as SigningWord[]);

@ObjectType('Signing', { ...PLAIN, description: '待签: what waits for the viewer to sign it.' })
export class Signing {
  @Field(() => ID, { description: "The thing's own." }) id!: string;
  @Field(() => SigningKindEnum) kind!: SigningWord;
  @Field(() => String) title!: string;
  @Field(() => InstantScalar) since!: Date;
  @Field(() => String, { description: 'The page of the web app where it is read and signed.' }) link!: string;
}
export const SigningConnection = connectionType('Signing', () => Signing);
