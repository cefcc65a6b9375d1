import { Entity, Index, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { CountyKey, Text, Uuid } from '../../platform/tables/columns.ts';
import { countyOnly } from '../../platform/tables/policies.ts';
import { oneOf } from '../../platform/tables/words.ts';
import { seen } from '../items/digest-item.entity.ts';

export const PLACES = ['FIRST', 'SECOND'] as const;

/**
 * A picture that an issue was printed with: where its bytes are kept, which stay as long as this row does (app.unknown_attachments). Read as the issue is, and not
 * as the report that it came from. Made when the issue goes out, and never changed.
 */
@Entity({ tableName: 'digest_picture', ...countyOnly('digest_picture', { see: seen, add: 'app.office()' }) })
@Index({ name: 'digest_picture_digest', properties: ['countyCode', 'digestId'] })
@Index({ name: 'digest_picture_bytes', properties: ['countyCode', 'subjectId', 'sha256'] })
export class DigestPicture {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) itemId!: string;
  @PrimaryKey({ type: 'text', check: oneOf('place', PLACES) }) place!: (typeof PLACES)[number];
  @Uuid() digestId!: string;
  @Uuid() attachmentId!: string;
  /** Of the report; with the hash it is their key in the store. */
  @Uuid() subjectId!: string;
  @Text() sha256!: string;
}
