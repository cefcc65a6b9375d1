import {
  ATTACHMENT_KINDS,
  ATTACHMENT_STATES,
  ATTACHMENT_SUBJECTS,
  type AttachmentKind,
  type AttachmentState,
  type AttachmentSubject,
  REFUSALS,
  type Refusal,
} from '@lxq/schema/attachments/attachment-words.ts';
import { Entity, Index, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../platform/contract/graphql.ts';
import { CountyKey, IdKey, Instant, Int, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const AttachmentKindEnum = enumOf('AttachmentKind', ATTACHMENT_KINDS);
export const AttachmentStateEnum = enumOf('AttachmentState', ATTACHMENT_STATES);
export const AttachmentSubjectEnum = enumOf('AttachmentSubject', ATTACHMENT_SUBJECTS);

const TABLES: Record<AttachmentSubject, string> = { REPORT: 'report', CASE: 'cases', REVISIT: 'revisit' };
/** The thing that it belongs to, as far as its own policies show it to the viewer: who does not see that sees no attachment of it. */
const there = (subject: AttachmentSubject): string =>
  `subject = '${subject}' and exists (select from ${TABLES[subject]} m where m.county_code = attachment.county_code and m.id = attachment.subject_id offset 0)`;
const shown = (...subjects: readonly AttachmentSubject[]) =>
  subjects.map((subject) => `(${there(subject)})`).join(' or ');

const own = 'author_id = app.person()';
const atLevel = (...subjects: readonly AttachmentSubject[]) => ({
  see: shown(...subjects),
  add: `${own} and (${shown(...subjects)})`,
  change: `${own} and (${shown(...subjects)})`,
});

/**
 * What was promised to come with a thing, and what came of it: a picture, a voice note or a document. Read exactly as its thing is, sealed reports included. The
 * promise never changes (app.keep_attachment); the server alone says that the bytes have come, once it has looked at them. Nobody removes a row: what was
 * taken back still says that it was there.
 */
@ObjectType('Attachment', { ...PLAIN, description: 'A picture, a voice note or a document that belongs to a thing.' })
@Entity({
  tableName: 'attachment',
  ...scoped('attachment', {
    county: atLevel('REPORT', 'CASE', 'REVISIT'),
    township: atLevel('REPORT', 'CASE', 'REVISIT'),
    village: atLevel('REPORT', 'CASE', 'REVISIT'),
    officer: atLevel('REPORT'),
  }),
})
@Unique({ name: 'attachment_client', properties: ['countyCode', 'authorId', 'clientId'] })
@Index({ name: 'attachment_subject', properties: ['countyCode', 'subjectId', 'position', 'id'] })
@Index({
  name: 'attachment_begun',
  expression: `create index "attachment_begun" on "attachment" ("county_code", "author_id") where state = 'AWAITED' and begun_at is not null`,
})
export class Attachment {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Word('subject', ATTACHMENT_SUBJECTS) subject!: AttachmentSubject;
  @Uuid() subjectId!: string;
  @Uuid() authorId!: string;
  @Field(() => ID, { description: 'Made on the device, as of everything that it promises.' })
  @Uuid()
  clientId!: string;
  /** Its place among those of its thing. */
  @Int() position!: number;
  @Field(() => AttachmentKindEnum) @Word('kind', ATTACHMENT_KINDS) kind!: AttachmentKind;
  @Field(() => AttachmentStateEnum)
  @Word('state', ATTACHMENT_STATES, { default: 'AWAITED' })
  state!: AttachmentState;
  @Field(() => String, { description: 'In hex, of the bytes as the device sends them.' }) @Text() sha256!: string;
  @Field(() => GraphInt, { description: 'Bytes, as promised.' }) @Int() size!: number;
  @Field(() => String, { nullable: true, description: 'Of a file.' }) @Text({ nullable: true }) name?: string | null;
  @Field(() => GraphInt, { nullable: true, description: 'Of a voice note.' })
  @Int({ nullable: true })
  seconds?: number | null;
  /** Of the bytes as they are kept: with the thing it is their key in the store, so that the same are kept once. Null until they have come, and when they have gone. */
  @Text({ nullable: true }) storedSha256?: string | null;
  @Int({ nullable: true }) storedSize?: number | null;
  @Field(() => String, { nullable: true, description: 'Of the bytes as they are kept, once they have come.' })
  @Text({ nullable: true })
  mediaType?: string | null;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) width?: number | null;
  @Field(() => GraphInt, { nullable: true }) @Int({ nullable: true }) height?: number | null;
  @Word('refused_for', REFUSALS, { nullable: true }) refusedFor?: Refusal | null;
  @Instant() createdAt!: Date;
  /** When sending its bytes was last begun. */
  @Instant({ nullable: true }) begunAt?: Date | null;
  /** When it was decided whether they are taken. */
  @Instant({ nullable: true }) arrivedAt?: Date | null;
  @Instant({ nullable: true }) withdrawnAt?: Date | null;
}
