import { DIGEST_STATES, type DigestState, ISSUED_STATES } from '@lxq/schema/digests/digest-states.ts';
import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { DayScalar, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { CountyKey, Day, IdKey, Instant, Int, Json, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { oneOf } from '../platform/tables/words.ts';

export const DigestStateEnum = enumOf('DigestState', DIGEST_STATES);

/** The office sees all; leaders and analysts what was issued (R33). A leader's instruction moves it on. */
const seen = `app.office() or ${oneOf('state', ISSUED_STATES)} and app.reads_issues()`;

@ObjectType({ ...PLAIN, description: '报 / 送 / 发.' })
export class Recipients {
  @Field(() => [String]) report!: string[];
  @Field(() => [String]) send!: string[];
  @Field(() => [String]) issue!: string[];
}

/** One issue of the Ten-day Digest (R31-R33). Its number is taken at issuing; from then on its content is frozen, which a trigger holds. */
@ObjectType('Digest', PLAIN)
@Entity({
  tableName: 'digest',
  ...scoped('digest', { county: { see: seen, add: 'app.office()', change: seen } }),
})
@Unique({ name: 'digest_no', properties: ['countyCode', 'year', 'no'] })
@Unique({ name: 'digest_cum_no', properties: ['countyCode', 'cumNo'] })
@Index({ name: 'digest_newest', properties: ['countyCode', 'periodFrom', 'id'] })
export class Digest {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Field(() => DigestStateEnum) @Word('state', DIGEST_STATES, { default: 'COLLECTING' }) state!: DigestState;
  @Field(() => DayScalar) @Day() periodFrom!: string;
  @Field(() => DayScalar) @Day() periodTo!: string;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) year?: number | null;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) no?: number | null;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) cumNo?: number | null;
  @Field(() => String) @Text() title!: string;
  @Field(() => String) @Text() mark!: string;
  @Field(() => String) @Text() issuer!: string;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) copies?: number | null;
  /** {report, send, issue}: 报 / 送 / 发, names of offices and offices' leaders. */
  @Field(() => Recipients) @Json() recipients!: Recipients;
  @Uuid({ nullable: true }) editorId?: string | null;
  @Uuid({ nullable: true }) signerId?: string | null;
  @Text({ nullable: true }) signerName?: string | null;
  @Field(() => DayScalar, { nullable: true }) @Day({ nullable: true }) signedOn?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) issuedAt?: Date | null;
  /** The document as issued, and the SHA-256 of its canonical form. Large: never in a list. */
  @Property({ type: 'json', nullable: true, lazy: true }) frozen?: unknown;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) contentHash?: string | null;
  @Field(() => GraphInt) @Version() version!: number;
}
