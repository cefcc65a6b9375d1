import { SIGNS_AS, type SignsAs } from '@lxq/schema/results/signs-as.ts';
import { Entity, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { takesPart } from '../platform/participation/participation.entity.ts';
import { IdKey, Instant, Int, ScopedRow, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

const SignsAsEnum = enumOf('SignsAs', SIGNS_AS);
/** In the name of whoever holds the post, at the unit that handles the matter. */
const byUnit = {
  see: takesPart('signature', 'subject_id'),
  add: `unit_code = app.unit() and signer_id = app.person() and ${takesPart('signature', 'subject_id', 'MAIN')}`,
};

/** Somebody's hand under a matter's closing: who, as what, and the hash of the result as they read it. Never changed; a result of another hash is not signed by it. */
@ObjectType('Signature', PLAIN)
@Entity({
  tableName: 'signature',
  ...scoped('signature', { county: { see: 'app.office() or app.leads()' }, township: byUnit, village: byUnit }),
})
@Unique({ name: 'signature_once', properties: ['countyCode', 'subjectId', 'round', 'signsAs'] })
export class Signature extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Text() subject!: string;
  @Uuid() subjectId!: string;
  @Int() round!: number;
  @Field(() => SignsAsEnum) @Word('signs_as', SIGNS_AS) signsAs!: SignsAs;
  @Uuid() signerId!: string;
  @Field(() => String) @Text() signerName!: string;
  /** A stand-in, where it was not the holder of the post. */
  @Uuid({ nullable: true }) actedById?: string | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) actedByName?: string | null;
  /** SHA-256 of the result as it was signed. */
  @Field(() => String) @Text() hash!: string;
  @Field(() => InstantScalar) @Instant() at!: Date;
}
