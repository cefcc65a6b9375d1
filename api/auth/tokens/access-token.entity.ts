import { TOKEN_SCOPES, TOKEN_STATES, type TokenScope, type TokenState } from '@lxq/schema/access-tokens.ts';
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DayScalar, enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { CountyKey, Day, IdKey, Instant, Text, Uuid } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';

export const TokenScopeEnum = enumOf('TokenScope', TOKEN_SCOPES);
export const TokenStateEnum = enumOf('TokenState', TOKEN_STATES);

/** What a program reads with, as its owner calls it; it gives rights by a session of its own. No level reads it: its owner's are listed by a function. */
@Index({ name: 'access_token_person', properties: ['countyCode', 'personId'] })
@Index({ name: 'access_token_hash', properties: ['countyCode', 'tokenHash'] })
@Entity({ tableName: 'access_token', ...scoped('access_token', {}) })
export class AccessTokenRow {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Uuid() personId!: string;
  @Uuid() postId!: string;
  /** Of the secret, as its session has it; the secret stands nowhere. */
  @Text() tokenHash!: string;
  @Text() name!: string;
  /** How the secret begins, so that its owner finds which program has it. */
  @Text() prefix!: string;
  @Property({ type: 'array', columnType: 'text[]' }) scopes!: TokenScope[];
  @Instant({ defaultRaw: 'app.now()' }) createdAt!: Date;
  @Instant() expiresAt!: Date;
  @Day({ nullable: true }) usedOn!: string | null;
}

@ObjectType('AccessToken', {
  ...PLAIN,
  description:
    '访问令牌: what a program reads with in its owner’s name, under the post it was made under and its rights of the day.',
})
export class AccessToken {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'How its secret begins.' }) prefix!: string;
  @Field(() => [TokenScopeEnum]) scopes!: TokenScope[];
  postId!: string;
  @Field(() => Date) createdAt!: Date;
  expiresAt!: Date;
  @Field(() => DayScalar, { nullable: true, description: 'The last day on which a program came with it.' }) usedOn!:
    | string
    | null;
  @Field(() => TokenStateEnum) state!: TokenState;
}

@ObjectType({ ...PLAIN, description: '`secret` is shown this once and kept nowhere: a program sends it as a bearer.' })
export class CreatedToken {
  @Field(() => AccessToken) token!: AccessToken;
  @Field(() => String) secret!: string;
}
