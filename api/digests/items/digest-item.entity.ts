import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import { CountyKey, IdKey, Instant, Int, Json, Text, Uuid, Version, Word } from '../../platform/tables/columns.ts';
import { countyOnly } from '../../platform/tables/policies.ts';
import { RichTextScalar } from '../digest.scalars.ts';

/** Of an issue that the viewer sees: which those are says the issue's own policy, once a statement, and never for the office. */
export const seen = '(select app.office()) or digest_id = any (array(select d.id from digest d))';
const office = 'app.office()';
/** The office all, everybody else on the list their own. */
const own = `person_id = app.person() or app.office()`;

const ITEM_KINDS = ['NORMAL', 'CORRECTION'] as const;
const DigestItemKindEnum = enumOf('DigestItemKind', ITEM_KINDS);

/** One item of an issue. It keeps its links to the reports it rests on. */
@ObjectType('DigestItem', PLAIN)
@Entity({
  tableName: 'digest_item',
  ...countyOnly('digest_item', { see: seen, add: office, change: office, remove: office }),
})
@Index({ name: 'digest_item_order', properties: ['countyCode', 'digestId', 'position'] })
export class DigestItem {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() digestId!: string;
  /** Among the items of its portfolio; in an issued digest it is the number. */
  @Field(() => GraphInt) @Int() position!: number;
  @Field(() => DigestItemKindEnum)
  @Word('kind', ITEM_KINDS, { default: 'NORMAL' })
  kind!: (typeof ITEM_KINDS)[number];
  @Uuid({ nullable: true }) portfolioId?: string | null;
  @Field(() => String) @Text() title!: string;
  @Field(() => RichTextScalar) @Json() body!: unknown;
  /** Plain text of the body, for lists and counting. */
  @Field(() => String) @Text() text!: string;
  @Uuid({ nullable: true }) correctsId?: string | null;
  @Field(() => [ID], { description: 'Of the photos of its sources those that it carries, in their order.' })
  @Property({
    ...{ type: 'array', columnType: 'uuid[]', defaultRaw: `'{}'` },
    check: 'cardinality(pictures) < 2 or cardinality(pictures) = 2 and pictures[1] <> pictures[2]',
  })
  pictures!: string[];
  @Field(() => GraphInt) @Version() version!: number;
}

/** Which reports an item rests on. */
@Entity({
  tableName: 'digest_item_report',
  ...countyOnly('digest_item_report', { see: seen, add: office, remove: office }),
})
@Index({ name: 'digest_item_report_report', properties: ['countyCode', 'reportId'] })
@Index({ name: 'digest_item_report_digest', properties: ['countyCode', 'digestId'] })
export class DigestItemReport {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) itemId!: string;
  @PrimaryKey({ type: 'uuid' }) reportId!: string;
  @Uuid() digestId!: string;
}

/** What an item said at a save (or the head of the issue, without an item): the ground for the character diff. */
@ObjectType('DigestVersion', PLAIN)
@Entity({
  tableName: 'digest_version',
  // Only its own editor goes on writing a version, within the minutes that autosave gathers.
  ...countyOnly('digest_version', { see: office, add: office, change: `by_id = app.person() and ${office}` }),
})
@Index({ name: 'digest_version_newest', properties: ['countyCode', 'digestId', 'at'] })
export class DigestVersion {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() digestId!: string;
  @Field(() => ID, { nullable: true }) @Uuid({ nullable: true }) itemId?: string | null;
  @Field(() => InstantScalar) @Instant() at!: Date;
  @Uuid() byId!: string;
  @Field(() => String) @Text() title!: string;
  @Field(() => String) @Text() text!: string;
  /** By the number of its report and its place there: the bytes may go. */
  @Field(() => [String], { description: 'The pictures, as they are called.' })
  @Property({ type: 'array', columnType: 'text[]', defaultRaw: `'{}'` })
  pictures!: string[];
}

/** A leader or clerk on the distribution list, and when they first opened the issue. */
@ObjectType('ReadReceipt', PLAIN)
@Entity({ tableName: 'digest_receipt', ...countyOnly('digest_receipt', { see: own, add: own, change: own }) })
export class DigestReceipt {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) digestId!: string;
  @PrimaryKey({ type: 'uuid' }) personId!: string;
  @Text() personName!: string;
  @Field(() => String) @Text() roleName!: string;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) readAt?: Date | null;
}

export const FileFormatEnum = enumOf('FileFormat', ['DOCX', 'PDF']);
const FileStateEnum = enumOf('FileState', ['QUEUED', 'RUNNING', 'READY', 'FAILED']);
export type FileFormat = keyof typeof FileFormatEnum;

/** A DOCX or PDF of an issue, made off the request path. Bytes lie under the hash of the content they show. */
@ObjectType('DigestFile', PLAIN)
@Entity({ tableName: 'digest_file', ...countyOnly('digest_file', { see: seen, add: seen, change: seen }) })
@Index({ name: 'digest_file_digest', properties: ['countyCode', 'digestId'] })
export class DigestFile {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() digestId!: string;
  @Field(() => FileFormatEnum) @Word('format', ['DOCX', 'PDF']) format!: FileFormat;
  @Text() contentHash!: string;
  @Field(() => FileStateEnum)
  @Word('state', ['QUEUED', 'RUNNING', 'READY', 'FAILED'], { default: 'QUEUED' })
  state!: keyof typeof FileStateEnum;
  @Field(() => GraphInt, { description: '0 to 100.' }) @Int({ default: 0 }) progress!: number;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) sha256?: string | null;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) size?: number | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) error?: string | null;
  @Instant() requestedAt!: Date;
  /** In the database, so that every api process can serve it. Never in a list. */
  @Property({ type: 'blob', nullable: true, lazy: true }) bytes?: Uint8Array | null;
}
