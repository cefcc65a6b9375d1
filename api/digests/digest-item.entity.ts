import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { CountyKey, IdKey, Instant, Int, Json, Text, Uuid, Version, Word } from '../columns.ts';
import { countyOnly } from '../policies.ts';

/** One item of an issue. It keeps its links to the reports it rests on. */
@Entity({ tableName: 'digest_item', ...countyOnly('digest_item', { see: 'true', add: 'true', change: 'true', remove: 'true' }) })
@Index({ name: 'digest_item_order', properties: ['countyCode', 'digestId', 'position'] })
export class DigestItem {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Uuid() digestId!: string;
  @Int() position!: number;
  @Word('kind', ['NORMAL', 'CORRECTION'], { default: 'NORMAL' }) kind!: 'NORMAL' | 'CORRECTION';
  @Uuid({ nullable: true }) portfolioId?: string | null;
  @Text() title!: string;
  @Json() body!: unknown;
  /** Plain text of the body, for lists and counting. */
  @Text() text!: string;
  @Uuid({ nullable: true }) correctsId?: string | null;
  @Version() version!: number;
}

/** Which reports an item rests on. */
@Entity({ tableName: 'digest_item_report', ...countyOnly('digest_item_report', { see: 'true', add: 'true', remove: 'true' }) })
@Index({ name: 'digest_item_report_report', properties: ['countyCode', 'reportId'] })
export class DigestItemReport {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) itemId!: string;
  @PrimaryKey({ type: 'uuid' }) reportId!: string;
  @Uuid() digestId!: string;
}

/** What an item said at a save: the ground for the character diff. */
@Entity({ tableName: 'digest_version', ...countyOnly('digest_version', { see: 'true', add: 'true' }) })
@Index({ name: 'digest_version_newest', properties: ['countyCode', 'digestId', 'at'] })
export class DigestVersion {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Uuid() digestId!: string;
  @Uuid({ nullable: true }) itemId?: string | null;
  @Instant() at!: Date;
  @Uuid() byId!: string;
  @Text() title!: string;
  @Text() text!: string;
}

/** A leader or clerk on the distribution list, and when they first opened the issue. */
@Entity({ tableName: 'digest_receipt', ...countyOnly('digest_receipt') })
export class DigestReceipt {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) digestId!: string;
  @PrimaryKey({ type: 'uuid' }) personId!: string;
  @Text() personName!: string;
  @Text() roleName!: string;
  @Instant({ nullable: true }) readAt?: Date | null;
}

/** A DOCX or PDF of an issue, made off the request path. Bytes lie under the hash of the content they show. */
@Entity({ tableName: 'digest_file', ...countyOnly('digest_file') })
@Index({ name: 'digest_file_digest', properties: ['countyCode', 'digestId'] })
export class DigestFile {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Uuid() digestId!: string;
  @Word('format', ['DOCX', 'PDF']) format!: 'DOCX' | 'PDF';
  @Text() contentHash!: string;
  @Word('state', ['QUEUED', 'RUNNING', 'READY', 'FAILED'], { default: 'QUEUED' }) state!: 'QUEUED' | 'RUNNING' | 'READY' | 'FAILED';
  @Int({ default: 0 }) progress!: number;
  @Text({ nullable: true }) sha256?: string | null;
  @Int({ nullable: true }) size?: number | null;
  @Text({ nullable: true }) error?: string | null;
  @Instant() requestedAt!: Date;
  /** In the database, so that every api process can serve it. Never in a list. */
  @Property({ type: 'blob', nullable: true, lazy: true }) bytes?: Uint8Array | null;
}
