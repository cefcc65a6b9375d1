import type { TokenScope } from '@lxq/schema/access-tokens.ts';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Instant, Int, Text, Uuid } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

/** Account and argon2id hash. No scope role reads it: signing in happens before a scope, through listed functions. */
@Entity({ tableName: 'login', ...scoped('login', {}) })
export class Login {
  @PrimaryKey({ type: 'text' }) account!: string;
  @Int({}) countyCode!: number;
  @Uuid() personId!: string;
  @Text() passwordHash!: string;
}

/** A session: the token's SHA-256, never the token. Rights are read from the post at each request. */
@Index({ name: 'session_person', properties: ['countyCode', 'personId'] })
@Entity({ tableName: 'session', ...scoped('session', {}) })
export class Session {
  @PrimaryKey({ type: 'text' }) tokenHash!: string;
  /** What its person names it by, to end it from elsewhere. */
  @Uuid({ defaultRaw: 'gen_random_uuid()' }) id!: string;
  @Int() countyCode!: number;
  @Uuid() personId!: string;
  @Uuid() postId!: string;
  /** System and browser as device.words.ts knows them; all that is kept of what the browser says of itself. */
  @Text({ nullable: true }) device!: string | null;
  @Instant({ defaultRaw: 'app.now()' }) createdAt!: Date;
  @Instant({ defaultRaw: 'app.now()' }) seenAt!: Date;
  @Instant() expiresAt!: Date;
  /** Of a program's (tokens/access-token.entity.ts): what it may begin with. */
  @Property({ type: 'array', columnType: 'text[]', nullable: true }) tokenScopes!: TokenScope[] | null;
}

/** Failures by account and by address: they slow the next try down, they never lock the owner out. */
@Entity({ tableName: 'sign_in_failure', ...scoped('sign_in_failure', {}) })
export class SignInFailure {
  @PrimaryKey({ type: 'text' }) key!: string;
  @Int() failures!: number;
  @Instant() until!: Date;
}
