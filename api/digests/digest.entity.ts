import type { DigestState } from '@lxq/schema/digest-states.ts';
import { Entity, Index, Unique } from '@mikro-orm/decorators/legacy';
import { CountyKey, Day, IdKey, Instant, Int, Json, Text, Uuid, Version, Word } from '../columns.ts';
import { countyOnly } from '../policies.ts';

export const DIGEST_STATES = ['COLLECTING', 'EDITING', 'REVIEWING', 'APPROVED', 'ISSUED', 'FOLLOWED', 'CLOSED', 'VOIDED'] as const;

/** One issue of the Ten-day Digest (R31-R33). Its number is taken at issuing; from then on its content is frozen. */
@Entity({ tableName: 'digest', ...countyOnly('digest') })
@Unique({ name: 'digest_no', properties: ['countyCode', 'year', 'no'] })
@Unique({ name: 'digest_cum_no', properties: ['countyCode', 'cumNo'] })
@Index({ name: 'digest_newest', properties: ['countyCode', 'periodFrom', 'id'] })
export class Digest {
  @CountyKey() countyCode!: number;
  @IdKey() id!: string;
  @Word('state', DIGEST_STATES, { default: 'COLLECTING' }) state!: DigestState;
  @Day() periodFrom!: string;
  @Day() periodTo!: string;
  @Int({ nullable: true }) year?: number | null;
  @Int({ nullable: true }) no?: number | null;
  @Int({ nullable: true }) cumNo?: number | null;
  @Text() title!: string;
  @Text() mark!: string;
  @Text() issuer!: string;
  @Int({ nullable: true }) copies?: number | null;
  /** {report, send, issue}: 报 / 送 / 发, names of offices and offices' leaders. */
  @Json() recipients!: { report: string[]; send: string[]; issue: string[] };
  @Uuid({ nullable: true }) editorId?: string | null;
  @Uuid({ nullable: true }) signerId?: string | null;
  @Text({ nullable: true }) signerName?: string | null;
  @Day({ nullable: true }) signedOn?: string | null;
  @Instant({ nullable: true }) issuedAt?: Date | null;
  /** The document as issued, and the SHA-256 of its canonical form. */
  @Json({ nullable: true }) frozen?: unknown;
  @Text({ nullable: true }) contentHash?: string | null;
  @Version() version!: number;
}
